import { Counters } from './counters.ts'
import type { Count } from './metrics.ts'

/** By how much what a report counts of a file differs from what it lists. */
export class CountOffsets {
  readonly #offsets = new Counters()

  get isEmpty(): boolean {
    return this.#offsets.isEmpty
  }

  /** Takes a report at its word; undefined counts again what is listed. */
  set(file: number, listed: Count, declared: Count = listed): void {
    const known = this.#offsets.of(file)
    const covered = declared.covered - listed.covered - known.covered
    const total = declared.total - listed.total - known.total
    if (covered !== 0 || total !== 0) this.#offsets.add(file, covered, total)
  }

  /** What there is of a file of which so much is listed. */
  applied(file: number, { covered, total }: Count): Count {
    if (this.isEmpty) return { covered, total }
    return {
      covered: covered + this.#offsets.coveredOf(file),
      total: total + this.#offsets.totalOf(file),
    }
  }

  /**
   * Takes over those of others, under these numbers of the files; -1 for none. A report stands by its word as
   * long as no other lists anything of the file; `mine` and `theirs` tell what was listed before.
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
