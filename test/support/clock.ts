import type { Clock } from '@ci-actions/wait'

/** A clock that stands still until all are asleep; then it jumps to when the first wakes up. */
export interface TestClock extends Clock {
  /** Lets time pass without anybody sleeping, as while an answer is awaited. */
  pass(ms: number): void
  /** How long each sleep was to be, in milliseconds. */
  readonly sleeps: readonly number[]
}

interface Timer {
  readonly due: number
  readonly call: () => void
}

/** A clock that begins at noon of 2026-11-21, UTC, and draws the same number each time. */
export function testClock(random = 0.5): TestClock {
  const begin = Date.parse('2026-11-21T12:00:00Z')
  const timers = new Set<Timer>()
  const sleepers = new Set<Timer>()
  const sleeps: number[] = []
  let now = 0

  const set = (ms: number, call: () => void): Timer => {
    const timer = { due: now + ms, call }
    timers.add(timer)
    return timer
  }
  const passTo = (time: number): void => {
    for (let timer = first(timers); timer && timer.due <= time; timer = first(timers)) {
      now = timer.due
      timers.delete(timer)
      timer.call()
    }
    now = time
  }
  const wakeFirst = (): void => {
    const asleep = sleepers.size
    while (asleep > 0 && sleepers.size === asleep) passTo(first(timers)?.due ?? now)
  }

  return {
    now: () => now,
    date: () => new Date(begin + now),
    random: () => random,
    sleeps,
    pass: (ms) => passTo(now + ms),
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason)
        const wake = (settle: () => void): void => {
          timers.delete(sleeper)
          sleepers.delete(sleeper)
          settle()
        }
        const sleeper = set(ms, () => wake(resolve))
        sleepers.add(sleeper)
        sleeps.push(ms)
        signal.addEventListener('abort', () => wake(() => reject(signal.reason)), { once: true })
        setImmediate(wakeFirst)
      }),
    after: (ms, call) => void set(ms, call),
  }
}

function first(timers: ReadonlySet<Timer>): Timer | undefined {
  return [...timers].reduce<Timer | undefined>(
    (earliest, timer) => (earliest && earliest.due <= timer.due ? earliest : timer),
    undefined,
  )
}
