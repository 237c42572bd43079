/** Returns the delay in milliseconds before the nth retry, counted from 0. */
export type Backoff = (tries: number) => number

/** Starts with `first` and grows by `factor` each time, up to `max`. */
export function exponential(first: number, factor: number, max: number): Backoff {
  return (tries) => Math.min(max, first * factor ** tries)
}

/**
 * Full jitter: a random delay of up to what `backoff` returns, so that clients that failed together do not retry
 * together.
 */
export function fullJitter(backoff: Backoff, random: () => number): Backoff {
  return (tries) => random() * backoff(tries)
}
