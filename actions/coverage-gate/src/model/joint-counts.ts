import type { SourceFile } from './file-coverage.ts'
import type { Count, Metric } from './metrics.ts'

/** A count of several files together, for reports that do not contain it per file. */
export interface JointCount {
  readonly metric: Metric
  readonly count: Count
  readonly files: ReadonlySet<SourceFile>
}

/**
 * Returns the counts that apply. A count is dropped if one of its files lists the metric, because a list is more
 * precise. Counts that share a file, such as those of shards, are combined to the higher one, which is a lower bound.
 */
export function settleJointCounts(all: readonly JointCount[], metric: Metric): JointCount[] {
  const settled: JointCount[] = []
  for (const joint of all) {
    if (joint.metric !== metric) continue
    if (joint.files.values().some((file) => file.count(metric).total > 0)) continue
    let merged = joint
    for (const other of settled.filter(({ files }) => !files.isDisjointFrom(joint.files))) {
      settled.splice(settled.indexOf(other), 1)
      merged = {
        metric,
        count: higher(merged.count, other.count),
        files: merged.files.union(other.files),
      }
    }
    settled.push(merged)
  }
  return settled
}

function higher(a: Count, b: Count): Count {
  return { covered: Math.max(a.covered, b.covered), total: Math.max(a.total, b.total) }
}
