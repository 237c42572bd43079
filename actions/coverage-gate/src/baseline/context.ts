import type { ContextOptions, RunContext } from '../context.ts'
import { isPath, isStored } from './baseline-mode.ts'
import { readBaseline, storeBaseline } from './cache.ts'
import { deltaSince } from './delta.ts'

/** Creates the context of a run outside pull requests: compares with a report and stores the baseline. */
export function branchContext({
  inputs,
  checkouts,
  deadline,
  runner,
}: ContextOptions): Omit<RunContext, 'patch'> {
  const { baseline, name } = inputs
  return {
    async delta(whole) {
      if (!isPath(baseline)) return undefined
      return deltaSince(readBaseline(baseline, runner), whole, checkouts[0])
    },
    async publish(_, __, report) {
      if (!isStored(baseline, runner)) return
      await storeBaseline(report, { name, branch: runner.run.branch }, runner, deadline)
    },
  }
}
