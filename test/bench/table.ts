import type { Usage } from './measure.ts'

/** What was measured, and what is not as it should be, in sentences. */
export interface Bench {
  readonly rows: readonly Row[]
  readonly faults: readonly string[]
}

/** Of one step, or of one report that coverage-gate reads. */
export interface Row extends Usage {
  readonly name: string
  /** What ran beside it. */
  readonly against: 'node -e 0' | 'a plain read'
  /** Of the CPU time to that of `node -e 0`, or to that of a plain read of the report. */
  readonly ratio: number
  /** The ratio must stay below. */
  readonly bar: number | null
  /** How fast the report was read, from start to exit. */
  readonly bytesPerSecond: number | null
}

export function overBar({ name, against, ratio, bar }: Row): string[] {
  if (bar === null || ratio < bar) return []
  return [`${name} takes ${ratio.toFixed(2)} times the CPU of ${against}; the bar is ${bar}.`]
}

type Column = readonly [title: string, cell: (row: Row) => string]

const columns: readonly Column[] = [
  ['', ({ name }) => name],
  ['ms', ({ wallMs }) => wallMs.toFixed(1)],
  ['CPU ms', ({ cpuMs }) => cpuMs.toFixed(1)],
  ['ratio', ({ ratio }) => ratio.toFixed(2)],
  ['bar', ({ bar }) => bar?.toFixed(1) ?? ''],
  ['peak MiB', ({ peakMemoryBytes }) => (peakMemoryBytes / 2 ** 20).toFixed(1)],
  ['loaded KiB', ({ loadedBytes }) => (loadedBytes / 2 ** 10).toFixed(1)],
  ['gzipped KiB', ({ gzippedBytes }) => (gzippedBytes / 2 ** 10).toFixed(1)],
  ['requests', ({ requests }) => String(requests)],
  ['MB/s', ({ bytesPerSecond: speed }) => (speed === null ? '' : (speed / 1e6).toFixed(0))],
]

export function print(rows: readonly Row[]): void {
  const table = [columns.map(([title]) => title), ...rows.map(cellsOf)]
  const widths = columns.map((_, at) => Math.max(...table.map((cells) => cells[at]?.length ?? 0)))
  for (const cells of table) {
    const padded = cells.map((cell, at) =>
      at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
    )
    console.log(padded.join('  ').trimEnd())
  }
  console.log(`
The ratio is that of CPU times (user and system): of a step to node -e 0 beside it, in medians, or of coverage-gate
to a plain read of the report. It has to stay below the bar. Wall time is only listed.`)
}

function cellsOf(row: Row): string[] {
  return columns.map(([, cell]) => cell(row))
}
