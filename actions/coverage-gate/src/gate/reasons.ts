import type { Count, Metric } from '../model/metrics.ts'
import type { Patch } from '../pull-request/patch.ts'
import { formatPercentage, type Percentage } from './percentage.ts'

/** Why a metric without data cannot be gated; `advice` is how it may come to be measured. */
export function noData(metric: Metric, advice: readonly string[]): string {
  const how = [...new Set(advice)].map((one) => `; ${one}`).join('')
  return `there is no data on ${metric}, so they cannot be gated${how}`
}

/** Why a metric cannot be gated of some files, where a report tells it of all of its files together. */
export function onlyTogether(metric: Metric): string {
  return `there is no data on ${metric} of these files, only of all files of a report together, so they cannot be gated`
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

/** Changed source files that no report knows, in words. */
export function unknownFiles({ unknown }: Patch): string {
  const files = unknown.length === 1 ? 'changed source file is' : 'changed source files are'
  const more = unknown.length > 3 ? ` and ${unknown.length - 3} more` : ''
  return `${unknown.length} ${files} in no report, so nothing is known of their lines: ${unknown.slice(0, 3).join(', ')}${more}`
}

export function fell(metric: Metric, before: Count, now: Count, allowed: Percentage): string {
  const points = allowed.text === '1' ? 'point' : 'points'
  return `${metric} fell from ${fraction(before)} to ${fraction(now)}, more than the ${allowed.text} ${points} allowed`
}

export function vanished(metric: Metric, before: Count): string {
  return `there is no data on ${metric} any more, which were at ${fraction(before)}; see whether the reports still measure them`
}

function fraction(count: Count): string {
  return `${formatPercentage(count)} % (${count.covered} of ${count.total})`
}

function amount(count: number, metric: Metric): string {
  const one = metric === 'branches' ? 'branch' : metric.slice(0, -1)
  return `${count} ${count === 1 ? one : metric}`
}
