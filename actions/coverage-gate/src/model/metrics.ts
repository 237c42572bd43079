/** The metrics. Instructions are JaCoCo's bytecode instructions; regions are LLVM's. */
export const metrics = [
  'lines',
  'branches',
  'functions',
  'statements',
  'instructions',
  'regions',
] as const
export type Metric = (typeof metrics)[number]

export function isMetric(word: string): word is Metric {
  return metrics.some((metric) => metric === word)
}

/** Integers; `total` is 0 if there are no items. */
export interface Count {
  readonly covered: number
  readonly total: number
}

export type Totals = Readonly<Record<Metric, Count>>

/** Whether no metric has any items. */
export function isEmpty(totals: Totals): boolean {
  return metrics.every((metric) => totals[metric].total === 0)
}

/** Returns the counts of all metrics. */
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

/** A mutable count. */
export interface Tally {
  covered: number
  total: number
}

export function tally(): Tally {
  return { covered: 0, total: 0 }
}

export function add(sum: Tally, count: Count): void {
  sum.covered += count.covered
  sum.total += count.total
}
