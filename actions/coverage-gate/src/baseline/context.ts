import type { ContextOptions, RunContext } from '../context.ts'
import { isKept, isPath } from './baseline-mode.ts'
import { keepBaseline, readBaseline } from './cache.ts'
import { deltaSince } from './delta.ts'

/** The context of a run outside of pull requests: it is compared with a report, and kept for others. */
export function branchContext({ inputs, checkouts, deadline, runner }: ContextOptions): RunContext {
  const { baseline, name } = inputs
  return {
    async patch() {
      return undefined
    },
    async delta(whole) {
      if (!isPath(baseline)) return undefined
      return deltaSince(readBaseline(baseline, runner), whole, checkouts[0])
    },
    async publish(_, __, report) {
      if (!isKept(baseline, runner)) return
      await keepBaseline(report, { name, branch: runner.run.branch }, runner, deadline)
    },
  }
}
