import type { Change, Changes } from './changes.ts'
import type { Filter } from './filters.ts'

/** The result of a filter. */
export interface FilterResult {
  readonly name: string
  readonly changed: boolean
  /** The known changed files that it matches. */
  readonly files: readonly string[]
  /** Whether it matches every changed file. */
  readonly only: boolean
}

/**
 * Applies the filters to the changes. If the list is incomplete, every filter counts as changed and none as the only
 * one.
 */
export function evaluateFilters(
  { files, truncated }: Changes,
  filters: readonly Filter[],
): FilterResult[] {
  const known = truncated === undefined
  return filters.map((filter) => {
    const matching = files.filter((change: Change) => filter.matches(change))
    return {
      name: filter.name,
      changed: !known || matching.length > 0,
      files: matching.map(({ path }) => path),
      only: known && files.length > 0 && matching.length === files.length,
    }
  })
}
