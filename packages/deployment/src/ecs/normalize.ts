import { lookUp } from '@ci-actions/kit'
import { ownTags } from './deploy-tags.ts'
import { type Definition, registrable } from './task-definition.ts'

/**
 * Whether two definitions are equivalent, one as a person wrote it and one as ECS describes it, with defaults and
 * another order of lists.
 */
export function sameDefinition(a: Definition, b: Definition): boolean {
  return canonicalJson(a) === canonicalJson(b)
}

/** Returns a canonical form of a definition, equal for all equivalent definitions. */
export function canonicalJson(definition: Definition): string {
  const bare = { ...registrable(definition), tags: ownTags(definition) }
  return JSON.stringify(canonical(bare, { networkMode: definition.networkMode }))
}

interface Around {
  readonly networkMode: unknown
  /** The names of the current member and of its parent. */
  readonly name?: string
  readonly parent?: string
}

/** Defaults that ECS fills in, by parent member. */
const defaults: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  '': { networkMode: 'bridge', enableFaultInjection: false },
  containerDefinitions: { essential: true, cpu: 0 },
  portMappings: { protocol: 'tcp', hostPort: 0 },
  healthCheck: { interval: 30, timeout: 5, retries: 3, startPeriod: 0 },
  efsVolumeConfiguration: { rootDirectory: '/' },
  ulimits: {},
}

/** Lists in no particular order, and the key that identifies their items. */
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
    const key = lookUp(unordered, name)
    return key ? sortedBy(key, items) : items
  }
  if (typeof value !== 'object' || value === null) {
    return isAmount(around) ? amount(value) : (value ?? undefined)
  }
  const entries = Object.entries(value)
    .map(
      ([key, member]) => [key, canonical(member, { ...around, name: key, parent: name })] as const,
    )
    .filter(
      ([key, member]) =>
        member !== undefined && member !== lookUp(lookUp(defaults, name) ?? {}, key),
    )
    .filter(([key, member]) => !isMirrored(name, key, member, value, around))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

/** Whether a member is an amount of the task or a container; maps such as `dockerLabels` may use the same names. */
function isAmount({ name = '', parent = '' }: Around): boolean {
  return /^(cpu|memory)$/.test(name) && (parent === '' || parent === 'containerDefinitions')
}

/** Whether a host port just repeats the container port, as it must where tasks have their own network. */
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

/** Normalizes amounts: `.5 vCPU` is 512 units, `1 GB` is 1024 MiB, and 0 units count as unset. */
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
