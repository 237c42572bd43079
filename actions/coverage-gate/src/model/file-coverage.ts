import { ActionError, quote } from '@ci-actions/kit'
import type { LineState, Range } from '../collections/line-bitmap.ts'
import type { Scheme } from './branch-store.ts'
import { type Count, type Metric, metrics } from './metrics.ts'
import type { Listing, Store } from './store.ts'
import type { V8Shard } from './v8-blocks.ts'

const encoder = new TextEncoder()
const scratch = new Uint8Array(4096)

/** The coverage of one file: listed lines, branches and functions, or only counts. */
export class SourceFile {
  path: string
  module: string
  /** Whether a tool only listed the file and estimated its items, because no test loaded it. */
  notExecuted = false
  /** Index of the file in its coverage. */
  readonly number: number
  readonly #store: Store

  constructor(path: string, module: string, number: number, store: Store) {
    this.path = path
    this.module = module
    this.number = number
    this.#store = store
  }

  /** Adds an executable line; the number must be below 2^31. */
  line(number: number, covered: boolean): void {
    this.#store.lines.mark(this.number, number, covered)
  }

  /**
   * Adds lines from rows of `width` numbers: the line at index `number`, and at `hits` a number that is 0 if it is not
   * covered.
   */
  lines(rows: Int32Array, width: number, count: number, number: number, hits: number): void {
    this.#store.lines.markRows(this.number, rows, width, count, number, hits)
  }

  /** Adds a count of branches of a line; of several reports the higher count applies. */
  branches(line: number, covered: number, total: number): void {
    this.#store.branches.count(this.number, line, covered, total)
  }

  /** Adds a count of branches of a line with the names of those that were not taken: `total - covered` of them. */
  branchesExcept(line: number, covered: number, total: number, missed: readonly string[]): void {
    this.#store.branches.countMissed(this.number, line, covered, total, missed)
  }

  /** Adds a count of branches for each condition of a line, in the order of the conditions. */
  conditions(line: number, counts: readonly Count[]): void {
    counts.forEach((count, condition) => {
      this.#store.branches.countCondition(this.number, line, condition, count)
    })
  }

  /** Adds an arm of a branch: its line, and the numbers of its block and arm, which must not be negative. */
  branch(line: number, block: number, arm: number, covered: boolean, scheme: Scheme): void {
    this.#store.branches.byBlock(scheme).mark(this.number, line, block, arm, covered)
  }

  /** Adds arms 0 and 1 of block 0, by the bits from `firstArm`. */
  firstArms(line: number, arms: number, scheme: Scheme): void {
    this.#store.branches.byBlock(scheme).markFirst(this.number, line, arms)
  }

  /** Adds an arm of the branch at a position. Lines count from 1, columns from 0 or 1. */
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

  /** Adds the blocks of a V8 report. */
  v8Blocks(shard: V8Shard): void {
    this.#store.branches.addV8(this.number, shard)
  }

  /**
   * Adds a statement, or a block of `weight` statements, below 2^30.
   *
   * @throws ActionError if the same block had another number of statements; the message completes "Report … "
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

  /** Counts the lines of the file as its statements. */
  linesAreStatements(): void {
    this.#store.linesAreStatements.add(this.number)
  }

  region(line: number, column: number, endLine: number, endColumn: number, covered: boolean): void {
    this.#store.regions.mark(this.number, line, column, endLine, endColumn, 1, covered)
  }

  /** Adds a function by a key that is unique in its file; returns its number in its scheme. */
  function(key: string, covered: boolean, scheme: Scheme): number {
    const { written } = encoder.encodeInto(key, scratch)
    const whole = written < scratch.length - 3
    const bytes = whole ? scratch : encoder.encode(key)
    return this.functionIn(bytes, 0, whole ? written : bytes.length, covered, scheme)
  }

  /** Adds a function by its key as bytes; returns its number in its scheme. */
  functionIn(
    bytes: Uint8Array,
    from: number,
    to: number,
    covered: boolean,
    scheme: Scheme,
  ): number {
    return this.#store.functions.mark(scheme, this.number, bytes, from, to, covered)
  }

  /** Marks the function with this number as covered. */
  coverFunction(number: number, scheme: Scheme): void {
    this.#store.functions.cover(scheme, this.number, number)
  }

  /** Whether the key of a function, from byte `at` on, equals these bytes. */
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

  /** Returns the key of a function, from byte `at` on, as Latin-1. */
  functionKey(number: number, at: number, scheme: Scheme): string {
    return this.#store.functions.keyOf(scheme, number, at)
  }

  /** Adds a count without items, for formats that contain no more. */
  add(metric: Metric, count: Count): void {
    this.#store.summaries[metric].mark(this.number, count)
  }

  /**
   * Sets how many lines count as covered but are not executable, for formats that contain only their number:
   * coverage.py lists docstrings. They are the same in each report, so the highest number applies.
   */
  excludeCovered(lines: number): void {
    this.#store.lines.exclude(this.number, lines)
  }

  /**
   * Sets the count that the report declares, which may differ from what it lists: LLVM counts lines by function. It
   * applies until another report lists items of the file, or until it is set to `listed`.
   */
  declare(metric: 'lines' | 'branches', count: Count | 'listed'): void {
    this.#store[metric].declare(this.number, count === 'listed' ? undefined : count)
  }

  /** The number of listed lines. */
  get listedLines(): number {
    return this.#store.lines.listed.totalOf(this.number)
  }

  /** Returns the number of listed lines, and of listed branches in a scheme. */
  listing(scheme: Scheme): Listing {
    return this.#store.listing(this.number, scheme)
  }

  /** Compares the items listed before with those that a further report, or part of one, has added. */
  compareListing(before: Listing, added: Listing, scheme: Scheme): void {
    this.#store.compare(this.number, scheme, before, added)
  }

  /** Returns the number of listed items; if none are listed, the count in the report. */
  count(metric: Metric): Count {
    return this.#store.count(metric, this.number)
  }

  /** Returns the metrics whose coverage is only a lower bound. */
  estimates(): Metric[] {
    return metrics.filter((metric) => this.#store.isUncertain(metric, this.number))
  }

  /** Whether reports list the same lines, but different branches, as those of V8 do. */
  get hasDifferingBranches(): boolean {
    return this.#store.hasDifferingBranches(this.number)
  }

  /** Whether a line is covered; undefined if it is not executable. */
  stateOf(line: number): boolean | undefined {
    return this.#store.lines.stateOf(this.number, line)
  }

  /** Returns the lines of a kind as ascending ranges. */
  ranges(kind: LineState): Range[] {
    return this.#store.lines.ranges(this.number, kind)
  }
}

/** The message completes "Report … " and "Suite … ". */
export function contradiction(path: string, before: number, weight: number): ActionError {
  return new ActionError(
    `is contradictory: a block of ${quote(path)} has ${before} statements in one place and ${weight} in another, as if from different versions of the code`,
  )
}
