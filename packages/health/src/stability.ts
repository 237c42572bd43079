/** How many consecutive attempts found the expected state, and since when. */
export interface Stability {
  readonly successes: number
  /** Milliseconds of the clock, at the first of them. */
  readonly since: number
  /** Whether the expected state was reached once and then lost. */
  readonly hasRelapsed: boolean
  /** Whether the last attempt did not find the expected state, or `hasRelapsed`. */
  readonly isSuspect: boolean
}

export function initialStability(now: number): Stability {
  return { successes: 0, since: now, hasRelapsed: false, isSuspect: false }
}

/** Returns the stability after one more attempt. */
export function updateStability(before: Stability, isExpected: boolean, now: number): Stability {
  const { successes: tries, since, hasRelapsed: hasFallen } = before
  if (isExpected) {
    return {
      successes: tries + 1,
      since: tries === 0 ? now : since,
      hasRelapsed: hasFallen,
      isSuspect: hasFallen,
    }
  }
  return { successes: 0, since: now, hasRelapsed: hasFallen || tries > 0, isSuspect: true }
}
