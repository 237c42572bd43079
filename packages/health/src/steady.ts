/** How many tries in a row showed a target as it should be, and since when. */
export interface Steady {
  readonly tries: number
  /** Milliseconds of the clock. */
  readonly since: number
  /** Whether it was as it should be once, and then was not. */
  readonly hasFallen: boolean
  /** Whether it was not as it should be when it was seen last, or has fallen. */
  readonly isSuspect: boolean
}

export function neverSeen(now: number): Steady {
  return { tries: 0, since: now, hasFallen: false, isSuspect: false }
}

/** The same after one more try. */
export function seenNext(before: Steady, isAsItShouldBe: boolean, now: number): Steady {
  const { tries, since, hasFallen } = before
  if (isAsItShouldBe) {
    return { tries: tries + 1, since: tries === 0 ? now : since, hasFallen, isSuspect: hasFallen }
  }
  return { tries: 0, since: now, hasFallen: hasFallen || tries > 0, isSuspect: true }
}
