import { globSync, realpathSync, statSync } from 'node:fs'
import { basename, isAbsolute, join, relative, sep } from 'node:path'
import { ActionError, quote, type Runner } from '@ci-actions/kit'
import { parsePattern, patterns } from '@ci-actions/patterns'
import type { Format } from '../formats/format.ts'
import { skippedFolders } from './files-below.ts'
import { isLiteral, relativeGlob } from './glob.ts'
import { type ReportLine, unnamed } from './report-line.ts'
import { suggestFiles } from './suggest-files.ts'

export type IfMissing = 'fail' | 'warn' | 'skip'

/** A report that a line of the input matches. */
export interface FoundReport {
  readonly suite: string
  /** Relative to the workspace. */
  readonly path: string
  readonly format: Format | undefined
}

/**
 * Finds the reports line by line. A line with `!` excludes reports that earlier lines found.
 *
 * @throws ActionError if a line matches nothing and `ifMissing` is `fail`, if no line matches a file, and if a report
 * is outside the workspace
 */
export function findReports(
  lines: readonly ReportLine[],
  ifMissing: IfMissing,
  runner: Runner,
): FoundReport[] {
  const found = new Map<string, FoundReport>()
  const keysByLine = new Map<ReportLine, string[]>()
  for (const line of lines) {
    if (line.negated) exclude(line, found, runner.workspace)
    else {
      const paths = findPaths(line.glob, runner.workspace)
      const keys = paths.map((path) => `${line.suite}\0${path}`)
      paths.forEach((path, i) => {
        found.set(keys[i] ?? '', { suite: line.suite, path, format: line.format })
      })
      keysByLine.set(line, keys)
    }
  }
  for (const [line, keys] of keysByLine) {
    const isExcluded = keys.length > 0
    if (!keys.some((key) => found.has(key))) reportMissing(line, isExcluded, ifMissing, runner)
  }
  if (found.size > 0) return [...found.values()]
  throw new ActionError(
    'No line of "reports" matches a file, so there is nothing to gate; did the tests run in this job, with coverage?',
  )
}

/** A line without a name applies to all suites. */
function exclude(line: ReportLine, found: Map<string, FoundReport>, workspace: string): void {
  const matches = patterns(parsePattern(`/${relativeGlob(line.glob, workspace)}`))
  for (const [key, { suite, path }] of found) {
    if ((line.suite === unnamed || line.suite === suite) && matches(path)) found.delete(key)
  }
}

function reportMissing(
  line: ReportLine,
  isExcluded: boolean,
  ifMissing: IfMissing,
  runner: Runner,
): void {
  const problem = isExcluded
    ? `All files that match ${quote(line.glob)} of "reports" are excluded by a line with "!".`
    : `No file matches ${quote(line.glob)} of "reports".`
  if (ifMissing === 'skip') {
    runner.info(`${problem} It is skipped.`)
    return
  }
  const message = isExcluded ? problem : `${problem} ${suggestFiles(line.glob, runner.workspace)}`
  if (ifMissing === 'fail') throw new ActionError(message)
  runner.warning(message)
}

/**
 * Returns the files that a glob matches, relative to the workspace and sorted. A glob that is the path of a file
 * matches that file. `node_modules` is skipped unless the glob names it.
 */
function findPaths(glob: string, workspace: string): string[] {
  const inside = isAbsolute(glob) ? relative(workspace, glob) : glob
  if (inside.startsWith('..') || isAbsolute(inside)) throw outsideWorkspace(glob)
  const named = new Set(inside.split(/[\\/]/))
  const isSkipped = (path: string): boolean =>
    skippedFolders.has(basename(path)) && !named.has(basename(path))
  const isPath = isLiteral(inside) || isFile(join(workspace, inside))
  const paths = isPath ? [inside] : globSync(inside, { cwd: workspace, exclude: isSkipped })
  return paths
    .filter((path) => isFile(join(workspace, path)))
    .map((path) => {
      if (!isWithin(realpathSync(join(workspace, path)), realpathSync(workspace)))
        throw outsideWorkspace(path)
      return path
        .split(sep)
        .join('/')
        .replace(/^(\.\/)+/, '')
    })
    .sort()
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    // It does not exist, or is a broken link.
    return false
  }
}

function outsideWorkspace(path: string): ActionError {
  return new ActionError(
    `Input "reports" contains ${quote(path)}, which is outside the workspace; reports must be inside.`,
  )
}

function isWithin(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}
