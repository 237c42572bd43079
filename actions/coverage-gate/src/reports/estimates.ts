import type { Coverage } from '../model/coverage.ts'
import type { Metric } from '../model/metrics.ts'

/**
 * Where it is only known that at least so much is covered, because several reports cannot be put together. Each
 * completes "In … ".
 */
export function describeEstimates(coverage: Coverage): string[] {
  if (!coverage.mayBeEstimated) return []
  const files = new Map<Metric, number>()
  let unlike = 0
  for (const file of coverage.files()) {
    const metrics = file.estimates()
    for (const metric of metrics) files.set(metric, (files.get(metric) ?? 0) + 1)
    if (file.isListedUnlike) unlike++
  }
  const remarks: string[] = []
  if (files.size > 0) {
    const counts = Array.from(files, ([metric, count]) => `${metric} of ${filesIn(count)}`).join(
      ', ',
    )
    remarks.push(
      `what is covered is told several times, but not each time what it is (${counts}). The better count was taken, which is at most what is covered in all.`,
    )
  }
  if (unlike > 0) {
    remarks.push(
      `several reports list the same lines of ${filesIn(unlike)}, but other branches, as lcov of V8 does (c8, Vitest before 4, node --test, Deno). They cannot be put together: too few may count as covered. coverage-final.json of the same runs can.`,
    )
  }
  return remarks
}

function filesIn(count: number): string {
  return count === 1 ? '1 file' : `${count} files`
}
