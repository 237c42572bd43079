import type { Runner } from '@ci-actions/kit'

/** Whether the input `baseline` is a path. */
export function isPath(baseline: string): boolean {
  return baseline !== 'cache' && baseline !== 'none'
}

/** Whether this run stores its report as a baseline for pull requests. */
export function isStored(baseline: string, runner: Runner): boolean {
  const { event, ref } = runner.run
  const isBranchRun =
    /^(push|schedule|workflow_dispatch)$/.test(event) && /^refs\/heads\//.test(ref)
  return baseline === 'cache' && isBranchRun && hasCache(runner)
}

/** Whether a cache is available; otherwise its client is not loaded. */
export function hasCache(runner: Runner): boolean {
  const address = runner.env('ACTIONS_CACHE_URL') ?? runner.env('ACTIONS_RESULTS_URL')
  return address !== undefined && runner.env('ACTIONS_RUNTIME_TOKEN') !== undefined
}
