import { pullRequestOfEvent } from '@ci-actions/github/pull-request'
import { isPath, isStored } from './baseline/baseline-mode.ts'
import type { ContextOptions, RunContext } from './context.ts'
import type { Patch } from './pull-request/patch.ts'

/** Creates the context of this run. Loads only the modules that the run needs. */
export async function createContext(options: ContextOptions): Promise<RunContext> {
  const { inputs, runner } = options
  const pullRequest = pullRequestOfEvent(runner)
  if (pullRequest) {
    const { pullRequestContext } = await import('./pull-request/context.ts')
    return pullRequestContext(pullRequest, options)
  }
  const patch = /^pull_request(_target)?$/.test(runner.run.event) ? withoutPullRequest : nothing
  if (isPath(inputs.baseline) || isStored(inputs.baseline, runner)) {
    const { branchContext } = await import('./baseline/context.ts')
    return { ...branchContext(options), patch }
  }
  return { patch, delta: nothing, publish: nothing }
}

/** Of an event whose payload is incomplete, such as one of act without an event file. */
async function withoutPullRequest(): Promise<Patch> {
  const { missingPatch } = await import('./pull-request/patch.ts')
  return missingPatch('the event of this run (GITHUB_EVENT_PATH) contains no pull request')
}

async function nothing(): Promise<undefined> {}
