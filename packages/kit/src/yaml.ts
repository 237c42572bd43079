import { type GenericSchema, safeParse } from 'valibot'
import { type InputParser, ValidationError } from './input-parsers.ts'
import { describeIssue } from './issue.ts'
import { isNestedDeeper, maxNesting } from './json.ts'
import type { Scalars } from './yaml-document.ts'

export type { Scalars }

/** YAML (or JSON, which is YAML) of a given schema. Errors include the path to the invalid value. */
export function yaml<T>(
  shape: GenericSchema<unknown, T>,
  expected: string,
  scalars: Scalars = 'typed',
): InputParser<T> {
  return {
    async parse(given) {
      const result = safeParse(shape, await readYaml(given, expected, scalars))
      if (result.success) return result.output
      const problem = describeIssue(result.issues[0], shape)
      throw new ValidationError(problem ? `${expected}; ${problem}` : expected)
    },
  }
}

async function readYaml(given: string, expected: string, scalars: Scalars): Promise<unknown> {
  const read = await parsed(given, expected, scalars)
  if (!isNestedDeeper(read)) return read
  throw new ValidationError(`${expected}; it is nested more than ${maxNesting} levels deep`)
}

async function parsed(given: string, expected: string, scalars: Scalars): Promise<unknown> {
  try {
    if (scalars === 'typed') return JSON.parse(given)
  } catch {
    // Not JSON. The YAML parser is loaded only if needed.
  }
  const { readDocument } = await import('./yaml-document.ts')
  const read = ((): unknown => {
    try {
      return readDocument(given, scalars).toJS({ maxAliasCount: -1 })
    } catch (error) {
      const [reason] = String(error instanceof Error ? error.message : error).split('\n')
      throw new ValidationError(`${expected}; it is not valid YAML: ${reason?.replace(/:$/, '')}`)
    }
  })()
  if (countValues(read) <= maxValues) return read
  throw new ValidationError(`${expected}; its aliases expand to more than ${maxValues} values`)
}

/** More than anyone writes. Aliases are references, so a few lines can expand to an unlimited number of values. */
const maxValues = 100_000

/** Counts all values, those of an alias each time it is used. Infinite for a value that contains itself. */
function countValues(value: unknown, counts = new Map<object, number>()): number {
  if (typeof value !== 'object' || value === null) return 1
  const known = counts.get(value)
  if (known !== undefined) return known
  counts.set(value, Number.POSITIVE_INFINITY)
  const count = Object.values(value).reduce((sum, item) => sum + countValues(item, counts), 1)
  counts.set(value, count)
  return count
}
