import { PackedTable } from '../collections/hash-table.ts'
import { bits } from '../collections/line-bitmap.ts'
import { NibbleBitmap } from '../collections/nibble-bitmap.ts'
import { type NumberInterner, placeShift } from '../collections/number-interner.ts'
import { Counters } from './counters.ts'

/*
 * Nearly all branches have two arms and are the only branch of their line. They take four bits of the line:
 *
 *      3       2       1       0
 *   ┌───────┬───────┬───────┬───────┐
 *   │ arm 1 │ arm 0 │ arm 1 │ arm 0 │
 *   └───────┴───────┴───────┴───────┘
 *       taken          present
 *
 * All others have a table entry for every sixteen arms, with a word in the same order:
 *
 *    31                16 15                 0
 *   ┌────────────────────┬────────────────────┐
 *   │ arm 15   …   arm 0 │ arm 15   …   arm 0 │
 *   └────────────────────┴────────────────────┘
 *            taken               present
 *
 * The key of an entry is the file and two numbers: the line, and the block with the index of the sixteen; or the
 * start of the branch, and its end with the index of the sixteen.
 */

/** Masks of the four bits. */
const firstPresent = 0b0011
const firstTaken = 0b1100
/** Distance from the "present" bit of an arm to its "taken" bit. */
const firstTakenShift = 2
const takenShift = 16

const armsOfWord = 16
const wordShift = 4

/** Returns the bits of arm 0 or 1 of block 0, for `markFirst`. */
export function firstArm(arm: number, taken: boolean): number {
  const present = 1 << arm
  return taken ? present | (present << firstTakenShift) : present
}

/** The branches of all files whose arms one scheme lists. */
export class BranchTable {
  readonly counts = new Counters()
  readonly #first = new NibbleBitmap()
  readonly #words: PackedTable
  readonly #isByPlace: boolean
  readonly #numbers: NumberInterner

  /** `isByPlace`: whether branches are identified by position instead of by line and block. */
  constructor(isByPlace: boolean, numbers: NumberInterner) {
    this.#words = new PackedTable(isByPlace ? placeShift : 0)
    this.#isByPlace = isByPlace
    this.#numbers = numbers
  }

  /** Marks an arm of a block of a line; the numbers must not be negative. */
  mark(file: number, line: number, block: number, arm: number, taken: boolean): void {
    if (block === 0 && arm < 2) this.markFirst(file, line, firstArm(arm, taken))
    else this.#markWord(file, line, this.#numbers.pair(block, arm >> wordShift), armOf(arm, taken))
  }

  /** Marks arms 0 and 1 of block 0 by their bits. */
  markFirst(file: number, line: number, arms: number): void {
    const added = arms & ~this.#first.mark(file, line, arms)
    if (added !== 0) this.counts.add(file, bits(added & firstTaken), bits(added & firstPresent))
  }

  /** Marks an arm of the branch at a position. */
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

  /** Visits the counts of each line, possibly in several parts. */
  eachLine(visit: (file: number, line: number, covered: number, total: number) => void): void {
    this.#first.each((file, line, arms) => {
      visit(file, line, bits(arms & firstTaken), bits(arms & firstPresent))
    })
    this.#words.each((file, a, _, word) => {
      const line = this.#isByPlace ? this.#numbers.lineOf(a) : a
      visit(file, line, takenOf(word), presentOf(word))
    })
  }

  /** Merges another table; `files` maps its file numbers to those here, -1 for none. */
  merge(other: BranchTable, files: Int32Array): void {
    other.#first.each((otherFile, line, arms) => {
      const file = files[otherFile] ?? -1
      if (file >= 0) this.markFirst(file, line, arms)
    })
    const numbers = this.#numbers
    other.#words.each((otherFile, a, b, word) => {
      const file = files[otherFile] ?? -1
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
    this.counts.add(file, takenOf(added), presentOf(added))
  }
}

function armOf(arm: number, taken: boolean): number {
  const present = 1 << (arm % armsOfWord)
  return taken ? present | (present << takenShift) : present
}

function takenOf(word: number): number {
  return bits(word >>> takenShift)
}

function presentOf(word: number): number {
  return bits(word & ((1 << takenShift) - 1))
}
