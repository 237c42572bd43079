import type { Coverage } from '../model/coverage.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import { type Count, type Metric, metrics, type Totals } from '../model/metrics.ts'
import { type ChangedFile, lineBefore } from '../pull-request/diff.ts'
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

const nothing: Count = { covered: 0, total: 0 }

/**
 * Compares with the baseline. `changes` are those from its commit to the one checked out; without
 * them lines cannot be told from those of before.
 */
export function compareBaseline(
  whole: Coverage,
  overall: Totals,
  baseline: NormalizedReport,
  changes: readonly ChangedFile[] | undefined,
): Delta {
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
  const before = new Map(files.flatMap(({ path, lines }) => (lines ? [[path, lines]] : [])))
  if (before.size === 0) return undefined
  const changed = new Map(changes.map((file) => [file.path, file]))
  let sum = 0
  for (const file of whole.files()) {
    const change = changed.get(file.path)
    const uncovered = before.get(change?.before ?? file.path)?.uncovered ?? ''
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
