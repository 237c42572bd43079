import type { Coverage } from '../model/coverage.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import type { Count, Metric } from '../model/metrics.ts'
import { requiredCount } from './percentage.ts'
import { noData, onlyTogether, tooFewCovered, tooManyUncovered } from './reasons.ts'
import type { Check, GateFailure } from './result.ts'
import { type MetricThresholds, type Threshold, thresholdText } from './thresholds.ts'

/** A suite, a group of files or a file that is checked against thresholds. */
export interface Subject extends Pick<GateFailure, 'kind' | 'suite'> {
  readonly coverage: Coverage
  /** Returns the count of a metric; undefined if it is only known for these and other files together. */
  count(metric: Metric): Count | undefined
  /** Whether a report of its files measures the metric. */
  measures(metric: Metric): boolean
  /** Returns suggestions for a metric that no report measures. */
  advice(metric: Metric): readonly string[]
}

/** A check and its failures. */
export type CheckResult = Check & { readonly failures: readonly GateFailure[] }

/** Checks a subject against thresholds. */
export function check(thresholds: MetricThresholds, subject: Subject): CheckResult[] {
  return Array.from(thresholds, ([metric, threshold]) => {
    const failure = findFailure(metric, threshold, subject)
    const failures = failure ? [failure] : []
    return { metric, threshold, count: subject.count(metric) ?? none, passed: !failure, failures }
  })
}

/** Checks each file against thresholds: one check per metric, with a failure for every file below its threshold. */
export function checkEach(
  thresholds: MetricThresholds,
  files: readonly SourceFile[],
  subject: Subject,
): CheckResult[] {
  return Array.from(thresholds, ([metric, threshold]) => {
    const { coverage } = subject
    const together = coverage.countedTogether(metric)
    const failures = files.some((file) => together.has(file))
      ? [{ ...failureBase(subject, metric, threshold), reason: onlyTogether(metric) }]
      : files.flatMap((file) => {
          const count = () => file.count(metric)
          const single = { ...subject, kind: 'file', suite: file.path, count } as const
          return findFailure(metric, threshold, single) ?? []
        })
    const count = subject.count(metric) ?? none
    return { metric, threshold, count, passed: failures.length === 0, failures }
  })
}

const none: Count = { covered: 0, total: 0 }

function findFailure(
  metric: Metric,
  threshold: Threshold,
  subject: Subject,
): GateFailure | undefined {
  const count = subject.count(metric)
  const base = failureBase(subject, metric, threshold)
  if (!count) return { ...base, reason: onlyTogether(metric) }
  const { covered, total } = count
  const counted = { ...base, covered, total }
  if (total === 0) {
    // A suite may have no branches, but it always has lines; a single file may have neither.
    const mayBeEmpty = subject.kind !== 'suite' || metric !== 'lines'
    if (subject.measures(metric) && mayBeEmpty) return undefined
    return { ...counted, reason: noData(metric, subject.advice(metric)) }
  }
  if ('maxUncovered' in threshold) {
    const short = total - covered - threshold.maxUncovered
    if (short <= 0) return undefined
    const reason = tooManyUncovered(total - covered, threshold.maxUncovered, metric)
    return { ...counted, short, reason }
  }
  const short = requiredCount(threshold.least, total) - covered
  if (short <= 0) return undefined
  return { ...counted, short, reason: tooFewCovered(metric, count, short, threshold.least) }
}

function failureBase(
  { kind, suite }: Subject,
  metric: Metric,
  threshold: Threshold,
): Omit<GateFailure, 'reason'> {
  return { kind, suite, metric, threshold: thresholdText(threshold) }
}
