import {
  type Count,
  type Metric,
  metrics,
} from '../../../actions/coverage-gate/src/model/metrics.ts'
import { startBundle } from '../../support/bundle.ts'

/** Counts by a tool or by the gate, of the metrics that it measures. */
export type Counts = Readonly<Partial<Record<Metric, Count>>>

/** What the gate reads in reports. */
export interface Reading {
  readonly counts: Counts
  /** Its notices and warnings. */
  readonly remarks: readonly string[]
}

/** Reads the reports that match a glob with the shipped gate. */
export async function readByGate(workspace: string, reports: string): Promise<Reading> {
  const { error, commands, outputs } = await startBundle('coverage-gate', {
    workspace,
    inputs: { reports, thresholds: '0', baseline: 'none', 'github-token': '' },
  })
  if (error) throw new Error(error)
  const totals: Record<Metric, Count> = JSON.parse(outputs.totals ?? '')
  return {
    counts: measured((metric) => totals[metric]),
    remarks: commands
      .filter(({ name }) => name === 'notice' || name === 'warning')
      .map(({ message }) => message),
  }
}

/** A report, and how its format differs from what its tool prints. */
export interface Row {
  /** A path or glob. */
  readonly report: string
  /** The metrics of its format. */
  readonly has: readonly Metric[]
  /** What is printed and not listed, and why. */
  readonly less?: { readonly counts: Counts; readonly reason: string }
  /** The notices and warnings of the gate. */
  readonly remarks?: readonly RegExp[]
}

/** Rows for `test.each`, each with its title. */
export function titled(rows: readonly Row[]): [string, Row][] {
  return rows.map((row) => [row.less ? `${row.report}, where ${row.less.reason}` : row.report, row])
}

/** Expects the gate to read the counts that the tool printed, less what its format leaves out. */
export async function expectPrinted(
  workspace: string,
  printed: Counts,
  { report, has, less, remarks = [] }: Row,
): Promise<void> {
  const reading = await readByGate(workspace, report)
  const expected = measured((metric) => {
    const count = has.includes(metric) ? printed[metric] : undefined
    return count && minus(count, less?.counts[metric])
  })
  expect(Object.keys(expected)).toHaveLength(has.length)
  expect(reading).toEqual({
    counts: expected,
    remarks: remarks.map((remark) => expect.stringMatching(remark)),
  })
}

/** The counts of several runs that share no file. */
export function sum(all: readonly Counts[]): Counts {
  return measured((metric) => {
    const counts = all.map((one) => one[metric] ?? { covered: 0, total: 0 })
    return counts.reduce((one, other) => ({
      covered: one.covered + other.covered,
      total: one.total + other.total,
    }))
  })
}

function minus(count: Count, { covered, total }: Count = { covered: 0, total: 0 }): Count {
  return { covered: count.covered - covered, total: count.total - total }
}

function measured(count: (metric: Metric) => Count | undefined): Counts {
  return Object.fromEntries(
    metrics.flatMap((metric) => {
      const one = count(metric)
      return one && one.total > 0 ? [[metric, one]] : []
    }),
  )
}
