/** Time and randomness, which tests replace. */
export interface Clock {
  /** Monotonic time in milliseconds, for measuring durations. */
  now(): number
  /** The current date and time. */
  date(): Date
  /** Returns a random number from 0 (inclusive) to 1 (exclusive). */
  random(): number
  /** Resolves after `ms`. Rejects with the signal's reason if that aborts first. */
  sleep(ms: number, signal: AbortSignal): Promise<void>
  /** Calls back after `ms`. The timer does not keep the process alive. */
  after(ms: number, call: () => void): void
}

export const systemClock: Clock = {
  // `performance` is the same clock, but loading node:perf_hooks takes 1 ms.
  now: () => Number(process.hrtime.bigint()) / 1e6,
  date: () => new Date(),
  random: () => Math.random(),
  sleep(ms, signal) {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason)
      const stop = (): void => {
        clearTimeout(timer)
        reject(signal.reason)
      }
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', stop)
        resolve()
      }, ms)
      signal.addEventListener('abort', stop, { once: true })
    })
  },
  after(ms, call) {
    setTimeout(call, ms).unref()
  },
}
