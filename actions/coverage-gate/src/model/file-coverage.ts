import { ActionError, quote } from '@ci-actions/kit'
import type { LineState, Range } from '../collections/line-bitmap.ts'
import type { Scheme } from './branch-store.ts'
import { type Count, type Metric, metrics } from './metrics.ts'
import type { Listing, Store } from './store.ts'
import type { V8Shard } from './v8-blocks.ts'

const encoder = new TextEncoder()
const scratch = new Uint8Array(4096)

/** What is known about one file: lines, branches and functions one by one, or counts. */
export class SourceFile {
  path: string
  module: string
  /** Nothing of it ran: a tool only listed it, and guessed what there is to cover. */
  notExecuted = false
  /** Which of the files of its coverage it is, from 0 on. */
  readonly number: number
  readonly #store: Store

  constructor(path: string, module: string, number: number, store: Store) {
    this.path = path
    this.module = module
    this.number = number
    this.#store = store
  }

  /** A line that can be covered; the number is below 2^31. */
  line(number: number, covered: boolean): void {
    this.#store.lines.mark(this.number, number, covered)
  }

  /** The same of rows of so many numbers: at `number` is the line, at `hits` what is 0 if it is not covered. */
  lines(rows: Int32Array, width: number, count: number, number: number, hits: number): void {
    this.#store.lines.markRows(this.number, rows, width, count, number, hits)
  }

  /** How many of the branches of a line were taken; of several reports on a line the better counts. */
  branches(line: number, covered: number, total: number): void {
    this.#store.branches.count(this.number, line, covered, total)
  }

  /** The same, with the names of those that were not: `total - covered` of them. */
  branchesBut(line: number, covered: number, total: number, missed: readonly string[]): void {
    this.#store.branches.countMissed(this.number, line, covered, total, missed)
  }

  /** How many of the branches of each condition of a line were taken, in the order of the conditions. */
  conditions(line: number, counts: readonly Count[]): void {
    counts.forEach((count, condition) => {
      this.#store.branches.countCondition(this.number, line, condition, count)
    })
  }

  /** One arm of a branch: its line, and the numbers of its block and of itself, which are not negative. */
  branch(line: number, block: number, arm: number, covered: boolean, scheme: Scheme): void {
    this.#store.branches.byBlock(scheme).mark(this.number, line, block, arm, covered)
  }

  /** Arms 0 and 1 of block 0, by bits that `firstArm` tells. */
  firstArms(line: number, arms: number, scheme: Scheme): void {
    this.#store.branches.byBlock(scheme).markFirst(this.number, line, arms)
  }

  /** One arm of the branch that stands there. Lines count from 1, columns from 0 or 1. */
  branchAt(
    line: number,
    column: number,
    endLine: number,
    endColumn: number,
    arm: number,
    covered: boolean,
    scheme: Scheme,
  ): void {
    const table = this.#store.branches.byPlace(scheme)
    table.markAt(this.number, line, column, endLine, endColumn, arm, covered)
  }

  /** What a report says of the blocks that V8 found. */
  v8Blocks(shard: V8Shard): void {
    this.#store.branches.addV8(this.number, shard)
  }

  /**
   * A statement, or a block of as many as `weight` says, below 2^30.
   *
   * @throws ActionError when the same block had another number of them; the message completes "Report … "
   */
  statement(
    line: number,
    column: number,
    endLine: number,
    endColumn: number,
    covered: boolean,
    weight = 1,
  ): void {
    const { statements } = this.#store
    const before = statements.mark(this.number, line, column, endLine, endColumn, weight, covered)
    if (before > 0) throw contradiction(this.path, before, weight)
  }

  /** Its lines are its statements. */
  linesAreStatements(): void {
    this.#store.linesAreStatements.add(this.number)
  }

  region(line: number, column: number, endLine: number, endColumn: number, covered: boolean): void {
    this.#store.regions.mark(this.number, line, column, endLine, endColumn, 1, covered)
  }

