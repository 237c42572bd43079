import { type Count, type Coverage, isEmpty, type Metric, type Totals } from './coverage.ts'
import { neededFor, percentOf } from './ratio.ts'
import type { Suite } from './reports.ts'
import type { Gate, Threshold } from './thresholds.ts'

/** A threshold held against what there is. */
export interface Check {
  readonly metric: Metric
  readonly threshold: Threshold
  readonly passed: boolean
}

/** Why the gate is not met, as the output `failures` tells it. */
export interface Shortfall {
  readonly suite: string
  readonly metric?: Metric
  /** As it was given: `80`, `-10`. */
  readonly threshold?: string
  readonly covered?: number
  readonly total?: number
  /** How many more would have to be covered. */
  readonly short?: number
  readonly reason: string
}

export interface Judged {
  readonly suite: Suite
  readonly totals: Totals
  readonly checks: readonly Check[]
  readonly failures: readonly Shortfall[]
}

export interface Verdict {
  readonly passed: boolean
  readonly suites: readonly Judged[]
  /** Of all suites together; a file that several have counts once. */
  readonly overall: Totals
  readonly failures: readonly Shortfall[]
}

/** Holds each suite against its gate, exactly: 79.995 % is below 80. */
export function judge(
  suites: readonly Suite[],
  gates: ReadonlyMap<string, Gate>,
  whole: Coverage,
): Verdict {
  const judged = suites.map((suite) => judgeSuite(suite, gates.get(suite.name) ?? new Map()))
  const failures = judged.flatMap((one) => one.failures)
  return { passed: failures.length === 0, suites: judged, overall: whole.totals(), failures }
}

function judgeSuite(suite: Suite, gate: Gate): Judged {
  const totals = suite.coverage.totals()
  if (suite.reports.length === 0) return { suite, totals, checks: [], failures: [] }
  if (isEmpty(totals)) {
    const reason =
      'the reports hold nothing that can be covered: no test ran, or nothing was instrumented'
    return { suite, totals, checks: [], failures: [{ suite: suite.name, reason }] }
  }
  const results = Array.from(gate, ([metric, threshold]) => {
    const failure = shortfall(suite, metric, threshold, totals[metric])
    return { failure, check: { metric, threshold, passed: failure === undefined } }
  })
  return {
    suite,
    totals,
    checks: results.map(({ check }) => check),
    failures: results.flatMap(({ failure }) => failure ?? []),
  }
}

function shortfall(
  { name, coverage }: Suite,
  metric: Metric,
  threshold: Threshold,
  count: Count,
): Shortfall | undefined {
  const { covered, total } = count
  const about = { suite: name, metric, threshold: textOf(threshold), covered, total }
  if (total === 0) {
    // A project may have no branch, but none has no line.
    if (coverage.measured.has(metric) && metric !== 'lines') return undefined
    return { ...about, reason: `there is no data on ${metric}, so they cannot be gated` }
  }
  if ('mostUncovered' in threshold) {
    const short = total - covered - threshold.mostUncovered
    if (short <= 0) return undefined
    const reason = `${amount(total - covered, metric)} uncovered, ${short} more than the ${threshold.mostUncovered} allowed`
    return { ...about, short, reason }
  }
  const short = neededFor(threshold.least, total) - covered
  if (short <= 0) return undefined
  const reason = `${metric} at ${percentOf(count)} % (${covered} of ${total}), ${amount(short, metric)} short of ${threshold.least.text} %`
  return { ...about, short, reason }
}

/** A threshold as it was given. */
export function textOf(threshold: Threshold): string {
  return 'least' in threshold ? threshold.least.text : `-${threshold.mostUncovered}`
}

function amount(count: number, metric: Metric): string {
  const one = metric === 'branches' ? 'branch' : metric.slice(0, -1)
  return `${count} ${count === 1 ? one : metric}`
}
