import { PackedTable } from '../collections/hash-table.ts'
import { bits } from '../collections/line-bitmap.ts'
import { NibbleBitmap } from '../collections/nibble-bitmap.ts'
import type { NumberInterner } from '../collections/number-interner.ts'
import { Counters } from './counters.ts'
import type { Count } from './metrics.ts'

/*
 * How many branches there are and were taken, of which it is not known which they are. A line mostly has
 * two, and then four bits:
 *
 *      3       2       1       0
 *   ┌───────┬───────┬───────┬───────┐
 *   │   2   │   1   │   2   │   1   │    at least one, at least two
 *   └───────┴───────┴───────┴───────┘
 *     taken           there
 *
 * What has more, or is a further condition of a line, has its whole count in a table. The bits of the line say
 * then as much of it as they can.
 */

const thereMask = 0b0011
const takenShift = 2

/** A doubt about which branches were taken: of one report alone it does not matter, of several it does. */
const unfounded = 1
const founded = 2

/** Below this, both halves of a count fit into one word: the upper is how many were taken. */
const halfLimit = 1 << 15
const halfBits = 16

/** Counts of branches by line, and where a report tells it by condition of a line. */
export class BranchCounts {
  readonly counts = new Counters()
  readonly #first = new NibbleBitmap()
  /** The whole counts by line and condition. */
  readonly #whole = new PackedTable()
  /** The names of the arms that none of the reports took that name them, by line. */
  readonly #missed = new PackedTable()
  /** Where it is not known of some that were taken which they are, and others were taken or may be yet. */
  readonly #doubts = new PackedTable()
  readonly #numbers: NumberInterner

  constructor(numbers: NumberInterner) {
    this.#numbers = numbers
  }

  /** Of several counts the better one counts, which is at most what they come to together. */
  mark(file: number, line: number, condition: number, covered: number, total: number): void {
    this.#mark(file, line, condition, covered, total, false)
  }

  /** The same of a line of which the arms that were not taken have names: `total - covered` of them. */
  markMissed(
    file: number,
    line: number,
    covered: number,
    total: number,
    missed: readonly string[],
  ): void {
    if (missed.length === 0) {
      this.mark(file, line, 0, covered, total)
      return
    }
    const known = this.#missed.get(file, line, 0)
    const others = known === 0 ? missed : this.#namesOf(known)
    const left = missed.filter((name) => others.includes(name))
    // An arm is taken if any of the reports does not miss it.
    this.#mark(file, line, 0, Math.max(covered, total - left.length), total, true)
    this.#missed.find(file, line, 0)
    this.#missed.value = this.#numbers.keep(left.join())
  }

  get mayBeUncertain(): boolean {
    return this.#doubts.size > 0
  }

  /** The files in which a count is only known to be at least so much. */
  uncertainFiles(): Set<number> {
    const files = new Set<number>()
    this.#doubts.each((file, line, condition, doubt) => {
      if (doubt === unfounded) return
      const { covered, total } = this.#countOf(file, line, condition, this.#first.at(file, line))
      if (covered < total) files.add(file)
    })
    return files
  }

  /** What is known of each line, in one or more pieces. */
  eachLine(visit: (file: number, line: number, covered: number, total: number) => void): void {
    this.#first.each((file, line, two) => visit(file, line, takenOf(two), thereOf(two)))
    this.#whole.each((file, line, condition, value) => {
      const { covered, total } = this.#unpacked(value)
      const two = condition === 0 ? this.#first.at(file, line) : 0
      visit(file, line, covered - takenOf(two), total - thereOf(two))
    })
  }

  /** Takes over those of others, under these numbers of the files; -1 for none. */
  merge(other: BranchCounts, files: Int32Array): void {
    other.#doubts.each((theirs, line, condition, doubt) => {
      const file = files[theirs] ?? -1
      if (file >= 0) this.#doubt(file, line, condition, doubt)
    })
    const add = (theirs: number, line: number, condition: number, { covered, total }: Count) => {
      const file = files[theirs] ?? -1
      if (file < 0) return
      const missed = condition === 0 ? other.#missed.get(theirs, line, 0) : 0
      if (missed === 0) this.mark(file, line, condition, covered, total)
      else this.markMissed(file, line, covered, total, other.#namesOf(missed))
    }
    other.#first.each((file, line, two) => add(file, line, 0, other.#countOf(file, line, 0, two)))
    other.#whole.each((file, line, condition, value) => {
      if (condition > 0) add(file, line, condition, other.#unpacked(value))
    })
  }

  #mark(
    file: number,
    line: number,
    condition: number,
    covered: number,
    total: number,
    isNamed: boolean,
  ): void {
    const two = condition === 0 ? this.#first.mark(file, line, firstOf(covered, total)) : 0
    if (two === 0 && total <= 2 && condition === 0) {
      this.counts.add(file, covered, total)
      return
    }
    const known = this.#countOf(file, line, condition, two)
    this.#question(file, line, condition, isPartial(known), isPartial({ covered, total }), isNamed)
    const most = Math.max(covered, known.covered)
    const all = Math.max(total, known.total)
    if (all > 2 || condition > 0) {
      this.#whole.find(file, line, condition)
      this.#whole.value = this.#packed(most, all)
    }
    this.counts.add(file, most - known.covered, all - known.total)
  }

  /** Remembers where a further count makes it uncertain how many branches were taken in all. */
  #question(
    file: number,
    line: number,
    condition: number,
    wasPartial: boolean,
    isPartial: boolean,
    isNamed: boolean,
  ): void {
    const hadNames = this.#missed.get(file, line, condition) !== 0
    if (wasPartial && isPartial) {
      const isExact = isNamed && hadNames && this.#doubts.get(file, line, condition) === 0
      if (!isExact) this.#doubt(file, line, condition, founded)
    } else if (isPartial ? hadNames && !isNamed : wasPartial && !hadNames && isNamed) {
      this.#doubt(file, line, condition, unfounded)
    }
  }

  #doubt(file: number, line: number, condition: number, doubt: number): void {
    this.#doubts.find(file, line, condition)
    this.#doubts.value = Math.max(this.#doubts.value, doubt)
  }

  /** `two` is what the bits of the line say. */
  #countOf(file: number, line: number, condition: number, two: number): Count {
    const whole = this.#whole.get(file, line, condition)
    if (whole !== 0) return this.#unpacked(whole)
    return { covered: takenOf(two), total: thereOf(two) }
  }

  #packed(covered: number, total: number): number {
    return total < halfLimit
      ? (covered << halfBits) | total
      : this.#numbers.keep(`${covered}/${total}`)
  }

  #unpacked(value: number): Count {
    if (value > 0) return { covered: value >>> halfBits, total: value & (halfLimit - 1) }
    const [covered, total] = this.#numbers.textOf(value).split('/')
    return { covered: Number(covered), total: Number(total) }
  }

  #namesOf(missed: number): string[] {
    const text = this.#numbers.textOf(missed)
    return text === '' ? [] : text.split(',')
  }
}

function isPartial({ covered, total }: Count): boolean {
  return covered > 0 && covered < total
}

function firstOf(covered: number, total: number): number {
  return atMostTwo(total) | (atMostTwo(covered) << takenShift)
}

/** 0, 1 and 2 as that many bits. */
function atMostTwo(count: number): number {
  return count > 1 ? 0b11 : count
}

function thereOf(two: number): number {
  return bits(two & thereMask)
}

function takenOf(two: number): number {
  return bits(two >>> takenShift)
}
