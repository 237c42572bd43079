import { parseGlob } from '@ci-actions/patterns'
import type { SourceFile } from '../model/file-coverage.ts'
import { relativeGlob } from '../reports/glob.ts'

/** How a group of files is held against its thresholds, as Jest or Vitest does it. */
export type Semantics = 'jest' | 'vitest'

/** The files of a group; `each` when a threshold is for every one of them, not for all together. */
export interface Matched {
  readonly files: readonly SourceFile[]
  readonly each: boolean
}

/**
 * The files that a path or glob names. In Jest a path is the begin of a path (`./src/a` is also
 * `./src/ab`) and is taken together, and a glob is for each file. In Vitest all are globs, taken
 * together.
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
    if (below.length > 0) return { files: below, each: false }
  }
  const isNamed = parseGlob(pattern || '**')
  const named = files.filter(({ path }) => isNamed(path))
  return { files: named, each: semantics === 'jest' }
}
