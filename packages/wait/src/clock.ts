/** Time and chance, the two things a test replaces. */
export interface Clock {
  /** Milliseconds that only ever grow; for measuring, not for dates. */
  now(): number
  /** The date and time of the wall. */
  date(): Date
  /** A number from 0 up to, not including, 1. */
  random(): number
  /** Resolves after `ms`, rejects with the signal's reason when that aborts first. */
  sleep(ms: number, signal: AbortSignal): Promise<void>
  /** Calls back after `ms`; the timer does not keep the process alive. */
  after(ms: number, call: () => void): void
}

export const systemClock: Clock = {
  // `performance` is the same clock, and loads 1 ms of node:perf_hooks first.
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
