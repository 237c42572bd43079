import { firstOfPage, PagedWords } from './paged-bitmap.ts'

const wordsOfPage = 8

/** Consecutive lines, both ends included. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** `coverable` lines are executable: covered or uncovered. */
export type LineState = 'coverable' | 'covered' | 'uncovered'

interface Tally {
  covered: number
  total: number
}

/**
 * Executable and covered lines by file, two bits per line. A page has 128 lines: four words for executable lines,
 * then four for covered lines.
 */
export class LineBitmap {
  readonly #pages = new PagedWords(wordsOfPage)
  /** The page of the line marked last. */
  #file = -1
  #first = Number.NaN
  #page = 0
  readonly #marked: Tally = { covered: 0, total: 0 }
  #sorted: ReadonlyMap<number, readonly number[]> | undefined
  #sortedSize = 0

  /** Marks a line. Returns the new bits: 1 for executable, 2 for covered. */
  mark(file: number, line: number, covered: boolean): number {
    const first = firstOfPage(line)
    if (file !== this.#file || first !== this.#first) this.#selectPage(file, first)
    const { words } = this.#pages
    const at = this.#page + ((line >> 5) & 3)
    const bit = 1 << (line & 31)
    const known = words[at] ?? 0
    const added = (known & bit) === 0 ? 1 : 0
    if (added) words[at] = known | bit
    if (!covered) return added
    const hit = words[at + 4] ?? 0
    if (hit & bit) return added
    words[at + 4] = hit | bit
    return added | 2
  }

  /**
   * Marks lines from rows of `width` numbers: the line at index `number`, and at `hits` a number that is 0 if it is
   * not covered. Returns how many are new, in an object that the next call overwrites.
   */
  markRows(
    file: number,
    rows: Int32Array,
    width: number,
    count: number,
    number: number,
    hits: number,
  ): Readonly<Tally> {
    let covered = 0
    let total = 0
    for (let at = 0; at < count * width; at += width) {
      const line = rows[at + number] ?? 0
      const first = firstOfPage(line)
      if (file !== this.#file || first !== this.#first) this.#selectPage(file, first)
      const { words } = this.#pages
      const word = this.#page + ((line >> 5) & 3)
      // Without a branch, because whether a line is covered is unpredictable.
      const hit = rows[at + hits] ?? 0
      const isHit = (hit | -hit) >>> 31
      const known = words[word] ?? 0
      const knownHits = words[word + 4] ?? 0
      total += ~(known >>> line) & 1
      covered += ~(knownHits >>> line) & isHit
      words[word] = known | (1 << line)
      words[word + 4] = knownHits | (isHit << line)
    }
    this.#marked.covered = covered
    this.#marked.total = total
    return this.#marked
  }

  /** Merges a page of another bitmap into a file, from a line on. Returns how many lines are new. */
  merge(file: number, line: number, others: LineBitmap, other: number): Tally {
    const count = { covered: 0, total: 0 }
    const page = this.#pages.pageOf(file, line)
    for (let i = 0; i < wordsOfPage; i++) {
      const mine = this.#pages.words[page + i] ?? 0
      const both = mine | (others.#pages.words[other + i] ?? 0)
      this.#pages.words[page + i] = both
      const added = bits(both ^ mine)
      if (i < 4) count.total += added
      else count.covered += added
    }
    return count
  }

  /** Visits all pages of all files: the file, the first line and the offset of the page. */
  each(visit: (file: number, line: number, page: number) => void): void {
    this.#pages.each(visit)
  }

  /** Whether a line is covered; undefined if it is not executable. */
  stateOf(file: number, line: number): boolean | undefined {
    const first = firstOfPage(line)
    const pages = this.#pagesOf(file)
    for (let i = 0; i < pages.length; i += 2) {
      if (pages[i] !== first) continue
      const at = (pages[i + 1] ?? 0) + ((line >> 5) & 3)
      const bit = 1 << (line & 31)
      if (((this.#pages.words[at] ?? 0) & bit) === 0) return undefined
      return ((this.#pages.words[at + 4] ?? 0) & bit) !== 0
    }
    return undefined
  }

  /** Returns the lines of a file as ascending ranges. */
  ranges(file: number, kind: LineState): Range[] {
    const ranges: { from: number; to: number }[] = []
    const pages = this.#pagesOf(file)
    for (let i = 0; i < pages.length; i += 2) {
      const first = pages[i] ?? 0
      for (let word = 0; word < 4; word++) {
        const set = this.#wordOf((pages[i + 1] ?? 0) + word, kind)
        for (let bit = 0; set >>> bit !== 0 && bit < 32; bit++) {
          if (((set >>> bit) & 1) === 1) extend(ranges, first + word * 32 + bit)
        }
      }
    }
    return ranges
  }

  #selectPage(file: number, first: number): void {
    this.#page = this.#pages.pageOf(file, first)
    this.#file = file
    this.#first = first
  }

  #wordOf(at: number, kind: LineState): number {
    const coverable = this.#pages.words[at] ?? 0
    const covered = this.#pages.words[at + 4] ?? 0
    if (kind === 'coverable') return coverable
    return kind === 'covered' ? covered : coverable & ~covered
  }

  /** Returns the first line and the offset of each page of a file, in order of the lines. */
  #pagesOf(file: number): readonly number[] {
    if (!this.#sorted || this.#sortedSize !== this.#pages.size) {
      this.#sorted = this.#sort()
      this.#sortedSize = this.#pages.size
    }
    return this.#sorted.get(file) ?? []
  }

  #sort(): Map<number, number[]> {
    const found = new Map<number, [number, number][]>()
    this.each((file, line, page) => {
      const pages = found.get(file)
      if (pages) pages.push([line, page])
      else found.set(file, [[line, page]])
    })
    for (const pages of found.values()) pages.sort(([a], [b]) => a - b)
    return new Map(Array.from(found, ([file, pages]) => [file, pages.flat()]))
  }
}

function extend(ranges: { from: number; to: number }[], line: number): void {
  const last = ranges.at(-1)
  if (last && last.to + 1 === line) last.to = line
  else ranges.push({ from: line, to: line })
}

/** Returns how many bits of a word are set. */
export function bits(word: number): number {
  let pairs = word - ((word >>> 1) & 0x55555555)
  pairs = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((pairs + (pairs >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
