/** How long to wait before the nth further try, counted from 0; milliseconds. */
export type Pace = (tries: number) => number

/** `first`, and then longer by `factor` each time, up to `most`. */
export function growing(first: number, factor: number, most: number): Pace {
  return (tries) => Math.min(most, first * factor ** tries)
}

/**
 * Full jitter: anything from nothing up to what the pace says, so that many who failed together do
 * not come back together.
 */
export function jittered(pace: Pace, random: () => number): Pace {
  return (tries) => random() * pace(tries)
}
