import { grow } from '../collections/grow.ts'
import type { Count } from './metrics.ts'

/** A count per file, by file number. */
export interface FileCounts {
  /** Whether no file has a count. */
  readonly isEmpty: boolean
  /** The total of all files. */
  readonly sum: Count
  of(file: number): Count
}

/** Mutable counts per file. */
export class Counters implements FileCounts {
  /** Covered and total of each file in turn; not 32 bits, because weights may be large. */
  #values = new Float64Array(0)
  readonly sum = { covered: 0, total: 0 }

  get isEmpty(): boolean {
    return this.#values.length === 0
  }

  add(file: number, covered: number, total: number): void {
    const at = file * 2
    if (at >= this.#values.length) this.#values = grow(this.#values, at + 2)
    this.#values[at] = this.coveredOf(file) + covered
    this.#values[at + 1] = this.totalOf(file) + total
    this.sum.covered += covered
    this.sum.total += total
  }

  coveredOf(file: number): number {
    const at = file * 2
    return at < this.#values.length ? (this.#values[at] ?? 0) : 0
  }

  totalOf(file: number): number {
    const at = file * 2
    return at < this.#values.length ? (this.#values[at + 1] ?? 0) : 0
  }

  of(file: number): Count {
    return { covered: this.coveredOf(file), total: this.totalOf(file) }
  }
}
