import { firstOfPage, linesOfPage, Pages } from './pages.ts'

/** Four bits for each line, for the branches that nearly all lines with branches have: two arms. */
export class Nibbles {
  readonly #pages = new Pages(16)
  #file = -1
  #first = Number.NaN
  #page = 0

  get(file: number, line: number): number {
    this.#turnTo(file, line)
    const word = this.#pages.words[this.#page + ((line >> 3) & 15)] ?? 0
    return (word >>> ((line & 7) * 4)) & 15
  }

  /** Sets the bits of the line that was got last, or of another. */
  set(file: number, line: number, bits: number): void {
    this.#turnTo(file, line)
    const at = this.#page + ((line >> 3) & 15)
    const shift = (line & 7) * 4
    const { words } = this.#pages
    words[at] = ((words[at] ?? 0) & ~(15 << shift)) | (bits << shift)
  }

  /** All lines that have any bit. */
  each(visit: (file: number, line: number, bits: number) => void): void {
    this.#pages.each((file, first, page) => {
      for (let i = 0; i < linesOfPage; i++) {
        const word = this.#pages.words[page + (i >> 3)] ?? 0
        const bits = (word >>> ((i & 7) * 4)) & 15
        if (bits > 0) visit(file, first + i, bits)
      }
    })
  }

  #turnTo(file: number, line: number): void {
    const first = firstOfPage(line)
    if (file === this.#file && first === this.#first) return
    this.#page = this.#pages.pageOf(file, line)
    this.#file = file
    this.#first = first
  }
}
