import { PackedTable } from '../collections/hash-table.ts'
import { bits } from '../collections/line-bitmap.ts'
import { NibbleBitmap } from '../collections/nibble-bitmap.ts'
import type { NumberInterner } from '../collections/number-interner.ts'
import { Counters } from './counters.ts'
import type { Count } from './metrics.ts'

/*
 * Counts of branches and taken branches, for reports that do not identify them. Most lines with branches have two,
 * which take four bits:
 *
 *      3       2       1       0
 *   ┌───────┬───────┬───────┬───────┐
 *   │   2   │   1   │   2   │   1   │    at least one, at least two
 *   └───────┴───────┴───────┴───────┘
 *     taken          present
 *
 * Larger counts, and those of further conditions of a line, are in a table. The bits of the line then hold the count
 * up to two.
 */

const presentMask = 0b0011
const takenShift = 2

/** Doubts about which branches were taken: potential with a single report, actual with several. */
const potentialDoubt = 1
const actualDoubt = 2

/** Counts below this fit into one word: taken in the upper half, total in the lower. */
const halfLimit = 1 << 15
const halfBits = 16

/** Counts of branches by line, or by condition of a line. */
export class BranchCounts {
  readonly counts = new Counters()
  readonly #first = new NibbleBitmap()
  /** Full counts by line and condition. */
  readonly #full = new PackedTable()
  /** By line, the arms that are missed in all reports that name missed arms. */
  readonly #missed = new PackedTable()
  /** Lines where some branches were taken but not identified, so that reports cannot be merged exactly. */
  readonly #doubts = new PackedTable()
  readonly #numbers: NumberInterner

  constructor(numbers: NumberInterner) {
    this.#numbers = numbers
  }

  /** Adds a count. Of several counts the higher one applies, which is a lower bound of the merged coverage. */
  mark(file: number, line: number, condition: number, covered: number, total: number): void {
    this.#mark(file, line, condition, covered, total, false)
  }

  /** Adds a count with the names of the arms that were not taken: `total - covered` of them. */
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
    // An arm is taken unless all reports miss it.
    this.#mark(file, line, 0, Math.max(covered, total - left.length), total, true)
    this.#missed.find(file, line, 0)
    this.#missed.value = this.#numbers.keep(left.join())
  }

  get mayBeUncertain(): boolean {
    return this.#doubts.size > 0
  }

  /** Returns the files in which a count is only a lower bound. */
  uncertainFiles(): Set<number> {
    const files = new Set<number>()
    this.#doubts.each((file, line, condition, doubt) => {
      if (doubt === potentialDoubt) return
      const { covered, total } = this.#countOf(file, line, condition, this.#first.at(file, line))
      if (covered < total) files.add(file)
    })
    return files
  }

  /** Visits the counts of each line, possibly in several parts. */
  eachLine(visit: (file: number, line: number, covered: number, total: number) => void): void {
    this.#first.each((file, line, nibble) => visit(file, line, takenOf(nibble), presentOf(nibble)))
    this.#full.each((file, line, condition, value) => {
      const { covered, total } = this.#unpacked(value)
      const nibble = condition === 0 ? this.#first.at(file, line) : 0
      visit(file, line, covered - takenOf(nibble), total - presentOf(nibble))
    })
  }

  /** Merges other counts; `files` maps their file numbers to those here, -1 for none. */
  merge(other: BranchCounts, files: Int32Array): void {
    other.#doubts.each((otherFile, line, condition, doubt) => {
      const file = files[otherFile] ?? -1
      if (file >= 0) this.#doubt(file, line, condition, doubt)
    })
    const add = (otherFile: number, line: number, condition: number, { covered, total }: Count) => {
      const file = files[otherFile] ?? -1
      if (file < 0) return
      const missed = condition === 0 ? other.#missed.get(otherFile, line, 0) : 0
      if (missed === 0) this.mark(file, line, condition, covered, total)
      else this.markMissed(file, line, covered, total, other.#namesOf(missed))
    }
    other.#first.each((file, line, nibble) =>
      add(file, line, 0, other.#countOf(file, line, 0, nibble)),
    )
    other.#full.each((file, line, condition, value) => {
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
    const nibble = condition === 0 ? this.#first.mark(file, line, firstOf(covered, total)) : 0
    if (nibble === 0 && total <= 2 && condition === 0) {
      this.counts.add(file, covered, total)
      return
    }
    const known = this.#countOf(file, line, condition, nibble)
    this.#recordDoubt(
      file,
      line,
      condition,
      isPartial(known),
      isPartial({ covered, total }),
      isNamed,
    )
    const most = Math.max(covered, known.covered)
    const all = Math.max(total, known.total)
    if (all > 2 || condition > 0) {
      this.#full.find(file, line, condition)
      this.#full.value = this.#packed(most, all)
    }
    this.counts.add(file, most - known.covered, all - known.total)
  }

  /** Records whether a further count makes the number of taken branches uncertain. */
  #recordDoubt(
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
      if (!isExact) this.#doubt(file, line, condition, actualDoubt)
    } else if (isPartial ? hadNames && !isNamed : wasPartial && !hadNames && isNamed) {
      this.#doubt(file, line, condition, potentialDoubt)
    }
  }

  #doubt(file: number, line: number, condition: number, doubt: number): void {
    this.#doubts.find(file, line, condition)
    this.#doubts.value = Math.max(this.#doubts.value, doubt)
  }

  /** `nibble` has the bits of the line. */
  #countOf(file: number, line: number, condition: number, nibble: number): Count {
    const full = this.#full.get(file, line, condition)
    if (full !== 0) return this.#unpacked(full)
    return { covered: takenOf(nibble), total: presentOf(nibble) }
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

/** Encodes 0, 1, 2 or more as that many set bits, at most two. */
function atMostTwo(count: number): number {
  return count > 1 ? 0b11 : count
}

function presentOf(nibble: number): number {
  return bits(nibble & presentMask)
}

function takenOf(nibble: number): number {
  return bits(nibble >>> takenShift)
}
