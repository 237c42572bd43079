import { PackedTable } from '../collections/hash-table.ts'
import { type NumberInterner, placeShift } from '../collections/number-interner.ts'
import { Counters } from './counters.ts'
import type { Count } from './metrics.ts'

/** Spans of code by start and end, each with its weight and whether it is covered. */
export class SpanTable {
  readonly #counts = new Counters()
  /** Twice the weight, plus 1 if covered. */
  readonly #spans = new PackedTable(placeShift)
  readonly #numbers: NumberInterner

  constructor(numbers: NumberInterner) {
    this.#numbers = numbers
  }

  get isEmpty(): boolean {
    return this.#counts.isEmpty
  }

  sum(): Count {
    return { ...this.#counts.sum }
  }

  of(file: number): Count {
    return this.#counts.of(file)
  }

  /** Marks a span; the weight must be below 2^30. Returns the previous weight of the span if it differs, else 0. */
  mark(
    file: number,
    line: number,
    column: number,
    endLine: number,
    endColumn: number,
    weight: number,
    covered: boolean,
  ): number {
    const numbers = this.#numbers
    const start = numbers.place(line, column)
    return this.#mark(file, start, numbers.place(endLine, endColumn), weight, covered)
  }

  /** Merges another table; `files` maps its file numbers to those here, -1 for none. */
  merge(
    other: SpanTable,
    files: Int32Array,
    contradicts: (file: number, before: number, weight: number) => void,
  ): void {
    const numbers = this.#numbers
    other.#spans.each((otherFile, start, end, value) => {
      const file = files[otherFile] ?? -1
      if (file < 0) return
      const from = numbers.adopt(start, other.#numbers)
      const to = numbers.adopt(end, other.#numbers)
      const weight = value >> 1
      const before = this.#mark(file, from, to, weight, (value & 1) === 1)
      if (before > 0) contradicts(file, before, weight)
    })
  }

  #mark(file: number, start: number, end: number, weight: number, covered: boolean): number {
    const spans = this.#spans
    spans.find(file, start, end)
    const known = spans.value
    const before = known >> 1
    if (before > 0 && before !== weight) return before
    if (before > 0 && ((known & 1) === 1 || !covered)) return 0
    spans.value = weight * 2 + (covered ? 1 : 0)
    this.#counts.add(file, covered ? weight : 0, weight - before)
    return 0
  }
}
