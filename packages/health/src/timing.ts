/** The pause between the first attempts, in milliseconds: short for a service that is about to be up. */
const minPause = 100

/** A pause as a share of the time waited, so that a service is detected at most a tenth of that time late. */
const pauseShare = 1 / 12

/** Returns the pause before the next attempt, `waited` milliseconds after the first; all in milliseconds. */
export function pauseAfter(waited: number, interval: number): number {
  return Math.min(interval, Math.max(minPause, waited * pauseShare))
}

/** How often and for how long a target is checked; times in milliseconds. */
export interface CheckTiming {
  readonly initialDelay: number
  /** Maximum time between two attempts. */
  readonly interval: number
  /** Number of consecutive successful attempts required. */
  readonly successes: number
  /** How long every attempt must succeed. */
  readonly stableFor: number
}

/** Returns the minimum duration of a check: that of a service which is healthy and responds at once. */
export function minCheckDuration({
  initialDelay,
  interval,
  successes,
  stableFor,
}: CheckTiming): number {
  return initialDelay + Math.max(stableFor, attemptSpan(successes, interval))
}

/** Returns the time from the first to the last of so many attempts. */
function attemptSpan(attempts: number, interval: number): number {
  let waited = 0
  for (let left = attempts - 1; left > 0; left--) {
    const pause = pauseAfter(waited, interval)
    if (pause === interval) return waited + left * interval
    waited += pause
  }
  return waited
}
