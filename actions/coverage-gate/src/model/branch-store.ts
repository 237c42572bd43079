import type { NumberInterner } from '../collections/number-interner.ts'
import { BranchCounts } from './branch-counts.ts'
import { BranchTable } from './branch-table.ts'
import { CountOffsets } from './count-offsets.ts'
import type { FileCounts } from './counters.ts'
import { add, type Count, type Tally, tally } from './metrics.ts'
import { V8Blocks, type V8Shard } from './v8-blocks.ts'

/**
 * How branches or functions are identified: the name of the format that lists them. Items that several formats list
 * for a file are the same, and are not added up.
 */
export type Scheme = string

/** One kind of branch data, such as counts by line, or arms by position. */
interface BranchKind {
  readonly counts: FileCounts
  eachLine(visit: (file: number, line: number, covered: number, total: number) => void): void
}

/** The branches of all files, in every kind that reports contain. */
export class BranchStore {
  /** Counts per line, and per condition of a line. */
  readonly #byLine: BranchCounts
  readonly #byCondition: BranchCounts
  readonly #v8 = new V8Blocks()
  /** Arms identified by line and block, and by position. */
  readonly #byBlock: BranchTables
  readonly #byPlace: BranchTables
  readonly #offsets = new CountOffsets()
  #usedKinds: readonly BranchKind[] | undefined
  #mixed: ReadonlyMap<number, MixedCount> | undefined
  #uncertain: ReadonlySet<number> | undefined

  constructor(numbers: NumberInterner) {
    this.#byLine = new BranchCounts(numbers)
    this.#byCondition = new BranchCounts(numbers)
    this.#byBlock = new BranchTables(() => new BranchTable(false, numbers))
    this.#byPlace = new BranchTables(() => new BranchTable(true, numbers))
  }

  get isEmpty(): boolean {
    return this.#kinds().length === 0
  }

  /** Returns the total of all files. */
  sum(files: number): Count {
    const kinds = this.#kinds()
    const [only] = kinds
    if (only && kinds.length === 1 && this.#offsets.isEmpty) return { ...only.counts.sum }
    const sum = tally()
    for (let file = 0; file < files; file++) add(sum, this.of(file))
    return sum
  }

  of(file: number): Count {
    return this.#offsets.applied(file, this.#listedOf(file))
  }

  get mayBeUncertain(): boolean {
    const counts = [this.#byLine, this.#byCondition]
    return counts.some(({ mayBeUncertain }) => mayBeUncertain) || this.#kinds().length > 1
  }

  /** Whether the count of a file is only a lower bound. */
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

  /** Returns the table of branches identified by line and block. */
  byBlock(scheme: Scheme): BranchTable {
    this.#change()
    return this.#byBlock.of(scheme)
  }

  /** Returns the table of branches identified by position. */
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

  /** Returns how many arms a scheme lists for a file by line and block. */
  listedByBlock(file: number, scheme: Scheme): number {
    return this.#byBlock.find(scheme)?.counts.totalOf(file) ?? 0
  }

  /** Makes the count that a report declares for a file apply; undefined makes the listed branches apply again. */
  declare(file: number, count: Count | undefined): void {
    this.#offsets.set(file, this.#listedOf(file), count)
  }

  /** Merges another store; `files` maps its file numbers to those here, -1 for none. */
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

  /** If there are several kinds, the one with the higher count applies on each line. */
  #listedOf(file: number): Count {
    let single: BranchKind | undefined
    for (const kind of this.#kinds()) {
      if (kind.counts.of(file).total === 0) continue
      if (single) return this.#mix().get(file)?.count ?? tally()
      single = kind
    }
    return single ? single.counts.of(file) : tally()
  }

  #change(): void {
    this.#usedKinds = undefined
    this.#mixed = undefined
    this.#uncertain = undefined
  }

  /** Returns the kinds that have data. */
  #kinds(): readonly BranchKind[] {
    this.#usedKinds ??= [
      this.#byLine,
      this.#byCondition,
      this.#v8,
      ...this.#byBlock,
      ...this.#byPlace,
    ].filter(({ counts }) => !counts.isEmpty)
    return this.#usedKinds
  }

  #mix(): ReadonlyMap<number, MixedCount> {
    this.#mixed ??= mixed(this.#kinds())
    return this.#mixed
  }
}

/** The tables of one kind, by scheme. */
class BranchTables {
  readonly #tables = new Map<Scheme, BranchTable>()
  readonly #create: () => BranchTable
  // The last lookup.
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
  /** Whether two kinds have different counts for a line. */
  readonly differs: boolean
}

/** Returns the counts of the files that have data of several kinds. */
function mixed(kinds: readonly BranchKind[]): Map<number, MixedCount> {
  if (kinds.length < 2) return new Map()
  const byFile = new Map<number, Map<number, Tally[]> | undefined>()
  const linesOf = (file: number): Map<number, Tally[]> | undefined => {
    if (byFile.has(file)) return byFile.get(file)
    const used = kinds.filter(({ counts }) => counts.of(file).total > 0).length
    const lines = used > 1 ? new Map<number, Tally[]>() : undefined
    byFile.set(file, lines)
    return lines
  }
  kinds.forEach((kind, i) => {
    kind.eachLine((file, line, covered, total) => {
      const lines = linesOf(file)
      if (!lines) return
      const counts = lines.get(line) ?? kinds.map(() => tally())
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
    const nonEmpty = counts.filter(({ total }) => total > 0)
    const covered = Math.max(...nonEmpty.map((count) => count.covered))
    const total = Math.max(...nonEmpty.map((count) => count.total))
    differs ||= nonEmpty.some((count) => count.covered !== covered || count.total !== total)
    add(count, { covered, total })
  }
  return { count, differs }
}
