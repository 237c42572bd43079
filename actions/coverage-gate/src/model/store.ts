import { PackedTable } from '../collections/hash-table.ts'
import { bits, LineBitmap } from '../collections/line-bitmap.ts'
import { NibbleBitmap } from '../collections/nibble-bitmap.ts'
import { NumberInterner, placeShift } from '../collections/number-interner.ts'
import { FunctionTable } from '../collections/string-table.ts'
import { Counters } from './counters.ts'
import { add, type Count, type Metric, type Tally, tally } from './metrics.ts'

/** By what a function is known: its name, where it begins (`line:column`), or class and method. */
export type FunctionKind = 'name' | 'place' | 'method'

/** What is known one by one about all files, in few large arrays. */
export class Store {
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

/** What is counted by itself: one way of telling a metric. */
type Way = 'lines' | MarkKind | FunctionKind

export type MarkKind = 'shares' | 'arms' | 'forks' | 'statements' | 'regions'

const nothing: Count = { covered: 0, total: 0 }

/** Of a line whose branches are not two; they are kept by themselves. */
export const aside = 8

export function takenOf(pair: number): number {
  return (pair & 4) > 0 ? 2 : (pair & 2) >> 1
}

/** The low half tells the arms there are, the high half those taken. */
export function armsOf(value: number): Count {
  return { covered: bits(value >>> 16), total: bits(value & 0xffff) }
}
