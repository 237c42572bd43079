import { Failure, quote } from '@ci-actions/kit'
import {
  array,
  type InferOutput,
  looseObject,
  nullish,
  object,
  optional,
  parse,
  string,
} from 'valibot'

const pairs = optional(nullish(array(looseObject({ name: string() })), []))

/** As much of a task definition as is changed here; everything else is handed on as it is. */
export const definitionShape = looseObject({
  family: string(),
  containerDefinitions: array(
    looseObject({
      name: string(),
      image: optional(nullish(string())),
      environment: pairs,
      secrets: pairs,
    }),
  ),
  tags: optional(nullish(array(object({ key: string(), value: optional(string(), '') })), [])),
})

export type Definition = InferOutput<typeof definitionShape>
type Container = Definition['containerDefinitions'][number]

/** By container; without a name it is the only one. */
export interface Changes {
  readonly images: readonly { readonly container: string | undefined; readonly image: string }[]
  /** `null` takes a variable away. */
  readonly env: Readonly<Record<string, Readonly<Record<string, string | null>>>>
}

export const noChanges: Changes = { images: [], env: {} }

/**
 * All that `RegisterTaskDefinition` takes; what `DescribeTaskDefinition` tells beyond it is refused.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 */
export const registered = [
  'containerDefinitions',
  'cpu',
  'enableFaultInjection',
  'ephemeralStorage',
  'executionRoleArn',
  'family',
  'inferenceAccelerators',
  'ipcMode',
  'memory',
  'networkMode',
  'pidMode',
  'placementConstraints',
  'proxyConfiguration',
  'requiresCompatibilities',
  'runtimePlatform',
  'tags',
  'taskRoleArn',
  'volumes',
] as const

/** What the description adds by itself, and nobody wrote. */
export const described = [
  'compatibilities',
  'deleteRequestedAt',
  'deregisteredAt',
  'registeredAt',
  'registeredBy',
  'requiresAttributes',
  'revision',
  'status',
  'taskDefinitionArn',
] as const

/** Only what may be registered. */
export function registrable(definition: Definition): Definition {
  const entries = Object.entries(definition)
    .filter(([name]) => isOneOf(registered, name))
    // In YAML they look like numbers, but may also be "1 vCPU" and "2 GB".
    .map(([name, value]) => [name, typeof value === 'number' ? String(value) : value])
  return parse(definitionShape, Object.fromEntries(entries))
}

/** The names in a file that ECS has no use for, and that are no leftovers of a description. */
export function unknownIn(definition: Definition): string[] {
  return Object.keys(definition).filter(
    (name) => !isOneOf(registered, name) && !isOneOf(described, name),
  )
}

function isOneOf(names: readonly string[], name: string): boolean {
  return names.includes(name)
}

/**
 * The definition with other images and variables.
 *
 * @throws Failure that names the containers there are, when one that is meant is not among them
 */
export function changed(definition: Definition, { images, env }: Changes): Definition {
  const names = definition.containerDefinitions.map(({ name }) => name)
  const meant = images.map(({ container, image }) => ({
    image,
    container: container ?? only(names),
  }))
  for (const name of [...meant.map(({ container }) => container), ...Object.keys(env)]) {
    if (!names.includes(name)) {
      throw new Failure(
        `The task definition ${definition.family} has no container ${quote(name)}; it has ${names.join(', ')}.`,
      )
    }
  }
  const containerDefinitions = definition.containerDefinitions.map((container) => {
    const image = meant.findLast((one) => one.container === container.name)?.image
    return withVariables({ ...container, ...(image && { image }) }, env[container.name] ?? {})
  })
  return { ...definition, containerDefinitions }
}

function only(names: readonly string[]): string {
  const [name] = names
  if (name !== undefined && names.length === 1) return name
  throw new Failure(
    `"images" has a line without a container, but the task definition has ${names.length}: ` +
      `write "container: image", with one of ${names.join(', ')}.`,
  )
}

function withVariables(
  container: Container,
  variables: Readonly<Record<string, string | null>>,
): Container {
  const names = Object.keys(variables)
  if (names.length === 0) return container
  // A variable and a secret cannot have the same name; what was asked for last is what is meant.
  const others = (list: Container['environment']) =>
    (list ?? []).filter(({ name }) => !names.includes(name))
  const added = Object.entries(variables).flatMap(([name, value]) =>
    value === null ? [] : [{ name, value }],
  )
  return {
    ...container,
    environment: [...others(container.environment), ...added],
    secrets: others(container.secrets),
  }
}

/** The tags that this action writes begin with it. */
const ours = 'deploy:'

/** What is written beside a revision, so that it can be taken back without a record. */
export interface Pointer {
  readonly sha: string | undefined
  readonly run: string
  /** The ARN of what served before. */
  readonly prev: string | undefined
}

/** The pointer as tags, beside the tags of its owner. */
export function tagged(definition: Definition, pointer: Pointer | undefined): Definition {
  const kept = ownTags(definition)
  const written = Object.entries(pointer ?? {}).flatMap(([name, value]) =>
    value ? [{ key: `${ours}${name}`, value: tagText(value) }] : [],
  )
  return {
    ...definition,
    tags: kept.length + written.length === 0 ? undefined : [...kept, ...written],
  }
}

