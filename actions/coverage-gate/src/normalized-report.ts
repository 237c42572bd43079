import {
  type Count,
  type Coverage,
  type Metric,
  metrics,
  type SourceFile,
  type Totals,
} from './coverage.ts'
import type { NormalizedReport } from './earlier-report.ts'
import type { Range } from './lines.ts'
import type { Suite } from './reports.ts'

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
    yield comma + JSON.stringify(entryOf(file, withLines))
    comma = ','
  }
  yield ']}\n'
}

function entryOf(file: SourceFile, withLines: boolean): NormalizedReport['files'][number] {
  const covered = withLines ? say(file.ranges('covered')) : ''
  const uncovered = withLines ? say(file.ranges('uncovered')) : ''
  const counts: Partial<Record<Metric, Count>> = {}
  for (const metric of metrics) {
    const count = file.count(metric)
    if (count.total > 0) counts[metric] = count
  }
  return {
    path: file.path,
    counts,
    ...((covered || uncovered) && { lines: { covered, uncovered } }),
  }
}

/** `1-3,7`. */
function say(ranges: readonly Range[]): string {
  return ranges.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(',')
}
