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

export interface About {
  /** The input `name`. */
  readonly name: string
  readonly patchThreshold: Percentage | undefined
  readonly files: Iterable<SourceFile>
}

/** The verdict as a person reads it: what is short, how all stand, what the pull request changes, the worst files. */
export function coverageSummary(verdict: GateResult, about: About): Markdown {
  return [
    `### ${titleOf(verdict, about)}`,
    failuresOf(verdict),
    verdict.ungated ? escapeMarkdown(verdict.ungated.reason) : '',
    suitesOf(verdict),
    groupsOf(verdict),
    patchOf(verdict, about.patchThreshold),
    deltaOf(verdict.delta),
    leastCovered(about.files),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** The reasons on one line, for the error of the step. */
export function describeFailures(verdict: GateResult, name: string): string {
  const { failures } = verdict
  const reasons = failures
    .slice(0, 10)
    .map((failure) => [subjectOf(failure, verdict), failure.reason].filter(Boolean).join(': '))
  const more = failures.length > 10 ? `; and ${failures.length - 10} more in the job summary` : ''
  const which = name === 'Coverage' ? '' : ` (${excerpt(name)})`
  return `The coverage gate is not met${which}. ${reasons.join('; ')}${more}.`
}

/** What fails, by its name; empty for the one suite there is when nobody gave it a name. */
function subjectOf({ kind, suite }: GateFailure, verdict: GateResult): string {
  return kind === 'suite' && isUnnamed(verdict) ? '' : suite
}

function isUnnamed({ suites }: GateResult): boolean {
  return suites.length === 1 && suites[0]?.name === unnamed
}

function titleOf(verdict: GateResult, { name, patchThreshold }: About): Markdown {
  const { passed, suites, groups, patch } = verdict
  const of = name === 'Coverage' ? '' : ` (${escapeMarkdown(name)})`
  if (!passed) return `❌ The coverage gate is not met${of}`
  const gated = [...suites, ...groups].some(({ checks }) => checks.length > 0)
  if (gated || (patch && patchThreshold)) return `✅ The coverage gate is met${of}`
  return patch ? `Coverage of this pull request${of}` : `Coverage${of}`
}

function failuresOf(verdict: GateResult): Markdown {
  const lines = verdict.failures.map((failure) => {
    const subject = subjectOf(failure, verdict)
    const words = escapeMarkdown(excerpt(failure.reason, 600))
    return subject === '' ? `- ${words}` : `- ${escapeMarkdown(excerpt(subject))}: ${words}`
  })
  return shortened(lines, 50).join('\n')
}

function suitesOf(verdict: GateResult): Markdown {
  const { suites, overall } = verdict
  const shown = shownOf(suites)
  const rows = suites.map((suite) => {
    return rowOf(isUnnamed(verdict) ? { ...suite, name: 'All' } : suite, shown)
  })
  const all = [
    '**All**',
    barOf(mainOf(overall)),
    ...shown.map((metric) => amountOf(overall[metric])),
  ]
  return markdownTable(
    ['Suite', '', ...shown.map(titleCase)],
    suites.length > 1 ? [...rows, all] : rows,
  )
}

function groupsOf({ groups }: GateResult): Markdown {
  if (groups.length === 0) return ''
  const shown = shownOf(groups)
  return markdownTable(
    ['Path', '', ...shown.map(titleCase)],
    groups.map((group) => rowOf(group, shown)),
  )
}

function shownOf(judged: readonly SuiteResult[]): Metric[] {
  return metrics.filter((metric) => judged.some(({ totals }) => totals[metric].total > 0))
}

function rowOf(
  { name, hasReport, totals, checks }: SuiteResult,
  shown: readonly Metric[],
): Markdown[] {
  if (!hasReport) return [`${escapeMarkdown(name)} (no report)`, '', ...shown.map(() => '')]
  return [
    escapeMarkdown(name),
    barOf(mainOf(totals)),
    ...shown.map((metric) => cellOf(metric, totals, checks)),
  ]
}

function cellOf(metric: Metric, totals: Totals, checks: readonly Check[]): Markdown {
  const amount = amountOf(totals[metric])
  const check = checks.find((one) => one.metric === metric)
  if (!check) return amount
  const { threshold, count, passed } = check
  const asked =
    'least' in threshold
      ? `needs ${thresholdText(threshold)} %`
      : `at most ${threshold.mostUncovered} uncovered`
  const rest =
    count.total === totals[metric].total ? '' : `outside of the paths ${amountOf(count)}, `
  return `${passed ? '✅' : '❌'} ${amount}<br>${rest}${asked}`
}

function patchOf({ patch, failures }: GateResult, threshold: Percentage | undefined): Markdown {
  if (!patch) return ''
  const isMet = !failures.some(({ kind }) => kind === 'patch')
  const mark = threshold ? (isMet ? '✅ ' : '❌ ') : ''
  const asked = threshold ? `, needs ${threshold.text} %` : ''
  const amount =
    patch.total === 0
      ? `n/a: no changed line can be covered${asked}.`
      : `**${formatPercentage(patch)} %** (${patch.covered} of ${patch.total})${asked}.`
  const short = patch.files.filter((file) => uncoveredOf(file) > 0)
  const worst = short.toSorted((a, b) => uncoveredOf(b) - uncoveredOf(a))
  const rows = worst.slice(0, 30).map(patchRow)
  const unknown = shortened(
    patch.unknown.map((path) => `- ${pathOf(path)}`),
    20,
  )
  return [
    `#### ${mark}Changed lines: ${patch.missing === undefined ? amount : `not known, ${escapeMarkdown(patch.missing)}.`}`,
    rows.length > 0 ? markdownTable(['File', '', 'Covered', 'Lines not covered'], rows) : '',
    moreThan(short.length, 30, 'files'),
    wholeOf(patch.files.length - short.length),
    unknown.length > 0 ? `Changed source files that no report knows:\n${unknown.join('\n')}` : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function wholeOf(files: number): Markdown {
  if (files === 0) return ''
  return files === 1
    ? 'One changed file is covered whole.'
    : `${files} changed files are covered whole.`
}

function patchRow(file: PatchFile): Markdown[] {
  return [pathOf(file.path), barOf(file), amountOf(file), shortRanges(file.uncovered)]
}

function shortRanges(ranges: readonly Range[]): Markdown {
  const said = ranges
    .slice(0, 10)
    .map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`))
  return [...said, ...(ranges.length > 10 ? [`and ${ranges.length - 10} more`] : [])].join(', ')
}

function deltaOf(delta: Delta | undefined): Markdown {
  if (!delta) return ''
  const rows = delta.metrics.map(({ metric, before, now }) => {
    return [titleCase(metric), amountOf(before), amountOf(now), `${formatChange(before, now)}`]
  })
  const lines = delta.newlyUncovered === 1 ? 'line is' : 'lines are'
  const at = /^[\da-f]{40}$/.test(delta.commit) ? ` (${delta.commit.slice(0, 7)})` : ''
  return [
    `#### Against the baseline${at}`,
    rows.length > 0
      ? markdownTable(['', 'Before', 'Now', 'Points'], rows)
      : 'It has no metric in common.',
    delta.newlyUncovered === undefined
      ? ''
      : `${delta.newlyUncovered} ${lines} not covered that were covered or not there before.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

const mostFiles = 10

/** The files with the most that is not covered, folded. */
function leastCovered(files: Iterable<SourceFile>): Markdown {
  // Of very many files only the worst are kept.
  const worst: (Count & { readonly path: string })[] = []
  let short = 0
  for (const file of files) {
    const count = countOf(file)
    const uncovered = uncoveredOf(count)
    if (uncovered === 0) continue
    short++
    const better = worst.findIndex((other) => uncoveredOf(other) < uncovered)
    if (better < 0 && worst.length === mostFiles) continue
    worst.splice(better < 0 ? worst.length : better, 0, { path: file.path, ...count })
    if (worst.length > mostFiles) worst.pop()
  }
  if (short === 0) return ''
  const rows = worst.map((file) => [
    pathOf(file.path),
    barOf(file),
    amountOf(file),
    `${uncoveredOf(file)}`,
  ])
  return [
    '<details><summary>Files with the most that is not covered</summary>',
    markdownTable(['File', '', 'Covered', 'Not covered'], rows),
    moreThan(short, mostFiles, 'files'),
    '</details>',
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** Lines, or what the reports have in their place. */
function countOf(file: SourceFile): Count {
  const lines = file.count('lines')
  return lines.total > 0 ? lines : file.count('statements')
}

/** The same of several files. */
function mainOf({ lines, statements }: Totals): Count {
  return lines.total > 0 ? lines : statements
}

function uncoveredOf({ covered, total }: Count): number {
  return total - covered
}

function amountOf(count: Count): Markdown {
  if (count.total === 0) return 'n/a'
  return `**${formatPercentage(count)} %** (${count.covered} of ${count.total})`
}

/** Ten squares; the last is full only when all is covered. */
function barOf({ covered, total }: Count): Markdown {
  if (total === 0) return ''
  const full = Math.floor((covered * 10) / total)
  return `${'█'.repeat(full)}${'░'.repeat(10 - full)}`
}

/** The end of a long path tells more than its begin. */
function pathOf(path: string): Markdown {
  return markdownCode(path.length > 150 ? `…${path.slice(-149)}` : path)
}

function shortened(lines: readonly Markdown[], most: number): Markdown[] {
  const more = lines.length - most
  return more > 0 ? [...lines.slice(0, most), `- and ${more} more`] : [...lines]
}

function moreThan(count: number, most: number, what: string): Markdown {
  return count > most ? `And ${count - most} more ${what}.` : ''
}

function titleCase(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
