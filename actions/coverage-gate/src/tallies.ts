import type { Count } from './coverage.ts'

/** A count for each file, by the number of the file. */
export class Tallies {
  /** Covered and total, one file behind the other; not 32 bits, since weights may be large. */
  #values = new Float64Array(64)

  add(file: number, covered: number, total: number): void {
    const at = file * 2
    while (at >= this.#values.length) {
      this.#values = new Float64Array(this.#values.buffer.transfer(this.#values.byteLength * 2))
    }
    this.#values[at] = (this.#values[at] ?? 0) + covered
    this.#values[at + 1] = (this.#values[at + 1] ?? 0) + total
  }

  /** Whether there is anything of a file. */
  has(file: number): boolean {
    return (this.#values[file * 2 + 1] ?? 0) > 0
  }

  of(file: number): Count {
    return { covered: this.#values[file * 2] ?? 0, total: this.#values[file * 2 + 1] ?? 0 }
  }
}
