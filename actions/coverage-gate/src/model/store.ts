import { NumberInterner } from '../collections/number-interner.ts'
import { BranchStore, type Scheme } from './branch-store.ts'
import { FunctionStore } from './function-store.ts'
import { LineStore } from './line-store.ts'
import { add, type Count, type Metric, metrics, tally } from './metrics.ts'
import { SpanTable } from './span-table.ts'
import { SummaryCounts } from './summary-counts.ts'

/** The listed items of a metric. */
interface Listed {
  readonly isEmpty: boolean
  of(file: number): Count
  sum(files: number): Count
}

/** How many items a report lists for a file. */
export interface Listing {
  readonly lines: number
  /** Arms by line and block in one scheme. Only these numbers may mean different arms in different reports. */
  readonly branches: number
}

const none: Listing = { lines: 0, branches: 0 }

/** The coverage of all files, by file number, in a few large arrays. */
export class Store {
  readonly lines = new LineStore()
  readonly branches: BranchStore
  readonly functions = new FunctionStore()
  readonly statements: SpanTable
  readonly regions: SpanTable
  /** Counts without listed items. */
  readonly summaries: Readonly<Record<Metric, SummaryCounts>> = {
    lines: new SummaryCounts(),
    branches: new SummaryCounts(),
    functions: new SummaryCounts(),
    statements: new SummaryCounts(),
    instructions: new SummaryCounts(),
    regions: new SummaryCounts(),
  }
  /** The files whose lines count as statements. */
  readonly linesAreStatements = new Set<number>()
  /** The files for which reports list the same lines, but different branches. */
  readonly #differing = new Set<number>()
  readonly #listed: { readonly [M in Metric]?: Listed }

  constructor() {
    const numbers = new NumberInterner()
    this.branches = new BranchStore(numbers)
    this.statements = new SpanTable(numbers)
    this.regions = new SpanTable(numbers)
    const { lines, branches, functions, statements, regions } = this
    this.#listed = { lines, branches, functions, statements, regions }
  }

  /** Returns the total of a metric in the first `files` files. */
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
   * Returns the number of listed items of a file; if none are listed, the count in a report. A count with the same
   * total is about the same items, so it applies if it has more of them covered.
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

  /** Returns undefined if no items are listed. */
  #listedOf(metric: Metric, file: number): Count | undefined {
    const listed = this.#listed[metric]
    if (!listed || listed.isEmpty) return undefined
    const count = listed.of(file)
    return count.total > 0 ? count : undefined
  }

  /** Whether a count may be only a lower bound. */
  get mayBeUncertain(): boolean {
    const listed = this.branches.mayBeUncertain || this.functions.mayBeUncertain
    return (
      listed || this.#differing.size > 0 || metrics.some((metric) => this.#mayBeUncertain(metric))
    )
  }

  #mayBeUncertain(metric: Metric): boolean {
    const { counts, mayBeUncertain } = this.summaries[metric]
    return mayBeUncertain || (this.#listed[metric]?.isEmpty === false && !counts.isEmpty)
  }

  /** Whether the count of a file is only a lower bound. */
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
    return this.#differing.has(file)
  }

  listing(file: number, scheme: Scheme): Listing {
    const { lines, branches } = this
    return { lines: lines.listed.totalOf(file), branches: branches.listedByBlock(file, scheme) }
  }

  /** Compares the items listed for a file before with those that a report has added. */
  compare(file: number, scheme: Scheme, before: Listing, added: Listing): void {
    if (before.lines === 0 || before.branches === 0 || added.branches === 0) return
    const after = this.listing(file, scheme)
    const isSame = (items: keyof Listing): boolean =>
      before[items] === added[items] && after[items] === added[items]
    if (isSame('lines') && !isSame('branches')) this.#differing.add(file)
  }

  /**
   * Merges another store; `files` maps its file numbers to those here, -1 for none. `contradicts` is called for spans
   * with different weights.
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
      files.forEach((file, otherFile) => {
        this.compare(file, scheme, listings[otherFile] ?? none, other.listing(otherFile, scheme))
      })
    }
    files.forEach((file, otherFile) => {
      if (file < 0) return
      if (other.#differing.has(otherFile)) this.#differing.add(file)
      if (other.linesAreStatements.has(otherFile)) this.linesAreStatements.add(file)
    })
  }
}
