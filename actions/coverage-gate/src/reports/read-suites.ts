import { statSync } from 'node:fs'
import { posix, resolve } from 'node:path'
import { Failure, type Kind, messageOf, named, quote, type Runner, Unusable } from '@ci-actions/kit'
import { detectFormat, formats } from '../formats/detect-format.ts'
import type { Format, Report } from '../formats/format.ts'
import { type Coverage, type FileKey, merged } from '../model/coverage.ts'
import { isEmpty, isMetric, type Metric } from '../model/metrics.ts'
import { findReports, glob, suggestFiles } from './find-reports.ts'
import { isAbsolutePath, normalizePath, relativePath } from './source-path.ts'

/** A line of the input: which reports, of which suite, in which format if that is forced. */
export interface ReportLine {
  readonly suite: string
  readonly glob: string
  readonly format: Format | undefined
}

/** What is called by one name: its reports, and what they say together. */
export interface Suite {
  readonly name: string
  readonly reports: readonly string[]
  /** Those of the reports, each one once. */
  readonly formats: readonly Format[]
  readonly coverage: Coverage
}

/** The suite of the lines without a name. */
export const unnamed = 'default'

/** `glob`, `name: glob`, `name: glob (format)`. */
export const reportLine: Kind<ReportLine> = {
  async parse(given) {
    const { name = unnamed, value } = await named(formattedGlob).parse(given)
    if (isMetric(name)) throw new Unusable('lines whose name is not that of a metric', given)
    return { suite: name, ...value }
  },
}

const formattedGlob: Kind<Pick<ReportLine, 'glob' | 'format'>> = {
  async parse(given) {
    const [, pattern = given, word] = /^(.*\S)\s+\(([\w-]+)\)$/.exec(given) ?? []
    const format = formats.find((one) => one.name === word)
    if (word !== undefined && !format) {
      const known = formats.map((one) => one.name).join(', ')
      throw new Unusable(`globs with one of these formats behind them: ${known}`, given)
    }
    return { glob: await glob.parse(pattern), format }
  },
}

export type IfMissing = 'fail' | 'warn' | 'skip'

/**
 * Reads all reports, suite by suite.
 *
 * @throws Failure about the first report that is missing or that cannot be read
 */
export function readSuites(
  lines: readonly ReportLine[],
  ifMissing: IfMissing,
  runner: Runner,
): Suite[] {
  const bySuite = Map.groupBy(lines, (line) => line.suite)
  const suites = Array.from(bySuite, ([name, its]) => readSuite(name, its, ifMissing, runner))
  if (suites.every(({ reports }) => reports.length === 0)) {
    throw new Failure(
      'No line of "reports" matches a file, so there is nothing to gate; did the tests run in this job, with coverage?',
    )
  }
  return suites
}

function readSuite(
  name: string,
  lines: readonly ReportLine[],
  ifMissing: IfMissing,
  runner: Runner,
): Suite {
  const found = new Map<string, Format | undefined>()
  for (const line of lines) {
    const files = findReports(line.glob, runner.workspace)
    if (files.length === 0) tellMissing(line.glob, ifMissing, runner)
    for (const file of files) found.set(file, line.format)
  }
  const read = Array.from(found, ([path, format]) => readReport(path, format, runner))
  const formats = [...new Set(read.map(({ format }) => format))]
  const coverage = together(`What ${quote(name)} says`, () =>
    merged(read.map((report) => report.coverage)),
  )
  tellGuesses(name, coverage, runner)
  return { name, reports: [...found.keys()], formats, coverage }
}

/** Says what it is that contradicts itself, if what is put together here does. */
export function together<T>(what: string, put: () => T): T {
  try {
    return put()
  } catch (error) {
    throw error instanceof Failure ? new Failure(`${what} ${error.message}.`) : error
  }
}

/** All suites as one; a file that several have counts once. */
export function mergeSuites(suites: readonly Suite[]): Coverage {
  return together('What the suites say', () => merged(suites.map(({ coverage }) => coverage)))
}

function tellMissing(pattern: string, ifMissing: IfMissing, runner: Runner): void {
  const what = `No file matches ${quote(pattern)} of "reports".`
  if (ifMissing === 'skip') {
    runner.info(`${what} It is skipped.`)
    return
  }
  const message = `${what} ${suggestFiles(pattern, runner.workspace)}`
  if (ifMissing === 'fail') throw new Failure(message)
  runner.warning(message)
}

function readReport(
  path: string,
  forced: Format | undefined,
  runner: Runner,
): Pick<Suite, 'coverage'> & { format: Format } {
  const file = resolve(runner.workspace, path)
  try {
    const format = forced ?? detectFormat(file)
    const report = format.read(file)
    const { remarks } = report
    const coverage = report.coverage.renamed(keysIn(report, runner.workspace))
    runner.info(`Read ${quote(path)}: ${format.title}.`)
    for (const remark of [...remarks, ...leftOutNames(coverage)]) {
      runner.notice(`Report ${quote(path)} ${remark}`)
    }
    if (isEmpty(coverage.totals()))
      runner.notice(`Report ${quote(path)} holds nothing that can be covered.`)
    return { coverage, format }
  } catch (error) {
    if (error instanceof Failure) throw new Failure(`Report ${quote(path)} ${error.message}.`)
    const isOfSystem = error instanceof Error && 'syscall' in error
    if (!isOfSystem) throw error
    throw new Failure(`Report ${quote(path)} cannot be read: ${messageOf(error)}.`)
  }
}

/** What the report tells of names that no file can have, such as the code of a `data:` address, in words that complete "Report … ". */
export function leftOutNames({ leftOut: odd }: Coverage): string[] {
  if (!odd) return []
  const names = Array.from(odd.names, (name) => quote(name, 60)).join(', ')
  const entries = odd.entries === 1 ? 'one entry' : `${odd.entries} entries`
  return [`has ${entries} under names that no file can have, which are left out: ${names}.`]
}

/** Names as they are in the workspace: below the source that has them, where the report names several. */
function keysIn({ sources = [] }: Report, workspace: string): (file: FileKey) => FileKey {
  const exists = (path: string): boolean =>
    statSync(posix.resolve(workspace, path), { throwIfNoEntry: false }) !== undefined
  const usable = sources.filter((source) => isAbsolutePath(source) || (source && exists(source)))
  return (file) => {
    const joined = isAbsolutePath(file.path) ? [] : usable.map((source) => `${source}/${file.path}`)
    const path = (joined.length > 1 ? joined.find(exists) : joined[0]) ?? file.path
    const module = sources.length > 1 ? '' : file.module
    return { path: relativePath(normalizePath(path), workspace), module }
  }
}

/** Bare counts of several shards cannot be added up, and that is not kept quiet. */
function tellGuesses(name: string, coverage: Coverage, runner: Runner): void {
  const files = new Map<Metric, number>()
  for (const file of coverage.files()) {
    for (const metric of file.guesses()) files.set(metric, (files.get(metric) ?? 0) + 1)
  }
  if (files.size === 0) return
  const counts = Array.from(files, ([metric, count]) => `${metric} of ${count} files`).join(', ')
  runner.notice(
    `In ${quote(name)} several reports give bare counts of the same files (${counts}). ` +
      'The better one was taken, which is at most what they cover together.',
  )
}
