import type { Runner } from '@ci-actions/kit'

/** Whether the input `baseline` is the path of a report to compare with. */
export function isPath(baseline: string): boolean {
  return baseline !== 'cache' && baseline !== 'none'
}

/** Whether the report of this run is one that pull requests will be compared with. */
export function isKept(baseline: string, runner: Runner): boolean {
  const { event, ref } = runner.run
  const isOfBranch = /^(push|schedule|workflow_dispatch)$/.test(event) && /^refs\/heads\//.test(ref)
  return baseline === 'cache' && isOfBranch && hasCache(runner)
}

/** Whether this machine has a cache at all; without one its client is not even loaded. */
export function hasCache(runner: Runner): boolean {
  const address = runner.env('ACTIONS_CACHE_URL') ?? runner.env('ACTIONS_RESULTS_URL')
  return address !== undefined && runner.env('ACTIONS_RUNTIME_TOKEN') !== undefined
}
