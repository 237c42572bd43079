import { grow } from './grow.ts'
import { PackedTable } from './hash-table.ts'

export const linesOfPage = 128

/**
 * Words by file and line, in pages of 128 lines. All pages of all files share one array, because many small arrays
 * take more memory than their contents.
 */
export class PagedWords {
  readonly #wordsOfPage: number
  #words = new Int32Array(1024)
  #used = 0
  /** Offset of each page of a file, plus one. */
  readonly #directory = new PackedTable()

  constructor(wordsOfPage: number) {
    this.#wordsOfPage = wordsOfPage
  }

  /** The number of pages. */
  get size(): number {
    return this.#directory.size
  }

  /** Invalid after `pageOf`, which may replace the array. */
  get words(): Int32Array {
    return this.#words
  }

  /** Returns the offset of the page of a line, and adds an empty page if there is none. */
  pageOf(file: number, line: number): number {
    this.#directory.find(file, line >> 7, 0)
    const known = this.#directory.value
    if (known > 0) return known - 1
    const at = this.#used
    this.#used += this.#wordsOfPage
    if (this.#used > this.#words.length) this.#words = grow(this.#words, this.#used)
    this.#directory.value = at + 1
    return at
  }

  /** Returns the offset of the page of a line; -1 if there is none. */
  knownPageOf(file: number, line: number): number {
    return this.#directory.get(file, line >> 7, 0) - 1
  }

  /** Visits all pages: the file, the first line and the offset of the page. */
  each(visit: (file: number, line: number, page: number) => void): void {
    this.#directory.each((file, page, _, at) => visit(file, page * linesOfPage, at - 1))
  }
}

/** Returns the first line of the page of a line. */
export function firstOfPage(line: number): number {
  return line & -linesOfPage
}
