import { ActionError, quote, type Runner } from '@ci-actions/kit'
import type { Format } from '../formats/format.ts'
import { type Coverage, merged } from '../model/coverage.ts'
import { describeEstimates } from './estimates.ts'
import type { ReadReport } from './read-report.ts'

/** Named reports that are gated together, and their merged coverage. */
export interface Suite {
  readonly name: string
  readonly reports: readonly string[]
  /** The distinct formats of the reports. */
  readonly formats: readonly Format[]
  readonly coverage: Coverage
}

/** Merges the reports of a suite, which may have none. */
export function mergeReports(name: string, reports: readonly ReadReport[], runner: Runner): Suite {
  const coverage = withContext(`Suite ${quote(name)}`, () => {
    return merged(reports.map((report) => report.coverage))
  })
  for (const remark of describeEstimates(coverage)) runner.notice(`In ${quote(name)} ${remark}`)
  return {
    name,
    reports: reports.map(({ path }) => path),
    formats: [...new Set(reports.map(({ format }) => format))],
    coverage,
  }
}

/** Merges all suites; a file in several suites counts once. */
export function mergeSuites(suites: readonly Suite[]): Coverage {
  return withContext('The set of all suites', () => merged(suites.map(({ coverage }) => coverage)))
}

/** Adds the subject to an error about contradictory reports. */
export function withContext<T>(subject: string, merge: () => T): T {
  try {
    return merge()
  } catch (error) {
    throw error instanceof ActionError ? new ActionError(`${subject} ${error.message}.`) : error
  }
}
