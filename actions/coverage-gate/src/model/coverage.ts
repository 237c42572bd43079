import { Failure, quote } from '@ci-actions/kit'
import { PackedTable } from '../collections/hash-table.ts'
import { bits, LineBitmap, type LineState, type Range } from '../collections/line-bitmap.ts'
import { NibbleBitmap } from '../collections/nibble-bitmap.ts'
import { NumberInterner, placeShift } from '../collections/number-interner.ts'
import { FunctionTable } from '../collections/string-table.ts'
import { Counters } from './counters.ts'

/** What can be covered. Instructions are bytecode, as JaCoCo counts it; regions are LLVM's. */
export const metrics = [
  'lines',
  'branches',
  'functions',
  'statements',
  'instructions',
  'regions',
] as const
export type Metric = (typeof metrics)[number]

/** Whole numbers; `total` 0 means that there is nothing to cover. */
export interface Count {
  readonly covered: number
  readonly total: number
}

export type Totals = Readonly<Record<Metric, Count>>

/** By what a function is known: its name, where it begins (`line:column`), or class and method. */
export type FunctionKind = 'name' | 'place' | 'method'

/**
 * What reports say about the files of a project. Reading the same file again, from another shard or
 * another format, merges: a line, a branch or a function counts once, and is covered if any report
 * says so.
 */
export class Coverage {
  /** The metrics that the reports measure, whether or not there was anything to measure. */
  readonly measured = new Set<Metric>()
  readonly #files: SourceFile[] = []
  /** The files by their module, and there by their path. */
  readonly #modules = new Map<string, Map<string, SourceFile>>()
  readonly #store = new Store()

  measuring(...more: Metric[]): this {
    for (const metric of more) this.measured.add(metric)
    return this
  }

  /**
   * A file by its normalized path. The module keeps files apart whose format tells less than a path:
   * JaCoCo knows `shop/Stock.java`, but not of which of two modules.
   */
  file(path: string, module = ''): SourceFile {
    const files = this.#filesOf(module)
    const known = files.get(path)
    if (known) return known
    const file = new SourceFile(path, module, this.#files.length, this.#store)
    files.set(path, file)
    this.#files.push(file)
    return file
  }

  files(): Iterable<SourceFile> {
    return this.#files
  }

  totals(): Totals {
    return totalsOf((metric) => this.#store.sum(metric, this.#files.length))
  }

  /** Takes over what others know. */
  merge(...others: Coverage[]): void {
    for (const isIdle of passesOf(others)) {
      for (const other of others) {
        this.#mergeAs(other, (file) => this.#counterpart(file, file, isIdle))
      }
    }
  }

  /**
   * The file here of one of another, if it is its turn. Those that were only listed come last: what is
   * known of a file that ran is not mixed with what was guessed of it.
   */
  #counterpart(theirs: SourceFile, place: Place, isIdle: boolean): SourceFile | undefined {
    if (theirs.idle !== isIdle) return undefined
    const known = this.#modules.get(place.module)?.get(place.path)
    if (isIdle && known?.idle === false) return undefined
    const file = known ?? this.file(place.path, place.module)
    if (!known) file.idle = isIdle
    return file
  }

  /**
   * This with other paths, and a new one only if files come to the same path, which are then merged. A
   * file without a new path keeps its own, and its module.
   */
  renamed(pathOf: (file: SourceFile) => string | undefined): Coverage {
    const paths = new Map(Array.from(this.files(), (file) => [file, pathOf(file)]))
    if (this.#rename([...paths.values()])) return this
    const renamed = new Coverage()
    const placeOf = (file: SourceFile): Place => {
      const path = paths.get(file)
      return path === undefined ? file : { path, module: '' }
    }
    for (const isIdle of passesOf([this])) {
      renamed.#mergeAs(this, (file) => renamed.#counterpart(file, placeOf(file), isIdle))
    }
    return renamed
  }

  /** Renames the files in place, which takes no memory; false, and nothing done, if two fall together. */
  #rename(paths: readonly (string | undefined)[]): boolean {
    const places = this.#files.map((file, i) => {
      const path = paths[i]
      return path === undefined ? { path: file.path, module: file.module } : { path, module: '' }
    })
    if (new Set(places.map(keyOf)).size < places.length) return false
    this.#modules.clear()
    this.#files.forEach((file, i) => {
      Object.assign(file, places[i])
      this.#filesOf(file.module).set(file.path, file)
    })
    return true
  }

  #filesOf(module: string): Map<string, SourceFile> {
    const known = this.#modules.get(module)
    if (known) return known
    const files = new Map<string, SourceFile>()
    this.#modules.set(module, files)
    return files
  }

  #mergeAs(other: Coverage, counterpart: (file: SourceFile) => SourceFile | undefined): void {
    for (const metric of other.measured) this.measured.add(metric)
    const mine = Array.from(other.files(), (theirs) => {
      const file = counterpart(theirs)
      file?.addCounts(theirs)
      return file
    })
    other.#store.tell(mine)
  }
}

