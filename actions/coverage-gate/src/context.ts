import type { InputValues, Runner } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import type { Delta } from './baseline/delta.ts'
import type { GateResult } from './gate/result.ts'
import type { inputs } from './inputs.ts'
import type { Coverage } from './model/coverage.ts'
import type { Patch } from './pull-request/patch.ts'
import type { Checkout } from './reports/checkouts.ts'

/** What a run has beside the reports: the changes of a pull request, a baseline, and somebody to tell. */
export interface RunContext {
  /** The changed lines; undefined outside of a pull request. */
  patch(whole: Coverage): Promise<Patch | undefined>
  /** What changed since the baseline; undefined without one. */
  delta(whole: Coverage): Promise<Delta | undefined>
  /** Tells those who look at the pull request, or keeps the report at this path for pull requests to come. */
  publish(result: GateResult, summary: string, report: string): Promise<void>
}

/** What contexts are made of. */
export interface ContextOptions {
  readonly inputs: InputValues<typeof inputs>
  readonly checkouts: readonly Checkout[]
  readonly deadline: Deadline
  readonly runner: Runner
}
