import { type InputParser, mapOf, ValidationError } from '@ci-actions/kit'
import { yaml } from '@ci-actions/kit/yaml'
import { unknown } from 'valibot'

/** What must stand at one place of a document. */
export interface ExpectedJson {
  /** The path as it was written. */
  readonly path: string
  /** Names in maps and indexes in lists, one in the other; -1 is the last. */
  readonly keys: readonly (string | number)[]
  /** A map is met by a map that holds it. */
  readonly value: unknown
}

/** YAML, a path and its value a line. A path that leads to no single place is refused, and not waited for. */
export const expectedJson: InputParser<ExpectedJson[]> = {
  async parse(given) {
    const read = await values.parse(given)
    return Object.entries(read).map(([path, value]) => {
      refuseInexact(value)
      return { path, keys: keysOf(path), value }
    })
  },
}

const values = yaml(mapOf(unknown()), 'YAML such as "status: UP", a path and its value a line')

/** What is found at `a.b[0].c`; a key that has dots itself is found at the top. */
export function valueAt(document: unknown, { path, keys }: ExpectedJson): unknown {
  if (has(document, path)) return document[path]
  return keys.reduce<unknown>((inner, key) => {
    const name = typeof key === 'number' ? indexIn(inner, key) : key
    return has(inner, name) ? inner[name] : undefined
  }, document)
}

/** Whether it is a map or a list that has this key itself. */
export function has(value: unknown, key: string): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
}

/** Only a list has indexes, and one from its end. */
function indexIn(value: unknown, index: number): string {
  if (!Array.isArray(value)) return 'no index'
  return String(index < 0 ? value.length + index : index)
}

/** `.name`, `[0]`, `['any key']`, as JSONPath and jq write them. */
const step = /\.([^.[\]'"`*?|(){}=<>,#\\]+)|\.?\[(?:(-?\d+)|'([^']*)'|"([^"]*)")\]/y

/** @throws ValidationError */
function keysOf(path: string): (string | number)[] {
  const steps = path.replace(/^\$(?=$|[.[])/, '').replace(/^(?=[^.[])/, '.')
  const keys: (string | number)[] = []
  if (path === '' || path.startsWith('/')) throw new ValidationError(wayOut(path), path)
  step.lastIndex = 0
  while (step.lastIndex < steps.length) {
    const [, name, index, ...quoted] = step.exec(steps) ?? []
    const key = name ?? quoted.find((one) => one !== undefined)
    if ((key ?? index) === undefined) throw new ValidationError(wayOut(path), path)
    keys.push(key ?? Number(index))
  }
  return keys
}

const forms = 'paths such as status, checks[0].name or items[-1].n'

/** What to write in place of a path that cannot be. */
function wayOut(path: string): string {
  if (/^\/\w/.test(path)) return `${forms}, so ${path.slice(1).replaceAll('/', '.')}`
  if (/\[[-*?:\d,\s]*[*?:,]|\[\]|\.\.|\.\*|\*\.|(^|\.)#(\.|$)/.test(path)) {
    return (
      `${forms}, which lead to one value each: what leads to several may mean all of them or any, so ` +
      'name each, or give the whole list as the value of its own path'
    )
  }
  return `${forms}; a key with other characters stands in brackets and quotes: $['${path}']`
}

/**
 * A number that JSON cannot carry exactly is equal to its neighbours, and one that is none to nothing.
 *
 * @throws ValidationError
 */
function refuseInexact(value: unknown): void {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(refuseInexact)
  if (typeof value !== 'number') return
  const isExact =
    Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value))
  if (isExact) return
  throw new ValidationError(
    `YAML of values that JSON carries exactly, numbers up to ${Number.MAX_SAFE_INTEGER}`,
    String(value),
  )
}