type Place = Pick<SourceFile, 'path' | 'module'>

function keyOf({ path, module }: Place): string {
  return module === '' ? path : `${module}\0${path}`
}

/**
 * All of them as one.
 *
 * @throws Failure when they contradict each other; the message completes "What the suite says … "
 */
export function merged(coverages: readonly Coverage[]): Coverage {
  const [only, ...others] = coverages
  if (only && others.length === 0) return only
  const whole = new Coverage()
  whole.merge(...coverages)
  return whole
}

/** The message completes "Report …" as well as "What the suite says …". */
function contradiction(path: string, one: number, other: number): Failure {
  return new Failure(
    `cannot be right: a block of ${quote(path)} has ${one} statements here and ${other} there, as in different versions of the code`,
  )
}

/** The passes in which they are merged: files that ran, then, if there are any, those that did not. */
function passesOf(coverages: readonly Coverage[]): boolean[] {
  const hasIdle = coverages.some((one) => Iterator.from(one.files()).some(({ idle }) => idle))
  return hasIdle ? [false, true] : [false]
}

/** Whether there is nothing that could be covered. */
export function isEmpty(totals: Totals): boolean {
  return metrics.every((metric) => totals[metric].total === 0)
}

interface Tally {
  covered: number
  total: number
}

/** What is known one by one about all files, in few large arrays. */
class Store {
  readonly lines = new LineBitmap()
  /**
   * How many branches of a line were taken, where the format does not say which: of two, by bits that
   * mean: there are two, one was taken, both were, and that the line has another number of them.
   */
  readonly pairs = new NibbleBitmap()
  readonly shares = new PackedTable()
  /** Arms 0 and 1 of block 0: bits that say whether each is there, and whether it was taken. */
  readonly firstArms = new NibbleBitmap()
  /** The other arms by line and block, sixteen arms a mark: bits of those there are and of those taken. */
  readonly arms = new PackedTable()
  /** The same by where the branch begins and ends. */
  readonly forks = new PackedTable(placeShift)
  /** By where they begin and end: twice the weight, plus whether it is covered. */
  readonly statements = new PackedTable(placeShift)
  readonly regions = new PackedTable(placeShift)
  readonly functions: Readonly<Record<FunctionKind, FunctionTable>> = {
    name: new FunctionTable(),
    place: new FunctionTable(),
    method: new FunctionTable(),
  }
  /** Covered lines that are none to cover. */
  readonly surplus = new Counters()
  /** By how much the lines that a report counts differ from those it lists. */
  readonly apart = new Counters()
  /** Counts without what was counted. */
  readonly bare: Readonly<Record<Metric, Counters>> = {
    lines: new Counters(),
    branches: new Counters(),
    functions: new Counters(),
    statements: new Counters(),
    instructions: new Counters(),
    regions: new Counters(),
  }
  readonly wide = new NumberInterner()
  readonly tallies: Readonly<Record<Way, Counters>> = {
    lines: new Counters(),
    shares: new Counters(),
    arms: new Counters(),
    forks: new Counters(),
    statements: new Counters(),
    regions: new Counters(),
    name: new Counters(),
    place: new Counters(),
    method: new Counters(),
  }
  /** The ways in which each metric is told. */
  readonly ways: Readonly<Record<Metric, readonly Counters[]>> = {
    lines: [this.tallies.lines],
    branches: [this.tallies.shares, this.tallies.arms, this.tallies.forks],
    functions: [this.tallies.name, this.tallies.place, this.tallies.method],
    statements: [this.tallies.statements],
    instructions: [],
    regions: [this.tallies.regions],
  }
  /** The branches of files that were told in several ways; undefined when one was told since. */
  mixed: Map<number, Count> | undefined

  /** What there is of a metric in so many files. */
  sum(metric: Metric, files: number): Count {
    const ofLines = metric === 'lines' ? [this.surplus, this.apart] : []
    const told = [...this.ways[metric], this.bare[metric], ...ofLines].filter((way) => !way.isEmpty)
    const [only, ...others] = told
    if (!only) return nothing
    if (others.length === 0) return { ...only.sum }
    const sum = tally()
    for (let file = 0; file < files; file++) this.addCount(metric, file, sum)
    return sum
  }

  /** In how many ways a metric of a file is told. */
  waysOf(metric: Metric, file: number): number {
    let told = 0
    for (const way of this.ways[metric]) if (way.totalOf(file) > 0) told++
    return told
  }

