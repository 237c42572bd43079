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

/** Above this many lines the report contains only counts, so that it stays small and fast to write. */
const maxLines = 1_000_000

/**
 * Writes the merged report outside the checkout, to one file per `name`. Returns its path, or an empty string and a
 * notice if it cannot be written.
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

/** Returns the file name for a gate, without characters that are special in paths or globs. */
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

/** Yields the JSON of a `NormalizedReport` file by file, because there may be very many. */
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
  const withLines = overall.lines.total <= maxLines
  if (!withLines) {
    runner.info(
      'There are over a million lines, so the report at "report-path" contains only counts.',
    )
  }
  yield `${JSON.stringify(head).slice(0, -1)},"files":[`
  let comma = ''
  for (const file of whole.files()) {
    yield comma + fileJson(file, counted, withLines)
    comma = ','
  }
  yield ']}\n'
}

/** Returns the JSON of a file. Built manually, because `JSON.stringify` takes three times as long. */
function fileJson(file: SourceFile, counted: readonly Metric[], withLines: boolean): string {
  let counts = ''
  for (const metric of counted) {
    const { covered, total } = file.count(metric)
    if (total === 0) continue
    if (counts !== '') counts += ','
    counts += `"${metric}":{"covered":${covered},"total":${total}}`
  }
  return `{"path":${JSON.stringify(file.path)},"counts":{${counts}}${withLines ? linesJson(file) : ''}}`
}

function linesJson(file: SourceFile): string {
  const covered = formatRanges(file.ranges('covered'))
  const uncovered = formatRanges(file.ranges('uncovered'))
  return covered || uncovered ? `,"lines":{"covered":"${covered}","uncovered":"${uncovered}"}` : ''
}

/** Formats ranges as `1-3,7`. */
function formatRanges(ranges: readonly Range[]): string {
  return ranges.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(',')
}
