import type { Runner } from '@ci-actions/kit'

/** Whether this machine has a cache at all; without one its client is not even loaded. */
export function hasCache(runner: Runner): boolean {
  const address = runner.env('ACTIONS_CACHE_URL') ?? runner.env('ACTIONS_RESULTS_URL')
  return address !== undefined && runner.env('ACTIONS_RUNTIME_TOKEN') !== undefined
}
