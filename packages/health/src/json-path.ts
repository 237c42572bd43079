import { type InputParser, mapOf, ValidationError } from '@ci-actions/kit'
import { yaml } from '@ci-actions/kit/yaml'
import { unknown } from 'valibot'

/** The value expected at one path of a document. */
export interface ExpectedJson {
  /** The path as written in the input. */
  readonly path: string
  /** Names in maps and indexes in lists, outermost first; -1 is the last index. */
  readonly keys: readonly (string | number)[]
  /** A map matches any map that contains it. */
  readonly value: unknown
}

/** YAML with one `path: value` per line. Paths that select several values are rejected. */
export const expectedJson: InputParser<ExpectedJson[]> = {
  async parse(given) {
    const map = await yamlMap.parse(given)
    return Object.entries(map).map(([path, value]) => {
      rejectInexact(value)
      return { path, keys: parsePath(path), value }
    })
  },
}

const yamlMap = yaml(mapOf(unknown()), 'YAML such as "status: UP", one path and value per line')

/** Returns the value at a path such as `a.b[0].c`; a top-level key may itself contain dots. */
export function getValue(document: unknown, { path, keys }: ExpectedJson): unknown {
  if (hasKey(document, path)) return document[path]
  return keys.reduce<unknown>((inner, key) => {
    const name = typeof key === 'number' ? resolveIndex(inner, key) : key
    return hasKey(inner, name) ? inner[name] : undefined
  }, document)
}

/** Whether a value is a map or a list with this own key. */
export function hasKey(value: unknown, key: string): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
}

/** Returns the key for an index, which may count from the end of the list. */
function resolveIndex(value: unknown, index: number): string {
  if (!Array.isArray(value)) return 'no index'
  return String(index < 0 ? value.length + index : index)
}

/** `.name`, `[0]` or `['any key']`, as in JSONPath and jq. */
const stepPattern = /\.([^.[\]'"`*?|(){}=<>,#\\]+)|\.?\[(?:(-?\d+)|'([^']*)'|"([^"]*)")\]/y

/** @throws ValidationError */
function parsePath(path: string): (string | number)[] {
  const steps = path.replace(/^\$(?=$|[.[])/, '').replace(/^(?=[^.[])/, '.')
  const keys: (string | number)[] = []
  if (path === '' || path.startsWith('/')) throw new ValidationError(suggestPath(path), path)
  stepPattern.lastIndex = 0
  while (stepPattern.lastIndex < steps.length) {
    const [, name, index, ...quoted] = stepPattern.exec(steps) ?? []
    const key = name ?? quoted.find((part) => part !== undefined)
    if ((key ?? index) === undefined) throw new ValidationError(suggestPath(path), path)
    keys.push(key ?? Number(index))
  }
  return keys
}

const pathExamples = 'paths such as status, checks[0].name or items[-1].n'

/** Suggests what to write instead of an invalid path. */
function suggestPath(path: string): string {
  if (/^\/\w/.test(path)) return `${pathExamples}, so write ${path.slice(1).replaceAll('/', '.')}`
  if (/\[[-*?:\d,\s]*[*?:,]|\[\]|\.\.|\.\*|\*\.|(^|\.)#(\.|$)/.test(path)) {
    return (
      `${pathExamples}, which select one value each: a path to several is ambiguous (all or any), so ` +
      'list each path, or set the path of the list to the whole list'
    )
  }
  return `${pathExamples}; a key with other characters is written in brackets and quotes: $['${path}']`
}

/**
 * Rejects numbers that JSON cannot represent exactly, because they would equal their neighbours or nothing.
 *
 * @throws ValidationError
 */
function rejectInexact(value: unknown): void {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(rejectInexact)
  if (typeof value !== 'number') return
  const isExact =
    Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value))
  if (isExact) return
  throw new ValidationError(
    `YAML with values that JSON represents exactly, such as numbers up to ${Number.MAX_SAFE_INTEGER}`,
    String(value),
  )
}
