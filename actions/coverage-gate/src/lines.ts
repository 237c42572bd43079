const wordsOfPage = 8

/**
 * Which lines can be covered and which are, two bits a line. A page is 128 lines: four words of the
 * first kind, four of the second. All pages of all files stand in one array, because many small ones
 * cost more than what they hold.
 */
export class LinePages {
  #words = new Int32Array(1024)
  #used = 0

  /** Adds an empty page and tells where it stands. */
  add(): number {
    const at = this.#used
    this.#used += wordsOfPage
    if (this.#used > this.#words.length) {
      const larger = new Int32Array(this.#words.length * 2)
      larger.set(this.#words)
      this.#words = larger
    }
    return at
  }

  /** Marks a line on its page, and counts what is new. */
  mark(
    page: number,
    line: number,
    covered: boolean,
    count: { covered: number; total: number },
  ): void {
    const words = this.#words
    const at = page + ((line >> 5) & 3)
    const bit = 1 << (line & 31)
    const known = words[at] ?? 0
    if ((known & bit) === 0) {
      words[at] = known | bit
      count.total++
    }
    if (!covered) return
    const hit = words[at + 4] ?? 0
    if ((hit & bit) === 0) {
      words[at + 4] = hit | bit
      count.covered++
    }
  }

  /** Marks all that another page has marked, and counts what is new. */
  merge(
    page: number,
    others: LinePages,
    other: number,
    count: { covered: number; total: number },
  ): void {
    for (let i = 0; i < wordsOfPage; i++) {
      const mine = this.#words[page + i] ?? 0
      const both = mine | (others.#words[other + i] ?? 0)
      this.#words[page + i] = both
      const added = bits(both ^ mine)
      if (i < 4) count.total += added
      else count.covered += added
    }
  }
}

/** How many bits of a word are set. */
function bits(word: number): number {
  let pairs = word - ((word >>> 1) & 0x55555555)
  pairs = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((pairs + (pairs >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
