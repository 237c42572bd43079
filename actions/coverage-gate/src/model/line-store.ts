import { LineBitmap, type LineState, type Range } from '../collections/line-bitmap.ts'
import { CountOffsets } from './count-offsets.ts'
import { Counters } from './counters.ts'
import { add, type Count, tally } from './metrics.ts'

/** The lines of all files. */
export class LineStore {
  /** Counts of the listed lines. */
  readonly listed = new Counters()
  readonly #lines = new LineBitmap()
  readonly #offsets = new CountOffsets()
  /** Lines that are listed as covered, but are not executable. */
  readonly #excluded = new Counters()

  get isEmpty(): boolean {
    return this.listed.isEmpty
  }

  /** Returns the total of the first `files` files. */
  sum(files: number): Count {
    if (this.#offsets.isEmpty && this.#excluded.isEmpty) return { ...this.listed.sum }
    const sum = tally()
    for (let file = 0; file < files; file++) add(sum, this.of(file))
    return sum
  }

  of(file: number): Count {
    const { covered, total } = this.#offsets.applied(file, this.listed.of(file))
    const excluded = this.#excluded.totalOf(file)
    return { covered: covered - excluded, total: total - excluded }
  }

  mark(file: number, line: number, covered: boolean): void {
    const added = this.#lines.mark(file, line, covered)
    if (added > 0) this.listed.add(file, added >> 1, added & 1)
  }

  /** Marks lines from rows of numbers; see `LineBitmap.markRows`. */
  markRows(
    file: number,
    rows: Int32Array,
    width: number,
    count: number,
    number: number,
    hits: number,
  ): void {
    const { covered, total } = this.#lines.markRows(file, rows, width, count, number, hits)
    if (covered + total > 0) this.listed.add(file, covered, total)
  }

  /** Makes the count that a report declares for a file apply; undefined makes the listed lines apply again. */
  declare(file: number, count: Count | undefined): void {
    this.#offsets.set(file, this.listed.of(file), count)
  }

  /** Excludes covered lines of a file from the count; their number is the same in each report. */
  exclude(file: number, lines: number): void {
    const more = lines - this.#excluded.totalOf(file)
    if (more > 0) this.#excluded.add(file, more, more)
  }

  /** Whether a line is covered; undefined if it is not executable. */
  stateOf(file: number, line: number): boolean | undefined {
    return this.#lines.stateOf(file, line)
  }

  /** Returns the lines of a file as ascending ranges. */
  ranges(file: number, kind: LineState): Range[] {
    return this.#lines.ranges(file, kind)
  }

  /** Merges another store; `files` maps its file numbers to those here, -1 for none. */
  merge(other: LineStore, files: Int32Array): void {
    this.#offsets.merge(
      other.#offsets,
      files,
      (file) => this.listed.of(file),
      (file) => other.listed.of(file),
    )
    other.#lines.each((otherFile, line, page) => {
      const file = files[otherFile] ?? -1
      if (file < 0) return
      const { covered, total } = this.#lines.merge(file, line, other.#lines, page)
      this.listed.add(file, covered, total)
    })
    if (other.#excluded.isEmpty) return
    files.forEach((file, otherFile) => {
      if (file >= 0) this.exclude(file, other.#excluded.totalOf(otherFile))
    })
  }
}
