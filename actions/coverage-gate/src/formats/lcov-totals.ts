import type { Coverage } from '../model/coverage.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import type { Count } from '../model/metrics.ts'
import { afterDigits, wordOf } from '../parse/bytes.ts'
import type { TextLines } from '../parse/text-lines.ts'
import { reconcileTotals } from './declared-totals.ts'

const totalNames = ['LF', 'LH', 'BRF', 'BRH', 'FNF', 'FNH'] as const
type Total = (typeof totalNames)[number]

/** The totals by the first word of their line. */
export const totalWords = new Map(totalNames.map((name) => [wordOf(`${name}:`), name]))

const totals = [
  ['lines', 'LH', 'LF'],
  ['branches', 'BRH', 'BRF'],
  ['functions', 'FNH', 'FNF'],
] as const

/** The totals that records declare. */
export class RecordTotals {
  /** Totals of the current record. */
  readonly #declared = new Map<Total, number>()
  /** Sums over all records. */
  readonly #sums = new Map<Total, number>()

  /** Reads `LF:<lines>`; returns the start of the next line. */
  read(lines: TextLines, start: number, name: Total): number {
    const { bytes } = lines
    const from = start + name.length + 1
    const digits = afterDigits(bytes, from)
    const end = lines.endOf(from)
    const value = Number(bytes.toString('latin1', from, digits === from ? end : digits))
    this.#declared.set(name, (this.#declared.get(name) ?? 0) + value)
    return end + 1
  }

  /** Adds the totals of the record for metrics that it does not list, such as functions from Bun. */
  addTo(file: SourceFile, coverage: Coverage): void {
    if (this.#declared.size === 0) return
    for (const [metric, hit, found] of totals) {
      const count = countFrom(this.#declared, hit, found)
      if (!count || count.total === 0 || file.count(metric).total > 0) continue
      coverage.measured.add(metric)
      file.add(metric, count)
    }
    for (const [word, value] of this.#declared) {
      this.#sums.set(word, (this.#sums.get(word) ?? 0) + value)
    }
    this.#declared.clear()
  }

  /** Compares the sums with the lists, unless files repeat, because then a line may be in two records. */
  reconcile(coverage: Coverage, records: number): string[] {
    if (records !== Array.from(coverage.files()).length) return []
    const declared = totals.map(([metric, hit, found]) => [
      metric,
      countFrom(this.#sums, hit, found),
    ])
    return reconcileTotals(Object.fromEntries(declared), coverage)
  }
}

function countFrom(from: ReadonlyMap<Total, number>, hit: Total, found: Total): Count | undefined {
  const covered = from.get(hit) ?? Number.NaN
  const total = from.get(found) ?? Number.NaN
  return Number.isSafeInteger(total) && covered <= total ? { covered, total } : undefined
}
