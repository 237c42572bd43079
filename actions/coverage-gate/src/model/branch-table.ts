import { PackedTable } from '../collections/hash-table.ts'
import { bits } from '../collections/line-bitmap.ts'
import { NibbleBitmap } from '../collections/nibble-bitmap.ts'
import { type NumberInterner, placeShift } from '../collections/number-interner.ts'
import { Counters } from './counters.ts'

/*
 * Nearly all branches have two arms, and stand alone on their line. Those have four bits of the line:
 *
 *      3       2       1       0
 *   ┌───────┬───────┬───────┬───────┐
 *   │ arm 1 │ arm 0 │ arm 1 │ arm 0 │
 *   └───────┴───────┴───────┴───────┘
 *       taken           there
 *
 * All others have an entry of a table for each sixteen of their arms, with a word in the same order:
 *
 *    31                16 15                 0
 *   ┌────────────────────┬────────────────────┐
 *   │ arm 15   …   arm 0 │ arm 15   …   arm 0 │
 *   └────────────────────┴────────────────────┘
 *            taken                there
 *
 * An entry is found by its file and two numbers: the line, and the block with the sixteen; or where the
 * branch begins, and where it ends with the sixteen.
 */

/** Of the four bits. */
const firstThere = 0b0011
const firstTaken = 0b1100
/** How far a bit that an arm was taken is from the one that it is there. */
const firstTakenShift = 2
const takenShift = 16

const armsOfWord = 16
const wordShift = 4

/** The bits of arms 0 and 1 of block 0, for `markFirst`. */
export function firstArm(arm: number, taken: boolean): number {
  const there = 1 << arm
  return taken ? there | (there << firstTakenShift) : there
}

/** The branches of all files of which the arms are known one by one, in one scheme. */
export class BranchTable {
  readonly counts = new Counters()
  readonly #first = new NibbleBitmap()
  readonly #words: PackedTable
  readonly #isByPlace: boolean
  readonly #numbers: NumberInterner

  /** `isByPlace`: whether a branch is known by where it begins and ends, and not by line and block. */
  constructor(isByPlace: boolean, numbers: NumberInterner) {
    this.#words = new PackedTable(isByPlace ? placeShift : 0)
    this.#isByPlace = isByPlace
    this.#numbers = numbers
  }

  /** Marks an arm of a block of a line; the numbers are not negative. */
  mark(file: number, line: number, block: number, arm: number, taken: boolean): void {
    if (block === 0 && arm < 2) this.markFirst(file, line, firstArm(arm, taken))
    else this.#markWord(file, line, this.#numbers.pair(block, arm >> wordShift), armOf(arm, taken))
  }

  /** The same of arms 0 and 1 of block 0, by their bits. */
  markFirst(file: number, line: number, arms: number): void {
    const added = arms & ~this.#first.mark(file, line, arms)
    if (added !== 0) this.counts.add(file, bits(added & firstTaken), bits(added & firstThere))
  }

  /** Marks an arm of the branch that stands there. */
  markAt(
    file: number,
    line: number,
    column: number,
    endLine: number,
    endColumn: number,
    arm: number,
    taken: boolean,
  ): void {
    const numbers = this.#numbers
    const start = numbers.place(line, column)
    const end =
      arm < armsOfWord
        ? numbers.place(endLine, endColumn)
        : numbers.keep(`${endLine}:${endColumn}+${arm >> wordShift}`)
    this.#markWord(file, start, end, armOf(arm, taken))
  }

  /** What is known of each line, in one or more pieces. */
  eachLine(visit: (file: number, line: number, covered: number, total: number) => void): void {
    this.#first.each((file, line, arms) => {
      visit(file, line, bits(arms & firstTaken), bits(arms & firstThere))
    })
    this.#words.each((file, a, _, word) => {
      const line = this.#isByPlace ? this.#numbers.lineOf(a) : a
      visit(file, line, takenOf(word), thereOf(word))
    })
  }

  /** Takes over those of another table, under these numbers of the files; -1 for none. */
  merge(other: BranchTable, files: Int32Array): void {
    other.#first.each((theirs, line, arms) => {
      const file = files[theirs] ?? -1
      if (file >= 0) this.markFirst(file, line, arms)
    })
    const numbers = this.#numbers
    other.#words.each((theirs, a, b, word) => {
      const file = files[theirs] ?? -1
      if (file < 0) return
      const first = this.#isByPlace ? numbers.adopt(a, other.#numbers) : a
      this.#markWord(file, first, numbers.adopt(b, other.#numbers), word)
    })
  }

  #markWord(file: number, a: number, b: number, arms: number): void {
    const words = this.#words
    words.find(file, a, b)
    const known = words.value
    const added = arms & ~known
    if (added === 0) return
    words.value = known | arms
    this.counts.add(file, takenOf(added), thereOf(added))
  }
}

function armOf(arm: number, taken: boolean): number {
  const there = 1 << (arm % armsOfWord)
  return taken ? there | (there << takenShift) : there
}

function takenOf(word: number): number {
  return bits(word >>> takenShift)
}

function thereOf(word: number): number {
  return bits(word & ((1 << takenShift) - 1))
}
