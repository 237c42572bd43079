import { excerpt, InputError, isMap, quote, readInputFile, ValidationError } from '@ci-actions/kit'
import { yaml } from '@ci-actions/kit/yaml'
import { parsePattern, patterns } from '@ci-actions/patterns'
import { unknown } from 'valibot'
import { type Change, type Status, statuses } from './changes.ts'
import { filterName } from './filter-name.ts'

/** A named set of files, or of certain changes to them. */
export interface Filter {
  readonly name: string
  matches(change: Change): boolean
}

const expected = 'YAML that maps names to patterns, such as "docs: docs/**"'

/**
 * Reads the filters from the input, or from the file that it names: a single line without a colon.
 *
 * @throws InputError if they cannot be read or are invalid
 */
export async function readFilters(given: string, folder: string): Promise<Filter[]> {
  const isFile = !/[\n:{]/.test(given)
  const source = isFile ? `The file ${quote(given)} of input "filters"` : 'Input "filters"'
  try {
    return await parseFilters(isFile ? readText(given, folder) : given)
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error
    const value = error.part === undefined ? undefined : quote(error.part)
    throw new InputError(error.describe(source, value))
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

/** Builds a filter. The last rule for a kind of change decides about it, so that each kind has its own patterns. */
function filterOf(name: string, rules: readonly Rule[]): Filter {
  if (rules[0]?.pattern.startsWith('!')) {
    throw new ValidationError(
      'the first pattern of a filter cannot start with "!". Start with the files to include, such as "**".',
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

/** Parses rules. Lists may be nested, which YAML anchors of shared lists lead to. */
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
  throw new ValidationError('a pattern must be text.', `${name}: ${JSON.stringify(value)}`)
}

/** Parses kinds of change such as `added|modified`. */
function statusesIn(kinds: string): Status[] {
  return kinds.split('|').map((word) => {
    const status = statuses.find((one) => one === word.trim().toLowerCase())
    if (status) return status
    throw new ValidationError(
      `the kinds of change are ${statuses.join(', ')} (a renamed file counts as deleted and added).`,
      word.trim(),
    )
  })
}
