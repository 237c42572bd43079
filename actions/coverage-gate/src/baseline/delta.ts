import { ActionError } from '@ci-actions/kit'
import type { Coverage } from '../model/coverage.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import { type Count, type Metric, metrics } from '../model/metrics.ts'
import { type ChangedFile, lineBefore } from '../pull-request/diff.ts'
import { diffBetween } from '../pull-request/git-diff.ts'
import { KnownSources } from '../pull-request/known-sources.ts'
import type { Checkout } from '../reports/checkouts.ts'
import { type NormalizedReport, parseRanges } from './baseline-report.ts'

/** The change in coverage since the baseline. */
export interface Delta {
  /** The commit of the baseline; empty if unknown. */
  readonly commit: string
  /** The metrics with data in the baseline; one that is no longer measured is 0 of 0 now. */
  readonly metrics: readonly {
    readonly metric: Metric
    readonly before: Count
    readonly now: Count
  }[]
  /**
   * Number of lines that are uncovered now, and were covered or did not exist before: deleting covered code cannot
   * offset them. Undefined if one side has no line data.
   */
  readonly newlyUncovered: number | undefined
}

/** Compares with the baseline, including its lines if Git can list the changes since its commit. */
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
 * Compares with the baseline. `changes` are those from its commit to the one checked out; without them lines cannot
 * be compared.
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
    // Files that could not be distinguished have the same path.
    if (lines) before.set(path, [before.get(path), lines.uncovered].join())
  }
  if (before.size === 0) return undefined
  const changed = new Map(changes.map((file) => [file.path, file]))
  let sum = 0
  for (const file of whole.files()) {
    const change = changed.get(file.path)
    const uncovered = before.get(change?.before ?? file.path) ?? ''
    sum += countNew(file, parseRanges(uncovered), change)
  }
  return sum
}

function countNew(
  file: SourceFile,
  uncovered: ReadonlySet<number>,
  change: ChangedFile | undefined,
): number {
  let sum = 0
  for (const { from, to } of file.ranges('uncovered')) {
    for (let line = from; line <= to; line++) {
      const previous = change ? lineBefore(change, line) : line
      if (previous === undefined || !uncovered.has(previous)) sum++
    }
  }
  return sum
}
