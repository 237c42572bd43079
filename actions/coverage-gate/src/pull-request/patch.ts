import type { Range } from '../collections/line-bitmap.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import type { Count } from '../model/metrics.ts'
import type { Changes } from './changes.ts'
import { type ChangedFile, changedLines } from './diff.ts'
import type { KnownSources } from './known-sources.ts'

/** Coverage of the lines that a pull request changes; `covered` and `total` are of the executable ones. */
export interface Patch extends Count {
  /** The files with executable changed lines. */
  readonly files: readonly PatchFile[]
  /** Changed source files without line data in any report. */
  readonly unknown: readonly string[]
  /** Why the coverage is unknown. */
  readonly missing: string | undefined
}

export interface PatchFile extends Count {
  readonly path: string
  /** Uncovered changed lines; lines that are not executable do not split a range. */
  readonly uncovered: readonly Range[]
}

/** Returns a patch whose coverage is unknown. */
export function missingPatch(reason: string): Patch {
  return { covered: 0, total: 0, files: [], unknown: [], missing: reason }
}

/** Computes the coverage of the changed lines. */
export function evaluatePatch({ files: changed, unlisted }: Changes, sources: KnownSources): Patch {
  if (!sources.hasLines) {
    return missingPatch(
      'the reports contain only counts, no lines, so the coverage of the changed lines is unknown; Istanbul writes lines to coverage-final.json',
    )
  }
  const files = changed
    .map((file) => patchFile(file, sources.linesOf(file.path)))
    .filter(({ total }) => total > 0)
  const withLines = changed.filter((file) => changedLines(file).length > 0)
  const paths = [...withLines.map(({ path }) => path), ...unlisted]
  const missingPaths = unlisted.filter((path) => sources.linesOf(path).length > 0)
  return {
    covered: files.reduce((sum, { covered }) => sum + covered, 0),
    total: files.reduce((sum, { total }) => sum + total, 0),
    files,
    unknown: paths.filter((path) => sources.isUnknown(path)).sort(),
    missing: missingPaths.length > 0 ? describeMissing(missingPaths) : undefined,
  }
}

/** Explains why not all changed lines are known if the API omits some. */
function describeMissing(paths: readonly string[]): string {
  const more = paths.length > 3 ? ` and ${paths.length - 3} more` : ''
  return (
    `the API does not list the changed lines of ${paths.slice(0, 3).join(', ')}${more}: there are too many, or it treats the file as binary. ` +
    'Set "fetch-depth: 2" in actions/checkout to use Git'
  )
}

function patchFile(changed: ChangedFile, reports: readonly SourceFile[]): PatchFile {
  const stateOf = (line: number): boolean | undefined => {
    const states = reports.map((file) => file.stateOf(line))
    return states.includes(true) ? true : states.find((state) => state !== undefined)
  }
  let covered = 0
  let total = 0
  const uncovered: Range[] = []
  for (const { from, to } of reports.length > 0 ? changedLines(changed) : []) {
    let open: { from: number; to: number } | undefined
    for (let line = from; line <= to; line++) {
      const state = stateOf(line)
      if (state === undefined) continue
      total++
      if (state) {
        covered++
        open = undefined
      } else if (open) open.to = line
      else {
        open = { from: line, to: line }
        uncovered.push(open)
      }
    }
  }
  return { path: changed.path, covered, total, uncovered }
}
