import type { InputValues, Runner } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import type { Delta } from './baseline/delta.ts'
import type { GateResult } from './gate/result.ts'
import type { inputs } from './inputs.ts'
import type { Coverage } from './model/coverage.ts'
import type { Patch } from './pull-request/patch.ts'
import type { Checkout } from './reports/checkouts.ts'

/** The parts of a run that depend on its event: changed lines, baseline, and where to publish the result. */
export interface RunContext {
  /** Returns the coverage of the changed lines; undefined outside pull requests. */
  patch(whole: Coverage): Promise<Patch | undefined>
  /** Returns the changes since the baseline; undefined without one. */
  delta(whole: Coverage): Promise<Delta | undefined>
  /** Writes annotations and the comment of a pull request, or stores the report at a path as the baseline. */
  publish(result: GateResult, summary: string, report: string): Promise<void>
}

/** Options for creating a context. */
export interface ContextOptions {
  readonly inputs: InputValues<typeof inputs>
  readonly checkouts: readonly Checkout[]
  readonly deadline: Deadline
  readonly runner: Runner
}
