import { ActionError, quote, type Runner } from '@ci-actions/kit'
import type { Format } from '../formats/format.ts'
import { type Coverage, merged } from '../model/coverage.ts'
import { describeEstimates } from './estimates.ts'
import type { ReadReport } from './read-report.ts'

/** What is called by one name: its reports, and what they say together. */
export interface Suite {
  readonly name: string
  readonly reports: readonly string[]
  /** Those of the reports, each one once. */
  readonly formats: readonly Format[]
  readonly coverage: Coverage
}

/** Merges the reports of a suite; there may be none. */
export function mergeReports(name: string, reports: readonly ReadReport[], runner: Runner): Suite {
  const coverage = withContext(`What ${quote(name)} says`, () => {
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

/** All suites as one; a file that several have counts once. */
export function mergeSuites(suites: readonly Suite[]): Coverage {
  return withContext('What the suites say', () => merged(suites.map(({ coverage }) => coverage)))
}

/** Says what it is that contradicts itself, if what is put together here does. */
export function withContext<T>(what: string, merge: () => T): T {
  try {
    return merge()
  } catch (error) {
    throw error instanceof ActionError ? new ActionError(`${what} ${error.message}.`) : error
  }
}
