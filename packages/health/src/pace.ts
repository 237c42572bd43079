/** Between the first tries, in milliseconds: a service that is coming up costs a short wait. */
const shortest = 100

/** What a pause is of the time that was waited, so that a service is found at most a tenth of it later. */
const share = 1 / 12

/** How long to wait until the next try, where it was waited for so long since the first; all in milliseconds. */
export function pauseAfter(waited: number, interval: number): number {
  return Math.min(interval, Math.max(shortest, waited * share))
}

/** How often, over how long, something must be seen before it is certain; times in milliseconds. */
export interface Patience {
  readonly initialDelay: number
  /** The most between two tries. */
  readonly interval: number
  /** How many tries in a row, over how long, make it certain. */
  readonly successes: number
  readonly stableFor: number
}

/** What a check takes at the least, also of a service that answers at once and well. */
export function leastTimeOf({ initialDelay, interval, successes, stableFor }: Patience): number {
  return initialDelay + Math.max(stableFor, timeBetween(successes, interval))
}

/** From the first of so many tries to the last. */
function timeBetween(tries: number, interval: number): number {
  let waited = 0
  for (let left = tries - 1; left > 0; left--) {
    const pause = pauseAfter(waited, interval)
    if (pause === interval) return waited + left * interval
    waited += pause
  }
  return waited
}