  /** A function by what tells it from the others of its file. */
  function(key: string, covered: boolean, scheme: Scheme): number {
    const { written } = encoder.encodeInto(key, scratch)
    const whole = written < scratch.length - 3
    const bytes = whole ? scratch : encoder.encode(key)
    return this.functionIn(bytes, 0, whole ? written : bytes.length, covered, scheme)
  }

  /** The same from bytes; returns the number of the function in its scheme. */
  functionIn(
    bytes: Uint8Array,
    from: number,
    to: number,
    covered: boolean,
    scheme: Scheme,
  ): number {
    return this.#store.functions.mark(scheme, this.number, bytes, from, to, covered)
  }

  /** Marks a function of this number as covered. */
  coverFunction(number: number, scheme: Scheme): void {
    this.#store.functions.cover(scheme, this.number, number)
  }

  /** Whether the bytes by which a function is known, from there on, are these. */
  functionEndsWith(
    number: number,
    at: number,
    bytes: Uint8Array,
    from: number,
    to: number,
    scheme: Scheme,
  ): boolean {
    return this.#store.functions.endsWith(scheme, number, at, bytes, from, to)
  }

  /** The bytes by which a function is known, from there on, as Latin-1. */
  functionKey(number: number, at: number, scheme: Scheme): string {
    return this.#store.functions.keyOf(scheme, number, at)
  }

  /** A count without what was counted, for formats that give no more. */
  add(metric: Metric, count: Count): void {
    this.#store.summaries[metric].mark(this.number, count)
  }

  /**
   * How many of the covered lines are none to cover, as a format tells that does not say which: coverage.py
   * lists docstrings. They are the same in each report, so that the most counts.
   */
  excludeCovered(lines: number): void {
    this.#store.lines.exclude(this.number, lines)
  }

  /**
   * How much the report counts, which need not be what it lists: LLVM counts lines by function. It stands as
   * long as no other report lists any of the file, or until what is listed is to count again.
   */
  declare(metric: 'lines' | 'branches', count: Count | 'listed'): void {
    this.#store[metric].declare(this.number, count === 'listed' ? undefined : count)
  }

  /** How many lines are listed of it. */
  get listedLines(): number {
    return this.#store.lines.listed.totalOf(this.number)
  }

  /** How many lines are listed of it, and how many branches in this scheme. */
  listing(scheme: Scheme): Listing {
    return this.#store.listing(this.number, scheme)
  }

  /** Compares what was listed before with what a further report, or a part of one, has listed since. */
  compareListing(before: Listing, added: Listing, scheme: Scheme): void {
    this.#store.compare(this.number, scheme, before, added)
  }

  /** What was listed one by one, and where nothing was, the count that a report gives. */
  count(metric: Metric): Count {
    return this.#store.count(metric, this.number)
  }

  /** The metrics of which it is only known that at least so much is covered. */
  estimates(): Metric[] {
    return metrics.filter((metric) => this.#store.isUncertain(metric, this.number))
  }

  /** Whether reports list the same lines of it, but other branches, as those of V8 do. */
  get hasDifferingBranches(): boolean {
    return this.#store.hasDifferingBranches(this.number)
  }

  /** Whether a line is covered; undefined when it cannot be. */
  stateOf(line: number): boolean | undefined {
    return this.#store.lines.stateOf(this.number, line)
  }

  /** The lines that can be covered, that are, or that are not, as ascending ranges. */
  ranges(kind: LineState): Range[] {
    return this.#store.lines.ranges(this.number, kind)
  }
}

/** The message completes "Report …" as well as "What the suite says …". */
export function contradiction(path: string, one: number, other: number): ActionError {
  return new ActionError(
    `is contradictory: a block of ${quote(path)} has ${one} statements in one place and ${other} in another, as if from different versions of the code`,
  )
}
