import type { NumberInterner } from '../collections/number-interner.ts'
import { BranchCounts } from './branch-counts.ts'
import { BranchTable } from './branch-table.ts'
import { CountOffsets } from './count-offsets.ts'
import type { FileCounts } from './counters.ts'
import { add, type Count, type Tally, tally } from './metrics.ts'
import { V8Blocks, type V8Shard } from './v8-blocks.ts'

/**
 * By what branches, or functions, are told apart: the name of the format that lists them. What several formats
 * list of a file is the same, and is not added up.
 */
export type Scheme = string

/** One way in which branches are told. */
interface BranchWay {
  readonly counts: FileCounts
  eachLine(visit: (file: number, line: number, covered: number, total: number) => void): void
}

/** The branches of all files, in whatever way reports tell them. */
export class BranchStore {
  /** How many there are on a line, and how many of each condition of a line. */
  readonly #byLine: BranchCounts
  readonly #byCondition: BranchCounts
  readonly #v8 = new V8Blocks()
  /** Those of which each arm is told, by line and block, and by where they are. */
  readonly #byBlock: BranchTables
  readonly #byPlace: BranchTables
  readonly #offsets = new CountOffsets()
  #told: readonly BranchWay[] | undefined
  #mixed: ReadonlyMap<number, MixedCount> | undefined
  #uncertain: ReadonlySet<number> | undefined

  constructor(numbers: NumberInterner) {
    this.#byLine = new BranchCounts(numbers)
    this.#byCondition = new BranchCounts(numbers)
    this.#byBlock = new BranchTables(() => new BranchTable(false, numbers))
    this.#byPlace = new BranchTables(() => new BranchTable(true, numbers))
  }

  get isEmpty(): boolean {
    return this.#ways().length === 0
  }

  /** What there is in all files. */
  sum(files: number): Count {
    const ways = this.#ways()
    const [only] = ways
    if (only && ways.length === 1 && this.#offsets.isEmpty) return { ...only.counts.sum }
    const sum = tally()
    for (let file = 0; file < files; file++) add(sum, this.of(file))
    return sum
  }

  of(file: number): Count {
    return this.#offsets.applied(file, this.#listedOf(file))
  }

  get mayBeUncertain(): boolean {
    const counts = [this.#byLine, this.#byCondition]
    return counts.some((one) => one.mayBeUncertain) || this.#ways().length > 1
  }

  /** Whether the count of a file is only known to be at least so much. */
  isUncertain(file: number): boolean {
    this.#uncertain ??= this.#byLine.uncertainFiles().union(this.#byCondition.uncertainFiles())
    return this.#uncertain.has(file) || this.#mix().get(file)?.differs === true
  }

  count(file: number, line: number, covered: number, total: number): void {
    this.#change()
    this.#byLine.mark(file, line, 0, covered, total)
  }

  countMissed(
    file: number,
    line: number,
    covered: number,
    total: number,
    missed: readonly string[],
  ): void {
    this.#change()
    this.#byLine.markMissed(file, line, covered, total, missed)
  }

  countCondition(file: number, line: number, condition: number, { covered, total }: Count): void {
    this.#change()
    this.#byCondition.mark(file, line, condition, covered, total)
  }

  /** The tables of branches that are known by line and block, and by where they are. */
  byBlock(scheme: Scheme): BranchTable {
    this.#change()
    return this.#byBlock.of(scheme)
  }

  byPlace(scheme: Scheme): BranchTable {
    this.#change()
    return this.#byPlace.of(scheme)
  }

  addV8(file: number, shard: V8Shard): void {
    this.#change()
    this.#v8.add(file, shard)
  }

  /** The schemes in which arms are listed by line and block. */
  get blockSchemes(): readonly Scheme[] {
    return this.#byBlock.schemes
  }

  /** How many arms are listed of a file by line and block in a scheme. */
  listedByBlock(file: number, scheme: Scheme): number {
    return this.#byBlock.find(scheme)?.counts.totalOf(file) ?? 0
  }

  /** Takes a report at its word about how many branches of a file there are; undefined counts those listed. */
  declare(file: number, count: Count | undefined): void {
    this.#offsets.set(file, this.#listedOf(file), count)
  }

  /** Takes over those of another store, under these numbers of the files; -1 for none. */
  merge(other: BranchStore, files: Int32Array): void {
    this.#offsets.merge(
      other.#offsets,
      files,
      (file) => this.#listedOf(file),
      (file) => other.#listedOf(file),
    )
    this.#change()
    this.#byLine.merge(other.#byLine, files)
    this.#byCondition.merge(other.#byCondition, files)
    this.#v8.merge(other.#v8, files)
    this.#byBlock.merge(other.#byBlock, files)
    this.#byPlace.merge(other.#byPlace, files)
  }

  /** Of what is told in several ways, on each line the way that knows more. */
  #listedOf(file: number): Count {
    let told: BranchWay | undefined
    for (const way of this.#ways()) {
      if (way.counts.of(file).total === 0) continue
      if (told) return this.#mix().get(file)?.count ?? tally()
      told = way
    }
    return told ? told.counts.of(file) : tally()
  }

