import { firstOfPage, linesOfPage, PagedWords } from './paged-bitmap.ts'

/** Four bits per line. */
export class NibbleBitmap {
  readonly #pages = new PagedWords(16)
  #file = -1
  #first = Number.NaN
  #page = 0

  /** Sets additional bits of a line; returns the previous ones. */
  mark(file: number, line: number, bits: number): number {
    const first = firstOfPage(line)
    if (file !== this.#file || first !== this.#first) {
      this.#page = this.#pages.pageOf(file, line)
      this.#file = file
      this.#first = first
    }
    const { words } = this.#pages
    const at = this.#page + ((line >> 3) & 15)
    const shift = (line & 7) * 4
    const word = words[at] ?? 0
    words[at] = word | (bits << shift)
    return (word >>> shift) & 15
  }

  /** Returns the bits of a line. */
  at(file: number, line: number): number {
    const page = this.#pages.knownPageOf(file, line)
    if (page < 0) return 0
    const word = this.#pages.words[page + ((line >> 3) & 15)] ?? 0
    return (word >>> ((line & 7) * 4)) & 15
  }

  /** Visits all lines with a bit set. */
  each(visit: (file: number, line: number, bits: number) => void): void {
    this.#pages.each((file, first, page) => {
      for (let i = 0; i < linesOfPage; i++) {
        const word = this.#pages.words[page + (i >> 3)] ?? 0
        const bits = (word >>> ((i & 7) * 4)) & 15
        if (bits > 0) visit(file, first + i, bits)
      }
    })
  }
}
