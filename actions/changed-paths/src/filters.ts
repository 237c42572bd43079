import { excerpt, InputError, isMap, quote, readInputFile, ValidationError } from '@ci-actions/kit'
import { yaml } from '@ci-actions/kit/yaml'
import { parsePattern, patterns } from '@ci-actions/patterns'
import { unknown } from 'valibot'
import { type Change, type Status, statuses } from './changes.ts'
import { filterName } from './filter-name.ts'

/** A name for some files, or for some changes of them. */
export interface Filter {
  readonly name: string
  matches(change: Change): boolean
}

const expected = 'YAML that maps names to patterns, such as "docs: docs/**"'

/**
 * The filters that the input holds, or the file that it names: one line without a colon.
 *
 * @throws InputError when they cannot be read, or used
 */
export async function readFilters(given: string, folder: string): Promise<Filter[]> {
  const isFile = !/[\n:{]/.test(given)
  const source = isFile ? `The file ${quote(given)} of input "filters"` : 'Input "filters"'
  try {
    return await parseFilters(isFile ? readText(given, folder) : given)
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error
    const seen = error.part === undefined ? '' : `, not ${quote(error.part)}`
    throw new InputError(`${source} must be ${error.expected}${seen}.`)
  }
}

function readText(file: string, folder: string): string {
  if (/[*?]/.test(file)) {
    throw new InputError(
      `Input "filters" must be ${expected}, not ${quote(file)}: write "name: '${excerpt(file)}'".`,
    )
  }
  return readInputFile('filters', file, folder).toString()
}

async function parseFilters(text: string): Promise<Filter[]> {
  const read = await yaml(unknown(), expected).parse(text)
  const entries = isMap(read) ? Object.entries(read) : []
  if (entries.length === 0) throw new ValidationError(expected)
  const all = entries.map(async ([name, value]) => {
    return filterOf(await filterName.parse(name), rulesIn(value, name))
  })
  return Promise.all(all)
}

interface Rule {
  readonly statuses: readonly Status[]
  readonly pattern: string
}

/** The last rule that is for a kind of change decides about it, so each kind has its own patterns. */
function filterOf(name: string, rules: readonly Rule[]): Filter {
  if (rules[0]?.pattern.startsWith('!')) {
    throw new ValidationError(
      'filters that begin with what is in, such as "**"; "!" only takes out of that again',
      `${name}: ${rules[0].pattern}`,
    )
  }
  const named = statuses.map((status) => {
    const own = rules.filter((rule) => rule.statuses.includes(status))
    return [status, patterns(own.map(({ pattern }) => pattern))] as const
  })
  const byStatus = new Map(named)
  return {
    name,
    matches: ({ path, status, isFolder }) =>
      byStatus.get(status)?.(isFolder ? `${path}/` : path) ?? false,
  }
}

/** Lists may hold lists, which YAML's anchors make of shared ones. */
function rulesIn(value: unknown, name: string, of: readonly Status[] = statuses): Rule[] {
  if (typeof value === 'string') {
    return parsePattern(value).map((pattern) => ({ statuses: of, pattern }))
  }
  if (Array.isArray(value) && value.length > 0) {
    return value.flatMap((item) => rulesIn(item, name, of))
  }
  if (isMap(value) && of === statuses && Object.keys(value).length > 0) {
    return Object.entries(value).flatMap(([kinds, some]) => rulesIn(some, name, statusesIn(kinds)))
  }
  throw new ValidationError(`${expected}; a pattern is text`, `${name}: ${JSON.stringify(value)}`)
}

/** `added|modified`. */
function statusesIn(kinds: string): Status[] {
  return kinds.split('|').map((word) => {
    const status = statuses.find((one) => one === word.trim().toLowerCase())
    if (status) return status
    throw new ValidationError(
      `${expected}; kinds of change are ${statuses.join(', ')} (a renamed file is deleted and added)`,
      word.trim(),
    )
  })
}
