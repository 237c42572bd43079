import type { Coverage } from '../model/coverage.ts'
import { type Count, type Metric, metrics } from '../model/metrics.ts'

/** What a report says about itself in all. */
export type DeclaredTotals = { readonly [M in Metric]?: Count | undefined }

/**
 * Compares what a report says in all with what it lists. The list counts: totals go stale, are
 * rounded or count twice. Only where nothing is listed the total is taken, of all files together.
 * Returns the remarks about it; each completes "Report … ".
 */
export function reconcileTotals(claims: DeclaredTotals, coverage: Coverage): string[] {
  const listed = coverage.totals()
  return metrics.flatMap((metric) => {
    const claim = claims[metric]
    const { covered, total } = listed[metric]
    if (!claim || (claim.covered === covered && claim.total === total)) return []
    const claimed = `${claim.covered} of ${claim.total} ${metric}`
    if (total > 0) {
      return `says ${claimed} are covered in all, but what it lists adds up to ${covered} of ${total}; the list counts.`
    }
    if (metric === 'branches' && claim.total === 1) {
      return `says ${claimed} are covered in all, but lists none; that is a placeholder, and no data.`
    }
    coverage.addTogether(metric, claim)
    return `lists no ${metric} one by one; its total, ${claimed}, is taken for all of its files together.`
  })
}
