import { Counters } from './counters.ts'
import type { Count } from './metrics.ts'

/** Counts per file without items, for reports that contain no more. */
export class SummaryCounts {
  readonly counts = new Counters()
  /** The files with counts from several reports that cannot be merged exactly. */
  readonly #uncertain = new Set<number>()

  /** Adds a count. Of several counts of a file the higher one applies, a lower bound of the merged coverage. */
  mark(file: number, { covered, total }: Count): void {
    const known = this.counts.of(file)
    const areBothCovered = known.covered > 0 && covered > 0
    const areSame = isWhole(known) && covered === total && total === known.total
    if (areBothCovered && !areSame) this.#uncertain.add(file)
    const moreCovered = Math.max(covered - known.covered, 0)
    this.counts.add(file, moreCovered, Math.max(total - known.total, 0))
  }

  get mayBeUncertain(): boolean {
    return this.#uncertain.size > 0
  }

  /** Whether the count of a file is only a lower bound. */
  isUncertain(file: number): boolean {
    return this.#uncertain.has(file) && !isWhole(this.counts.of(file))
  }

  /** Merges other counts; `files` maps their file numbers to those here, -1 for none. */
  merge(other: SummaryCounts, files: Int32Array): void {
    if (other.counts.isEmpty) return
    files.forEach((file, otherFile) => {
      if (file < 0) return
      const count = other.counts.of(otherFile)
      if (count.total > 0) this.mark(file, count)
      if (other.#uncertain.has(otherFile)) this.#uncertain.add(file)
    })
  }
}

function isWhole({ covered, total }: Count): boolean {
  return covered === total
}
