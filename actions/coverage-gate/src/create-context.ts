import { pullRequestOfEvent } from '@ci-actions/github/pull-request'
import { isPath, isStored } from './baseline/baseline-mode.ts'
import type { ContextOptions, RunContext } from './context.ts'

/** Creates the context of this run. Loads only the modules that the run needs. */
export async function createContext(options: ContextOptions): Promise<RunContext> {
  const { inputs, runner } = options
  const pullRequest = pullRequestOfEvent(runner)
  if (pullRequest) {
    const { pullRequestContext } = await import('./pull-request/context.ts')
    return pullRequestContext(pullRequest, options)
  }
  if (isPath(inputs.baseline) || isStored(inputs.baseline, runner)) {
    const { branchContext } = await import('./baseline/context.ts')
    return branchContext(options)
  }
  return { patch: nothing, delta: nothing, publish: nothing }
}

async function nothing(): Promise<undefined> {}
