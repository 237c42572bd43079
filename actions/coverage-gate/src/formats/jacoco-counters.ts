import type { Coverage } from '../model/coverage.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import type { Count } from '../model/metrics.ts'

export const counted = ['lines', 'branches', 'functions', 'instructions'] as const
/** Of what is counted, which; the other types are of no interest. */
export const counterTypes: ReadonlyMap<string, number> = new Map([
  ['LINE', 0],
  ['BRANCH', 1],
  ['METHOD', 2],
  ['INSTRUCTION', 3],
])

/** What was counted, covered and then total of each in the order of `counted`; what has no counter is not there. */
export type Counters = number[]

export function addCount(counters: Counters, index: number, hit: number, missing: number): void {
  counters[index * 2] = (counters[index * 2] ?? 0) + hit
  counters[index * 2 + 1] = (counters[index * 2 + 1] ?? 0) + hit + missing
}

export function countOf(counters: Counters, index: number): Count | undefined {
  const covered = counters[index * 2]
  const total = counters[index * 2 + 1]
  return covered === undefined || total === undefined ? undefined : { covered, total }
}

/** What a source file does not tell itself is told by its classes. */
export function addCounts(
  coverage: Coverage,
  file: SourceFile,
  own: Counters,
  ofClasses: Counters = [],
): void {
  counted.forEach((metric, i) => {
    const count = countOf(own, i) ?? countOf(ofClasses, i)
    if (count === undefined) return
    coverage.measured.add(metric)
    // What the lines tell is not told again as a count.
    if (file.count(metric).total === 0) file.add(metric, count)
  })
}
