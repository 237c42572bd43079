import type { Change, Changes } from './changes.ts'
import type { Filter } from './filters.ts'

/** What a filter comes to. */
export interface FilterResult {
  readonly name: string
  readonly changed: boolean
  /** The changed files that it matches, as far as they are known. */
  readonly files: readonly string[]
  /** Whether every changed file is one of them. */
  readonly only: boolean
}

/**
 * Holds the changes against the filters. When not all changes are known, nothing may be left out: every
 * filter counts as changed, and none as the only one.
 */
export function judge({ files, truncated }: Changes, filters: readonly Filter[]): FilterResult[] {
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
