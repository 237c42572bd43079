import type { Coverage } from '../model/coverage.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import type { Count, Metric } from '../model/metrics.ts'
import { requiredCount } from './percentage.ts'
import { noData, onlyTogether, tooFewCovered, tooManyUncovered } from './reasons.ts'
import type { Check, GateFailure } from './result.ts'
import { type MetricThresholds, type Threshold, thresholdText } from './thresholds.ts'

/** What is held against thresholds. */
export interface Subject extends Pick<GateFailure, 'kind' | 'suite'> {
  readonly coverage: Coverage
  /** What it has of a metric; undefined when that is only known of it and other files together. */
  count(metric: Metric): Count | undefined
  /** What may be done about a metric that no report measures. */
  advice(metric: Metric): readonly string[]
}

/** A check, and what is wrong when it does not pass. */
export type CheckResult = Check & { readonly failures: readonly GateFailure[] }

/** Holds a subject against thresholds. */
export function check(thresholds: MetricThresholds, subject: Subject): CheckResult[] {
  return Array.from(thresholds, ([metric, threshold]) => {
    const failure = failureOf(metric, threshold, subject)
    const failures = failure ? [failure] : []
    return { metric, threshold, count: subject.count(metric) ?? none, passed: !failure, failures }
  })
}

/** Holds each of the files against thresholds: one check per metric, of which every file that is short is a failure. */
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
          const one = { ...subject, kind: 'file', suite: file.path, count } as const
          return failureOf(metric, threshold, one) ?? []
        })
    const count = subject.count(metric) ?? none
    return { metric, threshold, count, passed: failures.length === 0, failures }
  })
}

const none: Count = { covered: 0, total: 0 }

function failureOf(
  metric: Metric,
  threshold: Threshold,
  subject: Subject,
): GateFailure | undefined {
  const count = subject.count(metric)
  const base = failureBase(subject, metric, threshold)
  if (!count) return { ...base, reason: onlyTogether(metric) }
  const { covered, total } = count
  const all = { ...base, covered, total }
  if (total === 0) {
    // A project may have no branch, but none has no line; a single file may have neither.
    const mayBeNone = subject.kind !== 'suite' || metric !== 'lines'
    if (subject.coverage.measured.has(metric) && mayBeNone) return undefined
    return { ...all, reason: noData(metric, subject.advice(metric)) }
  }
  if ('mostUncovered' in threshold) {
    const short = total - covered - threshold.mostUncovered
    if (short <= 0) return undefined
    const reason = tooManyUncovered(total - covered, threshold.mostUncovered, metric)
    return { ...all, short, reason }
  }
  const short = requiredCount(threshold.least, total) - covered
  if (short <= 0) return undefined
  return { ...all, short, reason: tooFewCovered(metric, count, short, threshold.least) }
}

function failureBase(
  { kind, suite }: Subject,
  metric: Metric,
  threshold: Threshold,
): Omit<GateFailure, 'reason'> {
  return { kind, suite, metric, threshold: thresholdText(threshold) }
}
