import type { Range } from '../collections/line-bitmap.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import type { Count } from '../model/metrics.ts'
import type { Changes } from './changes.ts'
import { type ChangedFile, changedLines } from './diff.ts'
import type { KnownSources } from './known-sources.ts'

/** What is known of the lines that a pull request changes; `covered` and `total` of those that can be covered. */
export interface Patch extends Count {
  /** The files with changed lines that can be covered. */
  readonly files: readonly PatchFile[]
  /** Changed source files that no report knows the lines of. */
  readonly unknown: readonly string[]
  /** Why nothing is known at all. */
  readonly missing: string | undefined
}

export interface PatchFile extends Count {
  readonly path: string
  /** Changed lines that are not covered; what cannot be covered does not part a range. */
  readonly uncovered: readonly Range[]
}

/** A patch of which nothing is known. */
export function missingPatch(reason: string): Patch {
  return { covered: 0, total: 0, files: [], unknown: [], missing: reason }
}

/** Holds the changed lines against the coverage; the files are named as the reports have them. */
export function evaluatePatch({ files: changed, untold }: Changes, sources: KnownSources): Patch {
  if (!sources.hasLines) {
    return missingPatch(
      'the reports tell no lines, only counts, so nothing is known of the changed lines; Istanbul tells them in coverage-final.json',
    )
  }
  const files = changed
    .map((file) => patchFile(file, sources.linesOf(file.path)))
    .filter(({ total }) => total > 0)
  const withLines = changed.filter((file) => changedLines(file).length > 0)
  const paths = [...withLines.map(({ path }) => path), ...untold]
  const unseen = untold.filter((path) => sources.linesOf(path).length > 0)
  return {
    covered: files.reduce((sum, { covered }) => sum + covered, 0),
    total: files.reduce((sum, { total }) => sum + total, 0),
    files,
    unknown: paths.filter((path) => sources.isUnknown(path)).sort(),
    missing: unseen.length > 0 ? describeUnseen(unseen) : undefined,
  }
}

/** Why not all changed lines are known, where the API left them out. */
function describeUnseen(paths: readonly string[]): string {
  const more = paths.length > 3 ? ` and ${paths.length - 3} more` : ''
  return (
    `the API does not tell which lines of ${paths.slice(0, 3).join(', ')}${more} are changed: there are too many, or it takes the file for binary. ` +
    'With "fetch-depth: 2" in actions/checkout git tells them'
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
