import { grow } from './grow.ts'
import { PackedTable } from './hash-table.ts'

export const linesOfPage = 128

/**
 * Words by file and line: a page of so many for each 128 lines. All pages of all files stand in one
 * array, because many small ones cost more than what they hold.
 */
export class PagedWords {
  readonly #wordsOfPage: number
  #words = new Int32Array(1024)
  #used = 0
  /** Where a page of a file stands, plus one. */
  readonly #directory = new PackedTable()

  constructor(wordsOfPage: number) {
    this.#wordsOfPage = wordsOfPage
  }

  /** How many there are. */
  get size(): number {
    return this.#directory.size
  }

  /** To be asked for again after `pageOf`, which may put them elsewhere. */
  get words(): Int32Array {
    return this.#words
  }

  /** Where the page of a line begins in the words; an empty one is added if there is none. */
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

  /** Where the page of a line begins; -1 when there is none. */
  knownPageOf(file: number, line: number): number {
    return this.#directory.get(file, line >> 7, 0) - 1
  }

  /** All of them: the file, the first line, and where the page begins. */
  each(visit: (file: number, line: number, page: number) => void): void {
    this.#directory.each((file, page, _, at) => visit(file, page * linesOfPage, at - 1))
  }
}

/** The first line of the page on which a line is. */
export function firstOfPage(line: number): number {
  return line & -linesOfPage
}