  /** Adds what was listed of a file one by one, and where nothing was, the bare count. */
  addCount(metric: Metric, file: number, sum: Tally): void {
    // Of the same things told in several ways, the most that any way knows.
    let covered = 0
    let total = 0
    for (const way of this.ways[metric]) {
      covered = Math.max(covered, way.coveredOf(file))
      total = Math.max(total, way.totalOf(file))
    }
    if (total === 0) {
      covered = this.bare[metric].coveredOf(file)
      total = this.bare[metric].totalOf(file)
    } else if (metric === 'branches' && this.waysOf(metric, file) > 1) {
      add(sum, this.branchesOf(file))
      return
    } else if (metric === 'lines') {
      covered += this.apart.coveredOf(file) - this.surplus.totalOf(file)
      total += this.apart.totalOf(file) - this.surplus.totalOf(file)
    }
    sum.covered += covered
    sum.total += total
  }

  /** Tells all that it knows to other files, by the numbers of its own. */
  tell(files: readonly (SourceFile | undefined)[]): void {
    this.lines.each((file, line, page) => files[file]?.addLines(line, this.lines, page))
    this.pairs.each((file, line, bits) => {
      if ((bits & aside) === 0) files[file]?.branches(line, takenOf(bits), 2)
    })
    this.firstArms.each((file, line, bits) => {
      files[file]?.firstArms(line, bits)
    })
    for (const kind of ['shares', 'arms', 'forks', 'statements', 'regions'] as const) {
      this[kind].each((file, a, b, value) => files[file]?.addMark(kind, a, b, value, this.wide))
    }
    for (const kind of ['name', 'place', 'method'] as const) {
      this.functions[kind].each((file, bytes, from, to, covered) => {
        files[file]?.functionIn(bytes, from, to, covered, kind)
      })
    }
  }

  /** The branches of a file that was told in several ways: on each line the way that knows more. */
  branchesOf(file: number): Count {
    this.mixed ??= this.#mix()
    return this.mixed.get(file) ?? nothing
  }

  #mix(): Map<number, Count> {
    const byLine = new Map<number, Map<number, [Tally, Tally, Tally]>>()
    const at = (file: number, line: number): [Tally, Tally, Tally] => {
      const lines = byLine.get(file) ?? new Map<number, [Tally, Tally, Tally]>()
      byLine.set(file, lines)
      const known = lines.get(line) ?? [tally(), tally(), tally()]
      lines.set(line, known)
      return known
    }
    this.pairs.each((file, line, bits) => {
      if ((bits & aside) === 0) add(at(file, line)[0], { covered: takenOf(bits), total: 2 })
    })
    this.firstArms.each((file, line, nibble) => {
      add(at(file, line)[1], { covered: bits(nibble & 12), total: bits(nibble & 3) })
    })
    this.shares.each((file, line, _, value) => add(at(file, line)[0], this.shareOf(value)))
    this.arms.each((file, line, _, value) => add(at(file, line)[1], armsOf(value)))
    this.forks.each((file, place, _, value) => {
      add(at(file, this.wide.lineOf(place))[2], armsOf(value))
    })
    return new Map(
      Array.from(byLine, ([file, lines]) => {
        const sum = tally()
        for (const ways of lines.values()) {
          sum.covered += Math.max(...ways.map(({ covered }) => covered))
          sum.total += Math.max(...ways.map(({ total }) => total))
        }
        return [file, sum]
      }),
    )
  }

  /** The value of a share; counts that are too large for one word are kept aside. */
  share(covered: number, total: number): number {
    return total < 1 << 15 ? (covered << 16) | total : this.wide.keep(`${covered}/${total}`)
  }

  shareOf(value: number): Count {
    if (value >= 0) return { covered: value >>> 16, total: value & 0xffff }
    const [covered, total] = this.wide.textOf(value).split('/')
    return { covered: Number(covered), total: Number(total) }
  }
}

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

/** What is counted by itself: one way of telling a metric. */
type Way = 'lines' | MarkKind | FunctionKind

type MarkKind = 'shares' | 'arms' | 'forks' | 'statements' | 'regions'

const nothing: Count = { covered: 0, total: 0 }
const encoder = new TextEncoder()
const scratch = new Uint8Array(4096)

export function totalsOf(count: (metric: Metric) => Count): Totals {
  return {
    lines: count('lines'),
    branches: count('branches'),
    functions: count('functions'),
    statements: count('statements'),
    instructions: count('instructions'),
    regions: count('regions'),
  }
}

/** Of a line whose branches are not two; they are kept by themselves. */
const aside = 8

function takenOf(pair: number): number {
  return (pair & 4) > 0 ? 2 : (pair & 2) >> 1
}

function tally(): Tally {
  return { covered: 0, total: 0 }
}

function add(sum: Tally, count: Count): void {
  sum.covered += count.covered
  sum.total += count.total
}

function armBits(arm: number, covered: boolean): number {
  const bit = 1 << (arm & 15)
  return covered ? bit | (bit << 16) : bit
}

/** The low half tells the arms there are, the high half those taken. */
function armsOf(value: number): Count {
  return { covered: bits(value >>> 16), total: bits(value & 0xffff) }
}
