import { Failure, quote } from '@ci-actions/kit'
import { bits, type LineBitmap, type LineState, type Range } from '../collections/line-bitmap.ts'
import type { NumberInterner } from '../collections/number-interner.ts'
import { type Count, type Metric, metrics, tally } from './metrics.ts'
import { armsOf, aside, type FunctionKind, type MarkKind, type Store, takenOf } from './store.ts'

const encoder = new TextEncoder()
const scratch = new Uint8Array(4096)

/** What is known about one file: lines, branches and functions one by one, or bare counts. */
export class SourceFile {
  path: string
  module: string
  /** Nothing of it ran: a tool only listed it, and guessed what there is to cover. */
  idle = false
  readonly #number: number
  readonly #store: Store
  #repeated: Set<Metric> | undefined

  constructor(path: string, module: string, number: number, store: Store) {
    this.path = path
    this.module = module
    this.#number = number
    this.#store = store
  }

  /** A line that can be covered; the number is below 2^31. */
  line(number: number, covered: boolean): void {
    const { lines, tallies } = this.#store
    const added = lines.mark(this.#number, number, covered)
    if (added > 0) tallies.lines.add(this.#number, added >> 1, added & 1)
  }

  /** The same of rows of so many numbers: at `number` is the line, at `hits` what is 0 if it is not covered. */
  lines(rows: Int32Array, width: number, count: number, number: number, hits: number): void {
    const { lines, tallies } = this.#store
    const { covered, total } = lines.markRows(this.#number, rows, width, count, number, hits)
    if (covered + total > 0) tallies.lines.add(this.#number, covered, total)
  }

  /** How many of the branches of a line were taken; of several reports on a line the better counts. */
  branches(line: number, covered: number, total: number): void {
    const { pairs, tallies } = this.#store
    const told = total !== 2 ? aside : covered === 0 ? 1 : covered === 1 ? 3 : 7
    const known = pairs.mark(this.#number, line, told)
    const both = known | told
    if ((both & aside) === 0) {
      if (both === known) return
      const before = takenOf(known)
      tallies.shares.add(this.#number, takenOf(both) - before, known === 0 ? 2 : 0)
      this.#store.mixed = undefined
      return
    }
    if ((known & aside) === 0) this.#share(line, takenOf(known), known === 0 ? 0 : 2, false)
    this.#share(line, covered, total, true)
  }

  #share(line: number, covered: number, total: number, counts: boolean): void {
    const { shares, tallies } = this.#store
    shares.find(this.#number, line, 0)
    const known = this.#store.shareOf(shares.value)
    const moreCovered = Math.max(covered - known.covered, 0)
    const moreTotal = Math.max(total - known.total, 0)
    if (moreCovered === 0 && moreTotal === 0) return
    shares.value = this.#store.share(known.covered + moreCovered, known.total + moreTotal)
    if (counts) tallies.shares.add(this.#number, moreCovered, moreTotal)
    this.#store.mixed = undefined
  }

  /** One arm of a branch: its line, and the numbers of its block and of itself, which are not negative. */
  branch(line: number, block: number, arm: number, covered: boolean): void {
    if (block === 0 && arm < 2) this.firstArms(line, covered ? 5 << arm : 1 << arm)
    else this.#markArms('arms', line, this.#store.wide.pair(block, arm >> 4), armBits(arm, covered))
  }

  /** Arms 0 and 1 of block 0: bits 1 and 2 that they are there, 4 and 8 that they were taken. */
  firstArms(line: number, arms: number): void {
    const { firstArms, tallies } = this.#store
    const added = arms & ~firstArms.mark(this.#number, line, arms)
    if (added === 0) return
    tallies.arms.add(this.#number, bits(added & 12), bits(added & 3))
    this.#store.mixed = undefined
  }

  /** One arm of the branch that stands there. Lines count from 1, columns from 0 or 1. */
  branchAt(
    line: number,
    column: number,
    endLine: number,
    endColumn: number,
    arm: number,
    covered: boolean,
  ): void {
    const { wide } = this.#store
    const end =
      arm < 16 ? wide.place(endLine, endColumn) : wide.keep(`${endLine}:${endColumn}+${arm >> 4}`)
    this.#markArms('forks', wide.place(line, column), end, armBits(arm, covered))
  }

  /**
   * A statement, or a block of as many as `weight` says, below 2^30.
   *
   * @throws Failure when the same block had another number of them; the message completes "Report … "
   */
  statement(
    line: number,
    column: number,
    endLine: number,
    endColumn: number,
    covered: boolean,
    weight = 1,
  ): void {
    const { wide } = this.#store
    const start = wide.place(line, column)
    const end = wide.place(endLine, endColumn)
    this.#markSpan('statements', start, end, weight, covered)
  }

  region(line: number, column: number, endLine: number, endColumn: number, covered: boolean): void {
    const { wide } = this.#store
    this.#markSpan('regions', wide.place(line, column), wide.place(endLine, endColumn), 1, covered)
  }

  /** A function by what tells it from the others of its file. */
  function(key: string, covered: boolean, kind: FunctionKind = 'name'): void {
    const { written } = encoder.encodeInto(key, scratch)
    const whole = written < scratch.length - 3
    const bytes = whole ? scratch : encoder.encode(key)
    this.functionIn(bytes, 0, whole ? written : bytes.length, covered, kind)
  }

  /** The same from bytes. */
  functionIn(
    bytes: Uint8Array,
    from: number,
    to: number,
    covered: boolean,
    kind: FunctionKind = 'name',
  ): void {
    const { functions, tallies } = this.#store
    const added = functions[kind].mark(this.#number, bytes, from, to, covered)
    if (added > 0) tallies[kind].add(this.#number, added >> 1, added & 1)
  }

  /** A count without what was counted, for formats that give no more. */
  add(metric: Metric, { covered, total }: Count): void {
    const bare = this.#store.bare[metric]
    const known = bare.of(this.#number)
    if (known.total > 0 && total > 0) this.#repeat(metric)
    const moreCovered = Math.max(covered - known.covered, 0)
    bare.add(this.#number, moreCovered, Math.max(total - known.total, 0))
  }

  /**
   * How many of the covered lines are none to cover, as a format tells that does not say which: coverage.py
   * lists docstrings. They are the same in each report, so that the most counts.
   */
  surplus(lines: number): void {
    const known = this.#store.surplus.of(this.#number).total
    if (lines > known) this.#store.surplus.add(this.#number, lines - known, lines - known)
  }

  /**
   * How many lines the report counts, which need not be those it lists: LLVM counts by function. It stands
   * as long as no other report tells lines of the file.
   */
  countsLines(count: Count | undefined): void {
    const { apart, tallies } = this.#store
    const now = tallies.lines.of(this.#number)
    const { covered, total } = count ?? now
    const before = apart.of(this.#number)
    const moreCovered = covered - now.covered - before.covered
    const moreTotal = total - now.total - before.total
    if (moreCovered !== 0 || moreTotal !== 0) apart.add(this.#number, moreCovered, moreTotal)
  }

  /** What was listed one by one, and where nothing was, the bare count. */
  count(metric: Metric): Count {
    const sum = tally()
    this.#store.addCount(metric, this.#number, sum)
    return sum
  }

  /** The metrics of which several reports gave bare counts: the better was taken, a lower bound. */
  guesses(): Metric[] {
    const counts: Metric[] = []
    for (const metric of this.#repeated ?? []) {
      if (this.#store.waysOf(metric, this.#number) === 0) counts.push(metric)
    }
    if (this.#store.waysOf('functions', this.#number) > 1) counts.push('functions')
    return counts
  }

  /** Whether a line is covered; undefined when it cannot be. */
  stateOf(line: number): boolean | undefined {
    return this.#store.lines.stateOf(this.#number, line)
  }

  /** The lines that can be covered, that are, or that are not, as ascending ranges. */
  ranges(kind: LineState): Range[] {
    return this.#store.lines.ranges(this.#number, kind)
  }

  /** Takes over the bare counts. */
  addCounts(other: SourceFile): void {
    this.#addApart(other)
    for (const metric of metrics) {
      this.add(metric, other.#store.bare[metric].of(other.#number))
    }
    for (const metric of other.#repeated ?? []) this.#repeat(metric)
    this.surplus(other.#store.surplus.of(other.#number).total)
  }

  #addApart(other: SourceFile): void {
    if (other.count('lines').total === 0) return
    const { apart } = this.#store
    const { covered, total } = other.#store.apart.of(other.#number)
    if (this.count('lines').total > 0) this.countsLines(undefined)
    else if (covered !== 0 || total !== 0) apart.add(this.#number, covered, total)
  }

  /** Takes over a page of lines. */
  addLines(line: number, others: LineBitmap, page: number): void {
    const { lines, tallies } = this.#store
    const { covered, total } = lines.merge(this.#number, line, others, page)
    tallies.lines.add(this.#number, covered, total)
  }

  /** Takes over a mark of another store. */
  addMark(kind: MarkKind, a: number, b: number, value: number, others: NumberInterner): void {
    const { wide } = this.#store
    if (kind === 'shares') {
      const share = value < 0 ? wide.adopt(value, others) : value
      const { covered, total } = this.#store.shareOf(share)
      this.branches(a, covered, total)
      return
    }
    const from = kind === 'arms' ? a : wide.adopt(a, others)
    const to = wide.adopt(b, others)
    if (kind === 'arms' || kind === 'forks') this.#markArms(kind, from, to, value)
    else this.#markSpan(kind, from, to, value >> 1, (value & 1) === 1)
  }

  #markArms(kind: 'arms' | 'forks', a: number, b: number, arms: number): void {
    const marks = this.#store[kind]
    marks.find(this.#number, a, b)
    const known = marks.value
    const both = known | arms
    if (both === known) return
    marks.value = both
    const { covered, total } = armsOf(both ^ known)
    this.#store.tallies[kind].add(this.#number, covered, total)
    this.#store.mixed = undefined
  }

  #markSpan(
    kind: 'statements' | 'regions',
    from: number,
    to: number,
    weight: number,
    covered: boolean,
  ): void {
    const marks = this.#store[kind]
    marks.find(this.#number, from, to)
    const known = marks.value
    const before = known >> 1
    if (before > 0 && before !== weight) throw contradiction(this.path, before, weight)
    const wasCovered = (known & 1) === 1
    if (before > 0 && (wasCovered || !covered)) return
    marks.value = weight * 2 + (covered ? 1 : 0)
    this.#store.tallies[kind].add(this.#number, covered ? weight : 0, weight - before)
  }

  #repeat(metric: Metric): void {
    this.#repeated ??= new Set()
    this.#repeated.add(metric)
  }
}

/** The message completes "Report …" as well as "What the suite says …". */
function contradiction(path: string, one: number, other: number): Failure {
  return new Failure(
    `cannot be right: a block of ${quote(path)} has ${one} statements here and ${other} there, as in different versions of the code`,
  )
}

function armBits(arm: number, covered: boolean): number {
  const bit = 1 << (arm & 15)
  return covered ? bit | (bit << 16) : bit
}

/** Tells all that a store knows to files of another one, by the numbers of its own. */
export function tellMarks(store: Store, files: readonly (SourceFile | undefined)[]): void {
  store.lines.each((file, line, page) => files[file]?.addLines(line, store.lines, page))
  store.pairs.each((file, line, bits) => {
    if ((bits & aside) === 0) files[file]?.branches(line, takenOf(bits), 2)
  })
  store.firstArms.each((file, line, bits) => {
    files[file]?.firstArms(line, bits)
  })
  for (const kind of ['shares', 'arms', 'forks', 'statements', 'regions'] as const) {
    store[kind].each((file, a, b, value) => files[file]?.addMark(kind, a, b, value, store.wide))
  }
  for (const kind of ['name', 'place', 'method'] as const) {
    store.functions[kind].each((file, bytes, from, to, covered) => {
      files[file]?.functionIn(bytes, from, to, covered, kind)
    })
  }
}
