import type { ListedFile, ListedFiles } from '@ci-actions/github'
import type { Attributes } from './attributes.ts'
import type { Exclusion } from './exclusion.ts'
import { isLockFile } from './lock-files.ts'
import type { Weights } from './weights.ts'

/** The changes of a pull request, as counted by GitHub. */
export interface Totals {
  readonly additions: number
  readonly deletions: number
  readonly files: number
}

/** The changes that count. */
export interface Measure {
  /** Exact, with at most two decimals. */
  readonly lines: number
  readonly files: number
  readonly excluded: number
  /** Whether some files were not listed; they count in full. */
  readonly truncated: boolean
}

export interface Rules {
  readonly count: 'changes' | 'additions'
  readonly exclude?: Exclusion | undefined
  /** Undefined also counts generated files. */
  readonly generated?: Attributes | undefined
  readonly weights?: Weights | undefined
}

/** Measures by the totals, if no rule depends on the file. */
export function measureAll({ additions, deletions, files }: Totals, { count }: Rules): Measure {
  const lines = count === 'additions' ? additions : additions + deletions
  return { lines, files, excluded: 0, truncated: false }
}

/** Measures file by file. Files that GitHub does not list count in full, by the totals. */
export function measureEach(totals: Totals, listed: ListedFiles, rules: Rules): Measure {
  const { weights = () => 100 } = rules
  const linesOf = ({
    additions,
    deletions,
  }: Pick<ListedFile, 'additions' | 'deletions'>): number =>
    rules.count === 'additions' ? additions : additions + deletions
  const counted = listed.files.filter((file) => !isOut(file, rules))
  const known = sum(counted.map((file) => linesOf(file) * weights(entryPath(file))))
  const unlisted = listed.truncated ? Math.max(0, totals.files - listed.files.length) : 0
  const rest = unlisted > 0 ? linesOf(totals) - sum(listed.files.map(linesOf)) : 0
  return {
    lines: (known + Math.max(0, rest) * 100) / 100,
    files: counted.length + unlisted,
    excluded: listed.files.length - counted.length,
    truncated: unlisted > 0,
  }
}

/** Whether a file is excluded: by the workflow, or else by the repository, or else by its name. */
function isOut(file: ListedFile, { exclude, generated }: Rules): boolean {
  const said = exclude?.(entryPath(file))
  if (said !== undefined) return said === 'out'
  return generated !== undefined && (generated(file.path) ?? isLockFile(file.path))
}

/** Returns the path for patterns: a submodule is a folder. */
function entryPath({ path, isSubmodule }: ListedFile): string {
  return isSubmodule ? `${path}/` : path
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
