import type { Coverage } from '../model/coverage.ts'
import { type Count, type Metric, metrics } from '../model/metrics.ts'

/** The totals that a report declares. */
export type DeclaredTotals = { readonly [M in Metric]?: Count | undefined }

/**
 * Compares the declared totals with the listed items. The list applies, because totals may be stale, rounded or count
 * items twice. If nothing is listed, the total applies to all files together. Returns remarks; each completes
 * "Report … ".
 */
export function reconcileTotals(declared: DeclaredTotals, coverage: Coverage): string[] {
  const listed = coverage.totals()
  return metrics.flatMap((metric) => {
    const count = declared[metric]
    const { covered, total } = listed[metric]
    if (!count || (count.covered === covered && count.total === total)) return []
    const declaredCount = `${count.covered} of ${count.total} ${metric}`
    if (total > 0) {
      return `declares a total of ${declaredCount} covered, but its lists add up to ${covered} of ${total}; the lists apply.`
    }
    if (metric === 'branches' && count.total === 1) {
      return `declares a total of ${declaredCount} covered, but lists none; this placeholder is ignored.`
    }
    coverage.addTogether(metric, count)
    return `does not list ${metric}; its total, ${declaredCount}, applies to all of its files together.`
  })
}
