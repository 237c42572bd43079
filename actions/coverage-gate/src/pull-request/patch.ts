import type { Range } from '../collections/line-bitmap.ts'
import type { Coverage } from '../model/coverage.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import type { Count } from '../model/metrics.ts'
import type { Changes } from './changes.ts'
import { type ChangedFile, changedLines } from './diff.ts'

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

/** Holds the changed lines against the coverage; the files are named as the checkout has them. */
export function evaluatePatch({ files: changed, untold }: Changes, whole: Coverage): Patch {
  const known = Map.groupBy(whole.files(), ({ path }) => path)
  const withLines = new Map([...known].filter(([, files]) => files.some(hasLines)))
  if (withLines.size === 0) {
    return missingPatch(
      'the reports tell no lines, only counts, so nothing is known of the changed lines; Istanbul tells them in coverage-final.json',
    )
  }
  const files = changed
    .map((file) => patchFile(file, withLines.get(file.path) ?? []))
    .filter(({ total }) => total > 0)
  const isSource = sourcesLike(withLines.keys())
  const strangers = changed.filter((file) => {
    return changedLines(file).length > 0 && !isKnown(file.path, known) && isSource(file.path)
  })
  return {
    covered: files.reduce((sum, { covered }) => sum + covered, 0),
    total: files.reduce((sum, { total }) => sum + total, 0),
    files,
    unknown: [...strangers.map(({ path }) => path), ...untold.filter(isSource)].sort(),
    missing: undefined,
  }
}

function hasLines(file: SourceFile): boolean {
  return file.ranges('coverable').length > 0
}

/** A file without a line to cover is known all the same; one with bare counts of lines is not. */
function isKnown(path: string, known: ReadonlyMap<string, SourceFile[]>): boolean {
  const files = known.get(path) ?? []
  return files.some((file) => hasLines(file) || file.count('lines').total === 0)
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

const tests =
  /(^|\/)(__tests__|__mocks__|tests?|specs?|e2e|fixtures|testdata)\/|[._-](test|spec|stories)\.\w+$|(^|\/)test_[^/]*$|Tests?\.(java|kt|cs|php)$|(^|\/)conftest\.py$|\.d\.[cm]?ts$|\.config\.\w+$/

/** Whether a file is one that reports like these would know: of their languages, and no test. */
function sourcesLike(paths: Iterable<string>): (path: string) => boolean {
  const extensions = new Set(Array.from(paths, extensionOf))
  return (path) => extensions.has(extensionOf(path)) && !tests.test(path)
}

function extensionOf(path: string): string {
  return /\.\w+$/.exec(path)?.[0] ?? ''
}
