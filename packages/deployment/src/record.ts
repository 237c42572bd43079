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
 * All outcomes of a deployment, from harmless to worst; several deployments have the worst of their statuses. `started`
 * means that the deployment was not followed and its outcome is unknown.
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

/** The icon of each status. Icons differ by shape, not only by colour. */
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
  /** The provider's id of the version: a deploy, a revision or a version number. */
  ref: string(),
  /** The git commit it was built from. */
  commit: optional(string()),
  /** The digest of its image or package. */
  digest: optional(string()),
})

const recordSchema = object({
  schema: literal('ci-actions/deployment@1'),
  kind: picklist(['deploy', 'rollback']),
  provider: string(),
  /** Display name. */
  name: string(),
  environment: optional(string()),
  /** Locates the target; never contains a secret. */
  target: mapOf(union([string(), array(string())])),
  status: picklist(statuses),
  /** Whether anything was, or may have been, written. */
  changed: boolean(),
  /** The provider's id of this deployment. */
  id: optional(string()),
  version: nullable(versionSchema),
  /** The live version before the first write; null on a first deploy. */
  previous: nullable(versionSchema),
  /** The live version at the end; null if there is none or it could not be read. */
  live: nullable(versionSchema),
  url: optional(string()),
  logUrl: optional(string()),
  /** ISO 8601, UTC. */
  startedAt: string(),
  finishedAt: string(),
  /** Explanation when the status is not `succeeded`. */
  reason: optional(string()),
})

export type Version = InferOutput<typeof versionSchema>

/** The deployment record, version 1: output of every deploy, read by `rollback` and the notifiers. */
export type DeploymentRecord = InferOutput<typeof recordSchema>

/**
 * Whether two versions serve the same thing: compared by digest if both have one, else by commit, else by id. A
 * redeploy of the same commit is the same version.
 */
export function sameVersion(a: Version | null, b: Version | null): boolean {
  if (!a || !b) return false
  if (a.digest && b.digest) return a.digest === b.digest
  if (a.commit && b.commit) return a.commit === b.commit
  return a.ref === b.ref
}

/** Returns the worst of the statuses; `unchanged` if there are none. */
export function worstStatus(all: readonly Status[]): Status {
  return statuses.findLast((status) => all.includes(status)) ?? 'unchanged'
}

/** Whether a step with this status succeeds. */
export function isSuccess(status: Status): boolean {
  return ['dry-run', 'unchanged', 'succeeded', 'started'].includes(status)
}

/** The input `deployments`: the output of deploy steps as JSON. Several arrays are allowed, one per line. */
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
  // `${{ steps.a.outputs.deployments }}` and others, on separate lines.
  const lines = given.split('\n').filter((line) => line.trim() !== '')
  const documents = lines.map(parseJson)
  return documents.includes(undefined) ? undefined : documents.flat()
}

/** The outputs of every deploy action and of `rollback`. */
export const deploymentOutputs = [
  'deployments',
  'status',
  'changed',
  'version',
  'previous-version',
  'url',
  'deployment-id',
] as const

/** The flat outputs: those of the first record, except for the worst `status` and any `changed`. */
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

/** Creates a record with what is known before anything is read. */
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
 * Returns a short display name: the short commit, a task definition's name such as `api:12`, the digest if it is a
 * sha256, or the provider's id.
 */
export function shortName(version: Version | null): string {
  if (!version) return 'nothing'
  const digest = version.digest?.startsWith('sha256:') ? version.digest.slice(0, 19) : undefined
  const named = /^arn:.*\/(.+)$/.exec(version.ref)?.[1]
  return version.commit?.slice(0, 7) ?? named ?? digest ?? version.ref
}
