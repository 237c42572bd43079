import { closeSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createFile, errorMessage, FileError, quote, type Runner } from '@ci-actions/kit'
import type { Range } from '../collections/line-bitmap.ts'
import type { Coverage } from '../model/coverage.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import { type Metric, metrics } from '../model/metrics.ts'
import type { Suite } from '../reports/suites.ts'
import type { NormalizedReport } from './baseline-report.ts'

/** Above so many lines the report tells counts only, so that it stays small and quick to write. */
const mostLines = 1_000_000

/**
 * Writes all reports as one outside of the checkout, where each `name` has a file of its own. Returns its path,
 * or nothing where it cannot be written, which is said.
 */
export function writeReport(
  name: string,
  suites: readonly Suite[],
  whole: Coverage,
  runner: Runner,
): string {
  const file = join(runner.env('RUNNER_TEMP') ?? tmpdir(), 'coverage-gate', fileName(name))
  try {
    mkdirSync(dirname(file), { recursive: true })
    const descriptor = createFile(file)
    try {
      writePieces(descriptor, normalizedReport(suites, whole, runner))
    } finally {
      closeSync(descriptor)
    }
    return file
  } catch (error) {
    if (!(error instanceof FileError || (error instanceof Error && 'syscall' in error))) throw error
    runner.notice(`The report cannot be written to ${quote(file)}: ${errorMessage(error)}`)
    return ''
  }
}

/** The name of the file of a gate; none of its characters means anything in a path or a glob. */
export function fileName(name: string): string {
  const safe = encodeURIComponent(name.toWellFormed()).replaceAll(/[!'()*~]/g, '_')
  return `${safe.slice(0, 100)}.json`
}

const chunkSize = 64 * 1024

function writePieces(descriptor: number, pieces: Iterable<string>): void {
  let chunk = ''
  for (const piece of pieces) {
    chunk += piece
    if (chunk.length < chunkSize) continue
    writeFileSync(descriptor, chunk)
    chunk = ''
  }
  writeFileSync(descriptor, chunk)
}

/** The text of a `NormalizedReport`, file by file: there may be very many. */
function* normalizedReport(
  suites: readonly Suite[],
  whole: Coverage,
  runner: Runner,
): Generator<string> {
  const overall = whole.totals()
  const head: Omit<NormalizedReport, 'files'> = {
    schema: 'ci-actions/coverage@1',
    commit: runner.run.sha,
    totals: overall,
    suites: Object.fromEntries(suites.map((suite) => [suite.name, suite.coverage.totals()])),
  }
  const counted = metrics.filter((metric) => overall[metric].total > 0)
  const withLines = overall.lines.total <= mostLines
  if (!withLines) {
    runner.info('There are over a million lines, so the report at "report-path" tells counts only.')
  }
  yield `${JSON.stringify(head).slice(0, -1)},"files":[`
  let comma = ''
  for (const file of whole.files()) {
    yield comma + entryOf(file, counted, withLines)
    comma = ','
  }
  yield ']}\n'
}

/** The JSON of a file, put together by hand: `JSON.stringify` of an object takes three times as long. */
function entryOf(file: SourceFile, counted: readonly Metric[], withLines: boolean): string {
  let counts = ''
  for (const metric of counted) {
    const { covered, total } = file.count(metric)
    if (total === 0) continue
    if (counts !== '') counts += ','
    counts += `"${metric}":{"covered":${covered},"total":${total}}`
  }
  return `{"path":${JSON.stringify(file.path)},"counts":{${counts}}${withLines ? linesOf(file) : ''}}`
}

function linesOf(file: SourceFile): string {
  const covered = formatRanges(file.ranges('covered'))
  const uncovered = formatRanges(file.ranges('uncovered'))
  return covered || uncovered ? `,"lines":{"covered":"${covered}","uncovered":"${uncovered}"}` : ''
}

/** `1-3,7`. */
function formatRanges(ranges: readonly Range[]): string {
  return ranges.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(',')
}
