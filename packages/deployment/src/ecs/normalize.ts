import { lookUp } from '@ci-actions/kit'
import { ownTags } from './deploy-tags.ts'
import { type Definition, registrable } from './task-definition.ts'

/**
 * Whether two definitions mean the same, one as a person wrote it and one as ECS describes it, with
 * its defaults filled in and its lists in another order.
 */
export function sameDefinition(one: Definition, other: Definition): boolean {
  return canonicalJson(one) === canonicalJson(other)
}

/** What a definition means, as text that is the same for all that mean the same. */
export function canonicalJson(definition: Definition): string {
  const bare = { ...registrable(definition), tags: ownTags(definition) }
  return JSON.stringify(canonical(bare, { networkMode: definition.networkMode }))
}

interface Around {
  readonly networkMode: unknown
  /** The name of the member that is looked at, and of the one that it is in. */
  readonly name?: string
  readonly parent?: string
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

/** Of the task and of its containers; in a map such as `dockerLabels` the names are the author's own. */
function isAmount({ name = '', parent = '' }: Around): boolean {
  return /^(cpu|memory)$/.test(name) && (parent === '' || parent === 'containerDefinitions')
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
