import { NumberInterner } from '../collections/number-interner.ts'
import { BranchStore, type Scheme } from './branch-store.ts'
import { FunctionStore } from './function-store.ts'
import { LineStore } from './line-store.ts'
import { add, type Count, type Metric, metrics, tally } from './metrics.ts'
import { SpanTable } from './span-table.ts'
import { SummaryCounts } from './summary-counts.ts'

/** What is listed of a metric one by one. */
interface Listed {
  readonly isEmpty: boolean
  of(file: number): Count
  sum(files: number): Count
}

/** How much a report lists of a file. */
export interface Listing {
  readonly lines: number
  /** The arms by line and block in one scheme; of no others it is open whether reports mean the same ones. */
  readonly branches: number
}

const none: Listing = { lines: 0, branches: 0 }

/** What is known about all files, by their numbers, in few large arrays. */
export class Store {
  readonly lines = new LineStore()
  readonly branches: BranchStore
  readonly functions = new FunctionStore()
  readonly statements: SpanTable
  readonly regions: SpanTable
  /** What reports only tell the count of. */
  readonly summaries: Readonly<Record<Metric, SummaryCounts>> = {
    lines: new SummaryCounts(),
    branches: new SummaryCounts(),
    functions: new SummaryCounts(),
    statements: new SummaryCounts(),
    instructions: new SummaryCounts(),
    regions: new SummaryCounts(),
  }
  /** The files whose format calls its lines statements. */
  readonly linesAreStatements = new Set<number>()
  /** The files of which reports list the same lines, but other branches. */
  readonly #unlike = new Set<number>()
  readonly #listed: { readonly [M in Metric]?: Listed }

  constructor() {
    const numbers = new NumberInterner()
    this.branches = new BranchStore(numbers)
    this.statements = new SpanTable(numbers)
    this.regions = new SpanTable(numbers)
    const { lines, branches, functions, statements, regions } = this
    this.#listed = { lines, branches, functions, statements, regions }
  }

  /** What there is of a metric in so many files. */
  sum(metric: Metric, files: number): Count {
    const listed = this.#listed[metric]
    const hasOthers = metric === 'statements' && this.linesAreStatements.size > 0
    if (!hasOthers && (!listed || listed.isEmpty)) {
      return { ...this.summaries[metric].counts.sum }
    }
    if (!hasOthers && listed && this.summaries[metric].counts.isEmpty) return listed.sum(files)
    const sum = tally()
    for (let file = 0; file < files; file++) add(sum, this.count(metric, file))
    return sum
  }

  /**
   * What is listed of a file one by one, and where nothing is, the count that a report gives. A count of as many as
   * are listed is of the same ones: if more of those are covered, it is the better one.
   */
  count(metric: Metric, file: number): Count {
    const listed = this.#listedOf(metric, file)
    const counted = this.summaries[metric].counts.of(file)
    if (listed) {
      const isBetter = counted.total === listed.total && counted.covered > listed.covered
      return isBetter ? counted : listed
    }
    if (metric === 'statements' && this.linesAreStatements.has(file)) return this.lines.of(file)
    return counted
  }

  /** Undefined if nothing is. */
  #listedOf(metric: Metric, file: number): Count | undefined {
    const listed = this.#listed[metric]
    if (!listed || listed.isEmpty) return undefined
    const count = listed.of(file)
    return count.total > 0 ? count : undefined
  }

  /** Whether there may be a count that is only known to be at least so much. */
  get mayBeUncertain(): boolean {
    const listed = [this.branches, this.functions].some((one) => one.mayBeUncertain)
    return listed || this.#unlike.size > 0 || metrics.some((one) => this.#mayBeUncertain(one))
  }

  #mayBeUncertain(metric: Metric): boolean {
    const { counts, mayBeUncertain } = this.summaries[metric]
    return mayBeUncertain || (this.#listed[metric]?.isEmpty === false && !counts.isEmpty)
  }

  /** Whether the count of a file is only known to be at least so much. */
  isUncertain(metric: Metric, file: number): boolean {
    const listed = this.#listedOf(metric, file)
    const summary = this.summaries[metric]
    if (!listed) return summary.isUncertain(file)
    const counted = summary.counts.of(file)
    const isSame = counted.covered === listed.covered && counted.total === listed.total
    const isOther = summary.isUncertain(file) || (counted.covered > 0 && !isSame)
    const { covered, total } = this.count(metric, file)
    if (isOther && covered < total) return true
    if (metric === 'branches') return this.branches.isUncertain(file)
    return metric === 'functions' && this.functions.isUncertain(file)
  }

  hasDifferingBranches(file: number): boolean {
    return this.#unlike.has(file)
  }

  listing(file: number, scheme: Scheme): Listing {
    const { lines, branches } = this
    return { lines: lines.listed.totalOf(file), branches: branches.listedByBlock(file, scheme) }
  }

  /** Compares what was listed of a file before with what a report has added to it. */
  compare(file: number, scheme: Scheme, before: Listing, added: Listing): void {
    if (before.lines === 0 || before.branches === 0 || added.branches === 0) return
    const after = this.listing(file, scheme)
    const isSame = (what: keyof Listing): boolean =>
      before[what] === added[what] && after[what] === added[what]
    if (isSame('lines') && !isSame('branches')) this.#unlike.add(file)
  }

  /**
   * Takes over all that another store knows, under these numbers of its files; -1 for none. `contradicts`
   * hears of pieces of code that have another weight there.
   */
  merge(
    other: Store,
    files: Int32Array,
    contradicts: (file: number, before: number, weight: number) => void,
  ): void {
    const before = other.branches.blockSchemes.map((scheme) => ({
      scheme,
      listings: Array.from(files, (file) => (file < 0 ? none : this.listing(file, scheme))),
    }))
    this.lines.merge(other.lines, files)
    this.branches.merge(other.branches, files)
    this.functions.merge(other.functions, files)
    this.statements.merge(other.statements, files, contradicts)
    this.regions.merge(other.regions, files, contradicts)
    for (const metric of metrics) this.summaries[metric].merge(other.summaries[metric], files)
    for (const { scheme, listings } of before) {
      files.forEach((file, theirs) => {
        this.compare(file, scheme, listings[theirs] ?? none, other.listing(theirs, scheme))
      })
    }
    files.forEach((file, theirs) => {
      if (file < 0) return
      if (other.#unlike.has(theirs)) this.#unlike.add(file)
      if (other.linesAreStatements.has(theirs)) this.linesAreStatements.add(file)
    })
  }
}
