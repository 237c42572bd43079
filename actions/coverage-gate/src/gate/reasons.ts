import type { Count, Metric } from '../model/metrics.ts'
import type { Patch } from '../pull-request/patch.ts'
import { formatPercentage, type Percentage } from './percentage.ts'

/** Explains why a metric without data cannot be gated; `advice` says how to measure it. */
export function noData(metric: Metric, advice: readonly string[]): string {
  const hints = [...new Set(advice)].map((hint) => `; ${hint}`).join('')
  return `there is no data on ${metric}, so they cannot be gated${hints}`
}

/** Explains why a metric cannot be gated for some files if a report has only one total for all of its files. */
export function onlyTogether(metric: Metric): string {
  return `there is no data on ${metric} for these files, only a total for all files of a report, so they cannot be gated`
}

export function tooManyUncovered(uncovered: number, allowed: number, metric: Metric): string {
  return `${amount(uncovered, metric)} uncovered, ${uncovered - allowed} more than the ${allowed} allowed`
}

export function tooFewCovered(
  metric: Metric,
  count: Count,
  short: number,
  least: Percentage,
): string {
  return `${metric} at ${formatPercentage(count)} % (${count.covered} of ${count.total}), ${amount(short, metric)} short of ${least.text} %`
}

export function tooFewChangedLines(count: Count, short: number, least: Percentage): string {
  return `${formatPercentage(count)} % of the changed lines are covered (${count.covered} of ${count.total}), ${amount(short, 'lines')} short of ${least.text} %`
}

/** Describes changed source files that are missing from all reports. */
export function unknownFiles({ unknown }: Patch): string {
  const files = unknown.length === 1 ? 'changed source file is' : 'changed source files are'
  const more = unknown.length > 3 ? ` and ${unknown.length - 3} more` : ''
  return `${unknown.length} ${files} missing from all reports, so the coverage of their lines is unknown: ${unknown.slice(0, 3).join(', ')}${more}`
}

export function decreased(metric: Metric, before: Count, now: Count, allowed: Percentage): string {
  const points = allowed.text === '1' ? 'point' : 'points'
  return `${metric} fell from ${fraction(before)} to ${fraction(now)}, more than the ${allowed.text} ${points} allowed`
}

export function notMeasured(metric: Metric, before: Count): string {
  return `there is no data on ${metric} any more, down from ${fraction(before)}; check that the reports still measure them`
}

function fraction(count: Count): string {
  return `${formatPercentage(count)} % (${count.covered} of ${count.total})`
}

function amount(count: number, metric: Metric): string {
  const singular = metric === 'branches' ? 'branch' : metric.slice(0, -1)
  return `${count} ${count === 1 ? singular : metric}`
}
