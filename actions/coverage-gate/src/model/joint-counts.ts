import type { SourceFile } from './file-coverage.ts'
import type { Count, Metric } from './metrics.ts'

/** A count of files together, of which a report does not say how much each of them has. */
export interface JointCount {
  readonly metric: Metric
  readonly count: Count
  readonly files: ReadonlySet<SourceFile>
}

/**
 * The counts that stand, each with its files: none where a file of it lists the metric, for a list says
 * more. Of counts that share a file, as shards have them, the better one is taken: a lower bound.
 */
export function settleJointCounts(all: readonly JointCount[], metric: Metric): JointCount[] {
  const settled: JointCount[] = []
  for (const joint of all) {
    if (joint.metric !== metric) continue
    if (joint.files.values().some((file) => file.count(metric).total > 0)) continue
    let merged = joint
    for (const other of settled.filter((one) => !one.files.isDisjointFrom(joint.files))) {
      settled.splice(settled.indexOf(other), 1)
      merged = {
        metric,
        count: better(merged.count, other.count),
        files: merged.files.union(other.files),
      }
    }
    settled.push(merged)
  }
  return settled
}

function better(one: Count, other: Count): Count {
  return { covered: Math.max(one.covered, other.covered), total: Math.max(one.total, other.total) }
}
