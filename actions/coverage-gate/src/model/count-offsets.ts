import { Counters } from './counters.ts'
import type { Count } from './metrics.ts'

/** The difference between the count that a report declares for a file and the items that it lists. */
export class CountOffsets {
  readonly #offsets = new Counters()

  get isEmpty(): boolean {
    return this.#offsets.isEmpty
  }

  /** Makes the declared count apply; undefined makes the listed items apply again. */
  set(file: number, listed: Count, declared: Count = listed): void {
    const known = this.#offsets.of(file)
    const covered = declared.covered - listed.covered - known.covered
    const total = declared.total - listed.total - known.total
    if (covered !== 0 || total !== 0) this.#offsets.add(file, covered, total)
  }

  /** Returns the count of a file, given the listed count. */
  applied(file: number, { covered, total }: Count): Count {
    if (this.isEmpty) return { covered, total }
    return {
      covered: covered + this.#offsets.coveredOf(file),
      total: total + this.#offsets.totalOf(file),
    }
  }

  /**
   * Merges other offsets; `files` maps their file numbers to those here, -1 for none. A declared count applies only
   * while no other report lists items of the file. `mine` and `theirs` return the counts listed before the merge.
   */
  merge(
    other: CountOffsets,
    files: Int32Array,
    mine: (file: number) => Count,
    theirs: (file: number) => Count,
  ): void {
    if (this.isEmpty && other.isEmpty) return
    files.forEach((file, number) => {
      if (file < 0 || theirs(number).total === 0) return
      if (mine(file).total > 0) this.set(file, mine(file))
      else this.#adopt(file, other.#offsets.of(number))
    })
  }

  #adopt(file: number, { covered, total }: Count): void {
    if (covered !== 0 || total !== 0) this.#offsets.add(file, covered, total)
  }
}
