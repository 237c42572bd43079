import type { Coverage } from '../model/coverage.ts'
import type { Metric } from '../model/metrics.ts'

/**
 * Describes metrics whose coverage is only a lower bound, because several reports cannot be merged exactly. Each
 * remark completes "In … ".
 */
export function describeEstimates(coverage: Coverage): string[] {
  if (!coverage.mayBeEstimated) return []
  const files = new Map<Metric, number>()
  let differing = 0
  for (const file of coverage.files()) {
    const metrics = file.estimates()
    for (const metric of metrics) files.set(metric, (files.get(metric) ?? 0) + 1)
    if (file.hasDifferingBranches) differing++
  }
  const remarks: string[] = []
  if (files.size > 0) {
    const counts = Array.from(files, ([metric, count]) => `${metric} of ${fileCount(count)}`).join(
      ', ',
    )
    remarks.push(
      `several reports count the same items, but do not all list them (${counts}). The higher count applies; the combined coverage may be higher.`,
    )
  }
  if (differing > 0) {
    remarks.push(
      `several reports list the same lines of ${fileCount(differing)}, but different branches, as lcov from V8 does (c8, Vitest before 4, node --test, Deno). They cannot be merged exactly, so coverage may be too low. Use coverage-final.json of the same runs instead.`,
    )
  }
  return remarks
}

function fileCount(count: number): string {
  return count === 1 ? '1 file' : `${count} files`
}
