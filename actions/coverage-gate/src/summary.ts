import {
  escapeMarkdown,
  excerpt,
  type Markdown,
  markdownCode,
  markdownTable,
} from '@ci-actions/kit'
import type { Delta } from './baseline/delta.ts'
import type { Range } from './collections/line-bitmap.ts'
import { formatChange, formatPercentage, type Percentage } from './gate/percentage.ts'
import type { Check, GateFailure, GateResult, SuiteResult } from './gate/result.ts'
import { thresholdText } from './gate/thresholds.ts'
import type { SourceFile } from './model/file-coverage.ts'
import { type Count, type Metric, metrics, type Totals } from './model/metrics.ts'
import type { PatchFile } from './pull-request/patch.ts'
import { unnamed } from './reports/report-line.ts'

export interface SummaryOptions {
  /** The input `name`. */
  readonly name: string
  readonly patchThreshold: Percentage | undefined
  readonly files: Iterable<SourceFile>
}

/** Renders the result: failures, suites and groups, changed lines, changes since the baseline, least covered files. */
export function coverageSummary(result: GateResult, options: SummaryOptions): Markdown {
  return [
    `### ${heading(result, options)}`,
    failureList(result),
    result.ungated ? escapeMarkdown(result.ungated.reason) : '',
    suiteTable(result),
    groupTable(result),
    patchSection(result, options.patchThreshold),
    deltaSection(result.delta),
    leastCovered(options.files),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** Returns the reasons on one line, for the error of the step. */
export function describeFailures(result: GateResult, name: string): string {
  const { failures } = result
  const reasons = failures
    .slice(0, 10)
    .map((failure) => [subjectOf(failure, result), failure.reason].filter(Boolean).join(': '))
  const more = failures.length > 10 ? `; and ${failures.length - 10} more in the job summary` : ''
  const suffix = name === 'Coverage' ? '' : ` (${excerpt(name)})`
  return `The coverage gate is not met${suffix}. ${reasons.join('; ')}${more}.`
}

/** Returns the name of what fails; empty for a single unnamed suite. */
function subjectOf({ kind, suite }: GateFailure, result: GateResult): string {
  return kind === 'suite' && isUnnamed(result) ? '' : suite
}

function isUnnamed({ suites }: GateResult): boolean {
  return suites.length === 1 && suites[0]?.name === unnamed
}

function heading(result: GateResult, { name, patchThreshold }: SummaryOptions): Markdown {
  const { passed, suites, groups, patch } = result
  const suffix = name === 'Coverage' ? '' : ` (${escapeMarkdown(name)})`
  if (!passed) return `❌ The coverage gate is not met${suffix}`
  const gated = [...suites, ...groups].some(({ checks }) => checks.length > 0)
  if (gated || (patch && patchThreshold)) return `✅ The coverage gate is met${suffix}`
  return patch ? `Coverage of this pull request${suffix}` : `Coverage${suffix}`
}

function failureList(result: GateResult): Markdown {
  const lines = result.failures.map((failure) => {
    const subject = subjectOf(failure, result)
    const reason = escapeMarkdown(excerpt(failure.reason, 600))
    return subject === '' ? `- ${reason}` : `- ${escapeMarkdown(excerpt(subject))}: ${reason}`
  })
  return shortened(lines, 50).join('\n')
}

function suiteTable(result: GateResult): Markdown {
  const { suites, overall } = result
  const shown = measuredMetrics(suites)
  const rows = suites.map((suite) => {
    return suiteRow(isUnnamed(result) ? { ...suite, name: 'All' } : suite, shown)
  })
  const all = [
    '**All**',
    progressBar(mainCount(overall)),
    ...shown.map((metric) => formatCount(overall[metric])),
  ]
  return markdownTable(
    ['Suite', '', ...shown.map(titleCase)],
    suites.length > 1 ? [...rows, all] : rows,
  )
}

function groupTable({ groups }: GateResult): Markdown {
  if (groups.length === 0) return ''
  const shown = measuredMetrics(groups)
  return markdownTable(
    ['Path', '', ...shown.map(titleCase)],
    groups.map((group) => suiteRow(group, shown)),
  )
}

function measuredMetrics(results: readonly SuiteResult[]): Metric[] {
  return metrics.filter((metric) => results.some(({ totals }) => totals[metric].total > 0))
}

function suiteRow(
  { name, hasReport, totals, checks }: SuiteResult,
  shown: readonly Metric[],
): Markdown[] {
  if (!hasReport) return [`${escapeMarkdown(name)} (no report)`, '', ...shown.map(() => '')]
  return [
    escapeMarkdown(name),
    progressBar(mainCount(totals)),
    ...shown.map((metric) => metricCell(metric, totals, checks)),
  ]
}

function metricCell(metric: Metric, totals: Totals, checks: readonly Check[]): Markdown {
  const amount = formatCount(totals[metric])
  const check = checks.find((candidate) => candidate.metric === metric)
  if (!check) return amount
  const { threshold, count, passed } = check
  const requirement =
    'least' in threshold
      ? `needs ${thresholdText(threshold)} %`
      : `at most ${threshold.maxUncovered} uncovered`
  const rest =
    count.total === totals[metric].total ? '' : `outside the paths ${formatCount(count)}, `
  return `${passed ? '✅' : '❌'} ${amount}<br>${rest}${requirement}`
}

function patchSection(
  { patch, failures }: GateResult,
  threshold: Percentage | undefined,
): Markdown {
  if (!patch) return ''
  const isMet = !failures.some(({ kind }) => kind === 'patch')
  const mark = threshold ? (isMet ? '✅ ' : '❌ ') : ''
  const requirement = threshold ? `, needs ${threshold.text} %` : ''
  const amount =
    patch.total === 0
      ? `n/a: no executable lines changed${requirement}.`
      : `**${formatPercentage(patch)} %** (${patch.covered} of ${patch.total})${requirement}.`
  const short = patch.files.filter((file) => uncoveredCount(file) > 0)
  const worst = short.toSorted((a, b) => uncoveredCount(b) - uncoveredCount(a))
  const rows = worst.slice(0, 30).map(patchRow)
  const unknown = shortened(
    patch.unknown.map((path) => `- ${formatPath(path)}`),
    20,
  )
  return [
    `#### ${mark}Changed lines: ${patch.missing === undefined ? amount : `unknown, ${escapeMarkdown(patch.missing)}.`}`,
    rows.length > 0 ? markdownTable(['File', '', 'Covered', 'Uncovered lines'], rows) : '',
    moreThan(short.length, 30, 'files'),
    fullyCoveredFiles(patch.files.length - short.length),
    unknown.length > 0
      ? `Changed source files missing from all reports:\n${unknown.join('\n')}`
      : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function fullyCoveredFiles(files: number): Markdown {
  if (files === 0) return ''
  return files === 1
    ? 'One changed file is fully covered.'
    : `${files} changed files are fully covered.`
}

function patchRow(file: PatchFile): Markdown[] {
  return [formatPath(file.path), progressBar(file), formatCount(file), shortRanges(file.uncovered)]
}

function shortRanges(ranges: readonly Range[]): Markdown {
  const formatted = ranges
    .slice(0, 10)
    .map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`))
  return [...formatted, ...(ranges.length > 10 ? [`and ${ranges.length - 10} more`] : [])].join(
    ', ',
  )
}

function deltaSection(delta: Delta | undefined): Markdown {
  if (!delta) return ''
  const rows = delta.metrics.map(({ metric, before, now }) => {
    return [
      titleCase(metric),
      formatCount(before),
      formatCount(now),
      `${formatChange(before, now)}`,
    ]
  })
  const lines = delta.newlyUncovered === 1 ? 'line' : 'lines'
  const at = /^[\da-f]{40}$/.test(delta.commit) ? ` (${delta.commit.slice(0, 7)})` : ''
  return [
    `#### Compared with the baseline${at}`,
    rows.length > 0
      ? markdownTable(['', 'Before', 'Now', 'Points'], rows)
      : 'No metrics in common.',
    delta.newlyUncovered === undefined
      ? ''
      : `${delta.newlyUncovered} newly uncovered ${lines}, covered or nonexistent before.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

const maxFiles = 10

/** Renders the files with the most uncovered lines, collapsed. */
function leastCovered(files: Iterable<SourceFile>): Markdown {
  // Keeps only the worst files, because there may be very many.
  const worst: (Count & { readonly path: string })[] = []
  let short = 0
  for (const file of files) {
    const count = lineCount(file)
    const missed = uncoveredCount(count)
    if (missed === 0) continue
    short++
    const better = worst.findIndex((other) => uncoveredCount(other) < missed)
    if (better < 0 && worst.length === maxFiles) continue
    worst.splice(better < 0 ? worst.length : better, 0, { path: file.path, ...count })
    if (worst.length > maxFiles) worst.pop()
  }
  if (short === 0) return ''
  const rows = worst.map((file) => [
    formatPath(file.path),
    progressBar(file),
    formatCount(file),
    `${uncoveredCount(file)}`,
  ])
  return [
    '<details><summary>Least covered files</summary>',
    markdownTable(['File', '', 'Covered', 'Uncovered'], rows),
    moreThan(short, maxFiles, 'files'),
    '</details>',
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** Returns the count of lines, or of statements if there are none. */
function lineCount(file: SourceFile): Count {
  const lines = file.count('lines')
  return lines.total > 0 ? lines : file.count('statements')
}

/** Returns the count of lines of several files, or of statements if there are none. */
function mainCount({ lines, statements }: Totals): Count {
  return lines.total > 0 ? lines : statements
}

function uncoveredCount({ covered, total }: Count): number {
  return total - covered
}

function formatCount(count: Count): Markdown {
  if (count.total === 0) return 'n/a'
  return `**${formatPercentage(count)} %** (${count.covered} of ${count.total})`
}

/** Renders a bar of ten squares; the last one is full only if everything is covered. */
function progressBar({ covered, total }: Count): Markdown {
  if (total === 0) return ''
  const full = Math.floor((covered * 10) / total)
  return `${'█'.repeat(full)}${'░'.repeat(10 - full)}`
}

/** Truncates the start of a long path, because its end is more specific. */
function formatPath(path: string): Markdown {
  return markdownCode(path.length > 150 ? `…${path.slice(-149)}` : path)
}

function shortened(lines: readonly Markdown[], limit: number): Markdown[] {
  const more = lines.length - limit
  return more > 0 ? [...lines.slice(0, limit), `- and ${more} more`] : [...lines]
}

function moreThan(count: number, limit: number, noun: string): Markdown {
  return count > limit ? `And ${count - limit} more ${noun}.` : ''
}

function titleCase(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
