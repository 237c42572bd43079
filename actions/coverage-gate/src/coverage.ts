import { BranchTable } from './branches.ts'
import { LinePages } from './lines.ts'

/** What can be covered. Instructions are bytecode, as JaCoCo counts it. */
export const metrics = ['lines', 'branches', 'functions', 'statements', 'instructions'] as const
export type Metric = (typeof metrics)[number]

/** Whole numbers; `total` 0 means that there is nothing to cover. */
export interface Count {
  readonly covered: number
  readonly total: number
}

export type Totals = Readonly<Record<Metric, Count>>

/**
 * What reports say about the files of a project. Reading the same file again, from another shard or
 * another format, merges: a line, a branch or a function counts once, and is covered if any report
 * says so.
 */
export class Coverage {
  /** The metrics that the reports measure, whether or not there was anything to measure. */
  readonly measured = new Set<Metric>()
  readonly #files = new Map<string, SourceFile>()
  readonly #store = { pages: new LinePages(), branches: new BranchTable() }

  measuring(...more: Metric[]): this {
    for (const metric of more) this.measured.add(metric)
    return this
  }

  /**
   * A file by its normalized path. The module keeps files apart whose format tells less than a path:
   * JaCoCo knows `shop/Stock.java`, but not of which of two modules.
   */
  file(path: string, module = ''): SourceFile {
    const key = `${module}\0${path}`
    const known = this.#files.get(key)
    if (known) return known
    const file = new SourceFile(path, module, this.#files.size, this.#store)
    this.#files.set(key, file)
    return file
  }

  files(): Iterable<SourceFile> {
    return this.#files.values()
  }

  totals(): Totals {
    return totalsOf((metric) => {
      const sum = { covered: 0, total: 0 }
      for (const file of this.#files.values()) add(sum, file.count(metric))
      return sum
    })
  }

  merge(other: Coverage): void {
    for (const metric of other.measured) this.measured.add(metric)
    const mine = Array.from(other.files(), (theirs) => {
      const file = this.file(theirs.path, theirs.module)
      file.merge(theirs)
      return file
    })
    other.#store.branches.forEach((file, line, covered, total) => {
      mine[file]?.branches(line, covered, total)
    })
  }
}

/** All of them as one. */
export function merged(coverages: readonly Coverage[]): Coverage {
  const [only, ...others] = coverages
  if (only && others.length === 0) return only
  const whole = new Coverage()
  for (const one of coverages) whole.merge(one)
  return whole
}

/** Whether there is nothing that could be covered. */
export function isEmpty(totals: Totals): boolean {
  return metrics.every((metric) => totals[metric].total === 0)
}

interface Store {
  readonly pages: LinePages
  readonly branches: BranchTable
}

interface Tally {
  covered: number
  total: number
}

/** What is known about one file: lines, branches and functions one by one, or bare counts. */
export class SourceFile {
  readonly path: string
  readonly module: string
  readonly #number: number
  readonly #store: Store
  readonly #pages = new Map<number, number>()
  #page = Number.NaN
  #at = 0
  readonly #lines: Tally = { covered: 0, total: 0 }
  readonly #branches: Tally = { covered: 0, total: 0 }
  #functions: Map<string, boolean> | undefined
  #counts: Map<Metric, Count> | undefined
  readonly #repeated = new Set<Metric>()

  constructor(path: string, module: string, number: number, store: Store) {
    this.path = path
    this.module = module
    this.#number = number
    this.#store = store
  }

  /** A line that can be covered. */
  line(number: number, covered: boolean): void {
    const page = number >> 7
    if (page !== this.#page) this.#turnTo(page)
    this.#store.pages.mark(this.#at, number, covered, this.#lines)
  }

  /** How many of the branches of a line were taken; of several reports on a line the better counts. */
  branches(line: number, covered: number, total: number): void {
    this.#store.branches.mark(this.#number, line, covered, total, this.#branches)
  }

  /** A function by whatever names it within its file. */
  function(name: string, covered: boolean): void {
    this.#functions ??= new Map()
    this.#functions.set(name, covered || this.#functions.get(name) === true)
  }

  /** A count without what was counted, for formats that give no more. */
  add(metric: Metric, { covered, total }: Count): void {
    this.#counts ??= new Map()
    const known = this.#counts.get(metric)
    if (known) this.#repeated.add(metric)
    this.#counts.set(metric, {
      covered: Math.max(covered, known?.covered ?? 0),
      total: Math.max(total, known?.total ?? 0),
    })
  }

  /** What was listed one by one, and where nothing was, the bare count. */
  count(metric: Metric): Count {
    const listed = this.#listed(metric)
    return listed.total > 0 ? listed : (this.#counts?.get(metric) ?? nothing)
  }

  /** The metrics of which several reports gave bare counts: the better was taken, a lower bound. */
  guesses(): Metric[] {
    return [...this.#repeated].filter((metric) => this.#listed(metric).total === 0)
  }

  /** Takes over all but the branches, which their table tells. */
  merge(other: SourceFile): void {
    for (const [page, at] of other.#pages) {
      this.#turnTo(page)
      this.#store.pages.merge(this.#at, other.#store.pages, at, this.#lines)
    }
    for (const [name, covered] of other.#functions ?? []) this.function(name, covered)
    for (const [metric, count] of other.#counts ?? []) this.add(metric, count)
    for (const metric of other.#repeated) this.#repeated.add(metric)
  }

  #listed(metric: Metric): Count {
    if (metric === 'lines') return this.#lines
    if (metric === 'branches') return this.#branches
    if (metric !== 'functions' || !this.#functions) return nothing
    const covered = this.#functions.values().reduce((sum, one) => sum + (one ? 1 : 0), 0)
    return { covered, total: this.#functions.size }
  }

  #turnTo(page: number): void {
    let at = this.#pages.get(page)
    if (at === undefined) {
      at = this.#store.pages.add()
      this.#pages.set(page, at)
    }
    this.#page = page
    this.#at = at
  }
}

const nothing: Count = { covered: 0, total: 0 }

export function totalsOf(count: (metric: Metric) => Count): Totals {
  return {
    lines: count('lines'),
    branches: count('branches'),
    functions: count('functions'),
    statements: count('statements'),
    instructions: count('instructions'),
  }
}

function add(sum: Tally, count: Count): void {
  sum.covered += count.covered
  sum.total += count.total
}
