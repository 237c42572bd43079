import type { Coverage } from '../model/coverage.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import type { Count } from '../model/metrics.ts'

export const counted = ['lines', 'branches', 'functions', 'instructions'] as const
/** Indices in `counted`; other types are ignored. */
export const counterTypes: ReadonlyMap<string, number> = new Map([
  ['LINE', 0],
  ['BRANCH', 1],
  ['METHOD', 2],
  ['INSTRUCTION', 3],
])

/** Covered and total of each metric, in the order of `counted`; metrics without a counter are missing. */
export type Counters = number[]

export function addCount(counters: Counters, index: number, hit: number, missing: number): void {
  counters[index * 2] = (counters[index * 2] ?? 0) + hit
  counters[index * 2 + 1] = (counters[index * 2 + 1] ?? 0) + hit + missing
}

export function counterAt(counters: Counters, index: number): Count | undefined {
  const covered = counters[index * 2]
  const total = counters[index * 2 + 1]
  return covered === undefined || total === undefined ? undefined : { covered, total }
}

/** Adds the counters of a source file; those of its classes are used where it has none. */
export function addCounts(
  coverage: Coverage,
  file: SourceFile,
  own: Counters,
  ofClasses: Counters = [],
): void {
  counted.forEach((metric, i) => {
    const count = counterAt(own, i) ?? counterAt(ofClasses, i)
    if (count === undefined) return
    coverage.measured.add(metric)
    // Listed lines already include these.
    if (file.count(metric).total === 0) file.add(metric, count)
  })
}
