import { parseGlob } from '@ci-actions/patterns'
import type { SourceFile } from '../model/file-coverage.ts'
import { relativeGlob } from '../reports/glob.ts'

/** How paths and globs in `thresholds` are matched: like Jest or like Vitest. */
export type Semantics = 'jest' | 'vitest'

/** The files of a group. */
export interface Matched {
  readonly files: readonly SourceFile[]
  /** Whether the threshold applies to each file, instead of to all files together. */
  readonly perFile: boolean
}

/**
 * Returns the files that match a path or glob. In Jest, a path is a prefix (`./src/a` matches `./src/ab`) whose files
 * are totaled, and a glob applies to each file. In Vitest, everything is a glob whose files are totaled.
 *
 * @see https://jestjs.io/docs/configuration#coveragethreshold-object
 * @see https://vitest.dev/config/coverage#coverage-thresholds-glob-pattern
 */
export function matchFiles(
  key: string,
  files: readonly SourceFile[],
  semantics: Semantics,
  workspace: string,
): Matched {
  const pattern = relativeGlob(key, workspace)
  if (semantics === 'jest') {
    const below = files.filter(({ path }) => path.startsWith(pattern))
    if (below.length > 0) return { files: below, perFile: false }
  }
  const matches = parseGlob(pattern || '**')
  const matching = files.filter(({ path }) => matches(path))
  return { files: matching, perFile: semantics === 'jest' }
}
