import { globSync, realpathSync, statSync } from 'node:fs'
import { basename, isAbsolute, join, relative, sep } from 'node:path'
import { ActionError, quote, type Runner } from '@ci-actions/kit'
import { parsePattern, patterns } from '@ci-actions/patterns'
import type { Format } from '../formats/format.ts'
import { foreignFolders } from './files-below.ts'
import { isLiteral, relativeGlob } from './glob.ts'
import { type ReportLine, unnamed } from './report-line.ts'
import { suggestFiles } from './suggest-files.ts'

export type IfMissing = 'fail' | 'warn' | 'skip'

/** A report that a line of the input names. */
export interface FoundReport {
  readonly suite: string
  /** Relative to the workspace. */
  readonly path: string
  readonly format: Format | undefined
}

/**
 * Finds the reports of the lines, one after the other: a line with `!` leaves out again what those before found.
 *
 * @throws ActionError about the first line that matches nothing, when no line does, and when one leads out of the
 * workspace
 */
export function findReports(
  lines: readonly ReportLine[],
  ifMissing: IfMissing,
  runner: Runner,
): FoundReport[] {
  const found = new Map<string, FoundReport>()
  const ofLines = new Map<ReportLine, string[]>()
  for (const line of lines) {
    if (line.negated) leaveOut(line, found, runner.workspace)
    else {
      const paths = pathsOf(line.glob, runner.workspace)
      const keys = paths.map((path) => `${line.suite}\0${path}`)
      paths.forEach((path, i) => {
        found.set(keys[i] ?? '', { suite: line.suite, path, format: line.format })
      })
      ofLines.set(line, keys)
    }
  }
  for (const [line, keys] of ofLines) {
    const isLeftOut = keys.length > 0
    if (!keys.some((key) => found.has(key))) tellMissing(line, isLeftOut, ifMissing, runner)
  }
  if (found.size > 0) return [...found.values()]
  throw new ActionError(
    'No line of "reports" matches a file, so there is nothing to gate; did the tests run in this job, with coverage?',
  )
}

/** A line without a name is about all suites. */
function leaveOut(line: ReportLine, found: Map<string, FoundReport>, workspace: string): void {
  const isNamed = patterns(parsePattern(`/${relativeGlob(line.glob, workspace)}`))
  for (const [key, { suite, path }] of found) {
    if ((line.suite === unnamed || line.suite === suite) && isNamed(path)) found.delete(key)
  }
}

function tellMissing(
  line: ReportLine,
  isLeftOut: boolean,
  ifMissing: IfMissing,
  runner: Runner,
): void {
  const what = isLeftOut
    ? `All files that match ${quote(line.glob)} of "reports" are left out by a line with "!".`
    : `No file matches ${quote(line.glob)} of "reports".`
  if (ifMissing === 'skip') {
    runner.info(`${what} It is skipped.`)
    return
  }
  const message = isLeftOut ? what : `${what} ${suggestFiles(line.glob, runner.workspace)}`
  if (ifMissing === 'fail') throw new ActionError(message)
  runner.warning(message)
}

/**
 * The files that a glob names, relative to the workspace and sorted; a glob that is the path of a file names it.
 * `node_modules` is passed over unless the glob names it.
 */
function pathsOf(glob: string, workspace: string): string[] {
  const inside = isAbsolute(glob) ? relative(workspace, glob) : glob
  if (inside.startsWith('..') || isAbsolute(inside)) throw leadsOut(glob)
  const named = new Set(inside.split(/[\\/]/))
  const exclude = (path: string): boolean =>
    foreignFolders.has(basename(path)) && !named.has(basename(path))
  const isPath = isLiteral(inside) || isFile(join(workspace, inside))
  const paths = isPath ? [inside] : globSync(inside, { cwd: workspace, exclude })
  return paths
    .filter((path) => isFile(join(workspace, path)))
    .map((path) => {
      if (!isWithin(realpathSync(join(workspace, path)), realpathSync(workspace)))
        throw leadsOut(path)
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
    // It is not there, or a link that leads nowhere.
    return false
  }
}

function leadsOut(path: string): ActionError {
  return new ActionError(
    `Input "reports" has ${quote(path)}, which leads out of the workspace; a report must be inside.`,
  )
}

function isWithin(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}
