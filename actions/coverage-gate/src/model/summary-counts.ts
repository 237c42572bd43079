import { Counters } from './counters.ts'
import type { Count } from './metrics.ts'

/** Counts of files without what was counted, for reports that tell no more. */
export class SummaryCounts {
  readonly counts = new Counters()
  /** The files of which several reports tell counts that cannot be put together. */
  readonly #uncertain = new Set<number>()

  /** Of several counts of a file the better one counts, which is at most what they come to together. */
  mark(file: number, { covered, total }: Count): void {
    const known = this.counts.of(file)
    const areBoth = known.covered > 0 && covered > 0
    const areSame = isWhole(known) && covered === total && total === known.total
    if (areBoth && !areSame) this.#uncertain.add(file)
    const moreCovered = Math.max(covered - known.covered, 0)
    this.counts.add(file, moreCovered, Math.max(total - known.total, 0))
  }

  get mayBeUncertain(): boolean {
    return this.#uncertain.size > 0
  }

  /** Whether the count of a file is only known to be at least so much. */
  isUncertain(file: number): boolean {
    return this.#uncertain.has(file) && !isWhole(this.counts.of(file))
  }

  /** Takes over those of others, under these numbers of the files; -1 for none. */
  merge(other: SummaryCounts, files: Int32Array): void {
    if (other.counts.isEmpty) return
    files.forEach((file, theirs) => {
      if (file < 0) return
      const count = other.counts.of(theirs)
      if (count.total > 0) this.mark(file, count)
      if (other.#uncertain.has(theirs)) this.#uncertain.add(file)
    })
  }
}

function isWhole({ covered, total }: Count): boolean {
  return covered === total
}
