import { type InputParser, mapOf, parseJson, ValidationError } from '@ci-actions/kit'
import {
  array,
  boolean,
  type GenericSchema,
  type InferOutput,
  literal,
  nullable,
  object,
  optional,
  picklist,
  safeParse,
  string,
  union,
} from 'valibot'

/**
 * How a deployment can end, from harmless to worst; the status of many is the worst of them.
 * `started` is one that nobody waited for: it was handed over, and nothing is known of its end.
 */
export const statuses = [
  'dry-run',
  'unchanged',
  'succeeded',
  'started',
  'superseded',
  'rolled-back',
  'cancelled',
  'timed-out',
  'failed',
] as const

export type Status = (typeof statuses)[number]

/** The icon of each status; they differ by shape, not by colour alone. */
export const statusIcons: Readonly<Record<Status, string>> = {
  'dry-run': '📝',
  unchanged: '⚪',
  succeeded: '✅',
  started: '🚀',
  superseded: '⏭️',
  'rolled-back': '↩️',
  cancelled: '⛔',
  'timed-out': '⏱️',
  failed: '❌',
}

const versionSchema = object({
  /** The provider's id of what is deployed: a deploy, a revision, a version number. */
  ref: string(),
  /** The git commit it was made from. */
  commit: optional(string()),
  /** The digest of its image or package. */
  digest: optional(string()),
})

const recordSchema = object({
  schema: literal('ci-actions/deployment@1'),
  kind: picklist(['deploy', 'rollback']),
  provider: string(),
  /** What a person calls it. */
  name: string(),
  environment: optional(string()),
  /** How to find it again: locators only, never a secret. */
  target: mapOf(union([string(), array(string())])),
  status: picklist(statuses),
  /** Whether anything was written, or may have been. */
  changed: boolean(),
  /** The provider's own id of this deployment. */
  id: optional(string()),
  version: nullable(versionSchema),
  /** What served before, read before the first write; null on a first deploy. */
  previous: nullable(versionSchema),
  /** What serves now, looked up at the end; null when nothing does, or nobody could look. */
  live: nullable(versionSchema),
  url: optional(string()),
  logUrl: optional(string()),
  /** ISO 8601, UTC. */
  startedAt: string(),
  finishedAt: string(),
  /** In words, when the status is not `succeeded`. */
  reason: optional(string()),
})

export type Version = InferOutput<typeof versionSchema>

/** The deployment record, version 1: what every deploy hands on and `rollback` and the notifiers read. */
export type DeploymentRecord = InferOutput<typeof recordSchema>

/**
 * Whether two versions are the same thing to serve: by digest where both have one, else by commit,
 * else by the provider's id. A redeploy of the same commit is the same version.
 */
export function sameVersion(one: Version | null, other: Version | null): boolean {
  if (!one || !other) return false
  if (one.digest && other.digest) return one.digest === other.digest
  if (one.commit && other.commit) return one.commit === other.commit
  return one.ref === other.ref
}

/** The worst of them; `unchanged` of none. */
export function worstStatus(all: readonly Status[]): Status {
  return statuses.findLast((status) => all.includes(status)) ?? 'unchanged'
}

/** What counts as a step that did what it was asked. */
export function isSuccess(status: Status): boolean {
  return ['dry-run', 'unchanged', 'succeeded', 'started'].includes(status)
}

/** The input `deployments`: the output of deploy steps, as JSON; several arrays may be given, one per line. */
export const deploymentRecords: InputParser<DeploymentRecord[]> = {
  parse(given) {
    const shape: GenericSchema<unknown, DeploymentRecord[]> = array(recordSchema)
    const arrays = parsedArrays(given)
    const result = safeParse(shape, arrays)
    if (result.success) return result.output
    const why = arrays === undefined ? 'which is JSON' : result.issues[0].message
    throw new ValidationError(`the "deployments" output of a deploy step (${why})`, given)
  },
}

function parsedArrays(given: string): unknown {
  const document = parseJson(given)
  if (document !== undefined) return document
  // `${{ steps.a.outputs.deployments }}` and another on lines of their own.
  const lines = given.split('\n').filter((line) => line.trim() !== '')
  const documents = lines.map(parseJson)
  return documents.includes(undefined) ? undefined : documents.flat()
}

/** The outputs that every deploy action and `rollback` sets. */
export const deploymentOutputs = [
  'deployments',
  'status',
  'changed',
  'version',
  'previous-version',
  'url',
  'deployment-id',
] as const

/** The flat outputs: of the first record, except `status`, the worst, and `changed`, of any. */
export function flatOutputs(records: readonly DeploymentRecord[]) {
  const [first] = records
  return {
    deployments: records,
    status: worstStatus(records.map((one) => one.status)),
    changed: records.some((one) => one.changed),
    version: first?.version?.ref,
    'previous-version': first?.previous?.ref,
    url: first?.url,
    'deployment-id': first?.id,
  }
}

/** The beginning of a record: what is known before anything was read. */
export function openRecord(
  kind: DeploymentRecord['kind'],
  identity: Pick<DeploymentRecord, 'provider' | 'name' | 'target' | 'url'>,
  environment: string | undefined,
  now: Date,
): DeploymentRecord {
  const time = now.toISOString()
  return {
    schema: 'ci-actions/deployment@1',
    kind,
    ...identity,
    ...(environment && { environment }),
    status: 'failed',
    changed: false,
    version: null,
    previous: null,
    live: null,
    startedAt: time,
    finishedAt: time,
  }
}

/**
 * A version as a person knows it: the short commit, else the digest, else the provider's id. Only a
 * digest that says what it is tells a person something, and a name such as `api:12` tells more.
 */
export function shortName(version: Version | null): string {
  if (!version) return 'nothing'
  const digest = version.digest?.startsWith('sha256:') ? version.digest.slice(0, 19) : undefined
  const named = /^arn:.*\/(.+)$/.exec(version.ref)?.[1]
  return version.commit?.slice(0, 7) ?? named ?? digest ?? version.ref
}
