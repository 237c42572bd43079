/** How long to wait before the nth further try, counted from 0; milliseconds. */
export type Backoff = (tries: number) => number

/** `first`, then longer by `factor` each time, up to `max`. */
export function exponential(first: number, factor: number, max: number): Backoff {
  return (tries) => Math.min(max, first * factor ** tries)
}

/**
 * Full jitter: anything from nothing up to what `backoff` returns, so that many who failed together do
 * not come back together.
 */
export function fullJitter(backoff: Backoff, random: () => number): Backoff {
  return (tries) => random() * backoff(tries)
}
