import type { Range } from '../collections/line-bitmap.ts'
import type { Coverage } from '../model/coverage.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import { metrics, type Totals } from '../model/metrics.ts'
import type { Suite } from '../reports/suites.ts'
import type { NormalizedReport } from './baseline-report.ts'

/** Above so many lines the report tells counts only, so that it stays small and quick to write. */
const mostLines = 1_000_000

export function tellsLines({ lines }: Totals): boolean {
  return lines.total <= mostLines
}

/** The text of a `NormalizedReport`, file by file: there may be very many. */
export function* normalizedReport(
  suites: readonly Suite[],
  coverage: Coverage,
  overall: Totals,
  commit: string,
): Generator<string> {
  const head: Omit<NormalizedReport, 'files'> = {
    schema: 'ci-actions/coverage@1',
    commit,
    totals: overall,
    suites: Object.fromEntries(suites.map((suite) => [suite.name, suite.coverage.totals()])),
  }
  const withLines = tellsLines(overall)
  yield `${JSON.stringify(head).slice(0, -1)},"files":[`
  let comma = ''
  for (const file of coverage.files()) {
    yield comma + entryOf(file, withLines)
    comma = ','
  }
  yield ']}\n'
}

/** The JSON of a file, put together by hand: `JSON.stringify` of an object takes three times as long. */
function entryOf(file: SourceFile, withLines: boolean): string {
  let counts = ''
  for (const metric of metrics) {
    const { covered, total } = file.count(metric)
    if (total === 0) continue
    if (counts !== '') counts += ','
    counts += `"${metric}":{"covered":${covered},"total":${total}}`
  }
  return `{"path":${JSON.stringify(file.path)},"counts":{${counts}}${withLines ? linesOf(file) : ''}}`
}

function linesOf(file: SourceFile): string {
  const covered = say(file.ranges('covered'))
  const uncovered = say(file.ranges('uncovered'))
  return covered || uncovered ? `,"lines":{"covered":"${covered}","uncovered":"${uncovered}"}` : ''
}

/** `1-3,7`. */
function say(ranges: readonly Range[]): string {
  return ranges.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(',')
}