/** A tag may hold letters, digits, blanks and `_.:/=+-@`, up to 256 of them. */
function tagText(value: string): string {
  return value.replace(/[^\p{L}\p{N} _.:/=+\-@]/gu, '_').slice(0, 256)
}

/** What an earlier run of this action has written beside a revision. */
export function pointerOf(
  tags: readonly { key?: string | null | undefined; value?: string | null | undefined }[],
): Partial<Pointer> {
  const entries = tags.flatMap(({ key, value }) =>
    key?.startsWith(ours) && value ? [[key.slice(ours.length), value]] : [],
  )
  return Object.fromEntries(entries)
}

function ownTags({ tags }: Definition): NonNullable<Definition['tags']> {
  return (tags ?? []).filter(({ key }) => !key.startsWith(ours) && !key.startsWith('aws:'))
}

/**
 * Whether two definitions mean the same, one as a person wrote it and one as ECS describes it, with
 * its defaults filled in and its lists in another order.
 */
export function sameDefinition(one: Definition, other: Definition): boolean {
  return essence(one) === essence(other)
}

/** What a definition means, as text that is the same for all that mean the same. */
export function essence(definition: Definition): string {
  const bare = { ...registrable(definition), tags: ownTags(definition) }
  return JSON.stringify(canonical(bare, { networkMode: definition.networkMode }))
}

interface Around {
  readonly networkMode: unknown
  /** The name of the member that is looked at. */
  readonly name?: string
}

/** What ECS fills in when it is left out, by the member it stands in. */
const defaults: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  '': { networkMode: 'bridge', enableFaultInjection: false },
  containerDefinitions: { essential: true, cpu: 0 },
  portMappings: { protocol: 'tcp', hostPort: 0 },
  healthCheck: { interval: 30, timeout: 5, retries: 3, startPeriod: 0 },
  efsVolumeConfiguration: { rootDirectory: '/' },
  ulimits: {},
}

/** Lists whose order means nothing, and what tells their items apart. */
const unordered: Readonly<Record<string, string>> = {
  environment: 'name',
  secrets: 'name',
  volumes: 'name',
  tags: 'key',
  systemControls: 'namespace',
}

function canonical(value: unknown, around: Around): unknown {
  const { name = '' } = around
  if (Array.isArray(value)) {
    const items = value.map((item) => canonical(item, around)).filter((item) => item !== undefined)
    if (items.length === 0) return undefined
    if (items.every((item) => typeof item === 'string')) {
      return name === 'requiresCompatibilities' ? items.toSorted() : items
    }
    const key = unordered[name]
    return key ? sortedBy(key, items) : items
  }
  if (typeof value !== 'object' || value === null) {
    return name === 'cpu' || name === 'memory' ? amount(value) : (value ?? undefined)
  }
  const entries = Object.entries(value)
    .map(([key, member]) => [key, canonical(member, { ...around, name: key })] as const)
    .filter(([key, member]) => member !== undefined && member !== defaults[name]?.[key])
    .filter(([key, member]) => !isMirrored(name, key, member, value, around))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

/** Where a task has a network of its own, the port of the host is the one of the container. */
function isMirrored(
  name: string,
  key: string,
  member: unknown,
  value: object,
  { networkMode }: Around,
): boolean {
  const isShared = (networkMode ?? 'bridge') === 'bridge'
  if (name !== 'portMappings' || key !== 'hostPort' || isShared) return false
  return 'containerPort' in value && member === value.containerPort
}

/** `.5 vCPU` is 512 units, `1 GB` is 1024 MiB; 0 units are none at all. */
function amount(value: unknown): unknown {
  const [, number, unit] = /^\s*(\d*\.?\d+)\s*(vcpu|gb)?\s*$/i.exec(String(value ?? '')) ?? []
  if (number === undefined) return value ?? undefined
  return Math.round(Number(number) * (unit ? 1024 : 1)) || undefined
}

function sortedBy<T>(key: string, items: readonly T[]): T[] {
  const of = (item: T): string =>
    typeof item === 'object' && item !== null
      ? String(Object.entries(item).find(([it]) => it === key)?.[1])
      : ''
  return items.toSorted((a, b) => (of(a) < of(b) ? -1 : 1))
}

/** What differs for a person: images and names of variables, never their values. */
export function differences(before: Definition, after: Definition): string[] {
  const lines = after.containerDefinitions.flatMap((container) => {
    const old = before.containerDefinitions.find(({ name }) => name === container.name)
    if (!old) return [`container ${container.name} is new`]
    const image = old.image === container.image ? [] : [`${container.name} runs ${container.image}`]
    const names = namesThatDiffer(old, container)
    return names.length === 0 ? image : [...image, `${container.name} gets ${names.join(', ')}`]
  })
  return lines.length === 0 ? ['other settings'] : lines
}

function namesThatDiffer(old: Container, now: Container): string[] {
  const text = (list: Container['environment'], name: string): string =>
    JSON.stringify(list?.find((one) => one.name === name) ?? null)
  const names = [...(old.environment ?? []), ...(now.environment ?? [])].map(({ name }) => name)
  return [...new Set(names)].filter(
    (name) => text(old.environment, name) !== text(now.environment, name),
  )
}
