import { type Coverage, metrics, type Totals } from './coverage.ts'
import type { NormalizedReport } from './earlier-report.ts'
import type { Range } from './lines.ts'
import type { Suite } from './reports.ts'

/** Above so many lines the report tells counts only, so that it stays small and quick to write. */
const mostLines = 1_000_000

export function tellsLines({ lines }: Totals): boolean {
  return lines.total <= mostLines
}

export function normalizedReport(
  suites: readonly Suite[],
  coverage: Coverage,
  overall: Totals,
  commit: string,
): NormalizedReport {
  const withLines = tellsLines(overall)
  return {
    schema: 'ci-actions/coverage@1',
    commit,
    totals: overall,
    suites: Object.fromEntries(suites.map((suite) => [suite.name, suite.coverage.totals()])),
    files: Array.from(coverage.files(), (file) => {
      const covered = withLines ? say(file.ranges('covered')) : ''
      const uncovered = withLines ? say(file.ranges('uncovered')) : ''
      const counts = metrics
        .map((metric) => [metric, file.count(metric)] as const)
        .filter(([, { total }]) => total > 0)
      return {
        path: file.path,
        counts: Object.fromEntries(counts),
        ...((covered || uncovered) && { lines: { covered, uncovered } }),
      }
    }),
  }
}

/** `1-3,7`. */
function say(ranges: readonly Range[]): string {
  return ranges.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(',')
}
