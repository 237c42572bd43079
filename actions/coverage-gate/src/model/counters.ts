import { grow } from '../collections/grow.ts'
import type { Count } from './metrics.ts'

/** A count for each file, by the number of the file. */
export interface FileCounts {
  /** Whether there is nothing of any file. */
  readonly isEmpty: boolean
  /** What all files have together. */
  readonly sum: Count
  of(file: number): Count
}

/** Counts that grow. */
export class Counters implements FileCounts {
  /** Covered and total, one file behind the other; not 32 bits, since weights may be large. */
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