  #change(): void {
    this.#told = undefined
    this.#mixed = undefined
    this.#uncertain = undefined
  }

  /** Those in which anything is told. */
  #ways(): readonly BranchWay[] {
    this.#told ??= [
      this.#byLine,
      this.#byCondition,
      this.#v8,
      ...this.#byBlock,
      ...this.#byPlace,
    ].filter(({ counts }) => !counts.isEmpty)
    return this.#told
  }

  #mix(): ReadonlyMap<number, MixedCount> {
    this.#mixed ??= mixed(this.#ways())
    return this.#mixed
  }
}

/** The tables of one kind, by their scheme. */
class BranchTables {
  readonly #tables = new Map<Scheme, BranchTable>()
  readonly #create: () => BranchTable
  // Those used last.
  #scheme: Scheme | undefined
  #table: BranchTable

  constructor(create: () => BranchTable) {
    this.#create = create
    this.#table = create()
  }

  [Symbol.iterator](): Iterator<BranchTable> {
    return this.#tables.values()
  }

  get schemes(): Scheme[] {
    return [...this.#tables.keys()]
  }

  find(scheme: Scheme): BranchTable | undefined {
    return this.#tables.get(scheme)
  }

  of(scheme: Scheme): BranchTable {
    if (scheme === this.#scheme) return this.#table
    const table = this.#tables.get(scheme) ?? this.#create()
    this.#tables.set(scheme, table)
    this.#scheme = scheme
    this.#table = table
    return table
  }

  merge(others: BranchTables, files: Int32Array): void {
    for (const [scheme, table] of others.#tables) this.of(scheme).merge(table, files)
  }
}

interface MixedCount {
  readonly count: Count
  /** Whether two ways tell different counts of a line. */
  readonly differs: boolean
}

/** The counts of the files that are told in several ways. */
function mixed(ways: readonly BranchWay[]): Map<number, MixedCount> {
  if (ways.length < 2) return new Map()
  const byFile = new Map<number, Map<number, Tally[]> | undefined>()
  const linesOf = (file: number): Map<number, Tally[]> | undefined => {
    if (byFile.has(file)) return byFile.get(file)
    const told = ways.filter(({ counts }) => counts.of(file).total > 0).length
    const lines = told > 1 ? new Map<number, Tally[]>() : undefined
    byFile.set(file, lines)
    return lines
  }
  ways.forEach((way, i) => {
    way.eachLine((file, line, covered, total) => {
      const lines = linesOf(file)
      if (!lines) return
      const counts = lines.get(line) ?? ways.map(() => tally())
      lines.set(line, counts)
      const count = counts[i]
      if (count) add(count, { covered, total })
    })
  })
  return new Map(
    Array.from(byFile).flatMap(([file, lines]) => (lines ? [[file, mixedLines(lines)]] : [])),
  )
}

function mixedLines(lines: ReadonlyMap<number, readonly Count[]>): MixedCount {
  const count = tally()
  let differs = false
  for (const counts of lines.values()) {
    const told = counts.filter(({ total }) => total > 0)
    const covered = Math.max(...told.map((one) => one.covered))
    const total = Math.max(...told.map((one) => one.total))
    differs ||= told.some((one) => one.covered !== covered || one.total !== total)
    add(count, { covered, total })
  }
  return { count, differs }
}
