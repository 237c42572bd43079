import { type Markdown, plain, table } from '@ci-actions/kit'
import { type Count, type Metric, metrics, type Totals } from './coverage.ts'
import type { Check, Judged, Verdict } from './judge.ts'
import { textOf } from './judge.ts'
import { percentOf } from './ratio.ts'

/** The verdict as a person reads it: what is short, then all suites in a table. */
export function summaryOf(verdict: Verdict): Markdown {
  const { suites, overall, failures } = verdict
  const shown = metrics.filter((metric) => suites.some(({ totals }) => totals[metric].total > 0))
  const rows = suites.map((judged) => rowOf(judged, shown))
  const all = ['**All**', ...shown.map((metric) => amountOf(overall[metric]))]
  return [
    `### ${titleOf(verdict)}`,
    failures.map(({ suite, reason }) => `- ${plain(suite)}: ${plain(reason)}`).join('\n'),
    table(['Suite', ...shown.map(titleCase)], suites.length > 1 ? [...rows, all] : rows),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** The reasons on one line, for the error of the step. */
export function reasonOf({ failures }: Verdict): string {
  const reasons = failures.map(({ suite, reason }) => `${suite}: ${reason}`)
  return `The coverage gate is not met. ${reasons.join('; ')}.`
}

function titleOf({ passed, suites }: Verdict): string {
  if (!passed) return '❌ The coverage gate is not met'
  const gated = suites.some(({ checks }) => checks.length > 0)
  return gated ? '✅ The coverage gate is met' : 'Coverage'
}

function rowOf({ suite, totals, checks }: Judged, shown: readonly Metric[]): Markdown[] {
  const name = plain(suite.name)
  if (suite.reports.length === 0) return [`${name} (no report)`, ...shown.map(() => '')]
  return [name, ...shown.map((metric) => cellOf(metric, totals, checks))]
}

function cellOf(metric: Metric, totals: Totals, checks: readonly Check[]): Markdown {
  const check = checks.find((one) => one.metric === metric)
  const amount = amountOf(totals[metric])
  if (!check) return amount
  const { threshold, passed } = check
  const asked =
    'least' in threshold
      ? `needs ${textOf(threshold)} %`
      : `at most ${threshold.mostUncovered} uncovered`
  return `${passed ? '✅' : '❌'} ${amount}, ${asked}`
}

function amountOf(count: Count): Markdown {
  if (count.total === 0) return 'n/a'
  return `**${percentOf(count)} %** (${count.covered} of ${count.total})`
}

function titleCase(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
