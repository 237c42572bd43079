import { ActionError } from '@ci-actions/kit'
import type { Coverage } from '../model/coverage.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import { type Count, type Metric, metrics } from '../model/metrics.ts'
import { type ChangedFile, lineBefore } from '../pull-request/diff.ts'
import { diffBetween } from '../pull-request/git-diff.ts'
import { KnownSources } from '../pull-request/known-sources.ts'
import type { Checkout } from '../reports/checkouts.ts'
import { linesOf, type NormalizedReport } from './baseline-report.ts'

/** What became of the coverage since the baseline. */
export interface Delta {
  /** The commit that the baseline is of; empty when it is not known. */
  readonly commit: string
  /** The metrics that the baseline has data on; one that is not measured any more is 0 of 0 now. */
  readonly metrics: readonly {
    readonly metric: Metric
    readonly before: Count
    readonly now: Count
  }[]
  /**
   * Lines that are not covered now and were covered, or were not there, before: deleting covered code
   * cannot make up for them. Undefined where the lines of one side are not told.
   */
  readonly newlyUncovered: number | undefined
}

/** Compares with the baseline, and its lines with those that changed since its commit, as far as git knows. */
export async function deltaSince(
  baseline: NormalizedReport | undefined,
  whole: Coverage,
  checkout: Checkout | undefined,
): Promise<Delta | undefined> {
  if (!baseline) return undefined
  const changes = checkout && (await changesSince(baseline.commit, whole, checkout))
  return compareBaseline(whole, baseline, changes)
}

async function changesSince(
  commit: string,
  whole: Coverage,
  checkout: Checkout,
): Promise<readonly ChangedFile[] | undefined> {
  if (!/^[\da-f]{40}([\da-f]{24})?$/.test(commit)) return undefined
  const known = new KnownSources(whole)
  try {
    return await diffBetween(commit, checkout, (path) => known.isSource(path))
  } catch (error) {
    if (error instanceof ActionError) return undefined
    throw error
  }
}

const nothing: Count = { covered: 0, total: 0 }

/**
 * Compares with the baseline. `changes` are those from its commit to the one checked out; without
 * them lines cannot be told from those of before.
 */
export function compareBaseline(
  whole: Coverage,
  baseline: NormalizedReport,
  changes: readonly ChangedFile[] | undefined,
): Delta {
  const overall = whole.totals()
  const compared = metrics
    .map((metric) => ({ metric, before: baseline.totals[metric] ?? nothing, now: overall[metric] }))
    .filter(({ metric, before, now }) => {
      return before.total > 0 && (now.total > 0 || !whole.measured.has(metric))
    })
  return {
    commit: baseline.commit,
    metrics: compared,
    newlyUncovered: changes && newlyUncovered(whole, baseline, changes),
  }
}

function newlyUncovered(
  whole: Coverage,
  { files }: NormalizedReport,
  changes: readonly ChangedFile[],
): number | undefined {
  const before = new Map<string, string>()
  for (const { path, lines } of files) {
    // Files that could not be told apart have one path.
    if (lines) before.set(path, [before.get(path), lines.uncovered].join())
  }
  if (before.size === 0) return undefined
  const changed = new Map(changes.map((file) => [file.path, file]))
  let sum = 0
  for (const file of whole.files()) {
    const change = changed.get(file.path)
    const uncovered = before.get(change?.before ?? file.path) ?? ''
    sum += newIn(file, linesOf(uncovered), change)
  }
  return sum
}

function newIn(
  file: SourceFile,
  uncovered: ReadonlySet<number>,
  change: ChangedFile | undefined,
): number {
  let sum = 0
  for (const { from, to } of file.ranges('uncovered')) {
    for (let line = from; line <= to; line++) {
      const then = change ? lineBefore(change, line) : line
      if (then === undefined || !uncovered.has(then)) sum++
    }
  }
  return sum
}
