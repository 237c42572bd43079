import { ActionError } from '@ci-actions/kit/errors'
import { type Clock, systemClock } from './clock.ts'
import { formatDuration } from './duration.ts'

/** The time a step was given is over. */
export class TimeoutError extends ActionError {
  override name = 'TimeoutError'
}

/**
 * The one limit of a step: its time, and the cancellation of its job. Everything that waits or asks
 * does so under a deadline, so nothing can hang.
 */
export class Deadline {
  readonly clock: Clock
  /** Aborts with `TimeoutError` when the time is over, or with the reason of the cancellation. */
  readonly signal: AbortSignal
  #ends: number
  /** What a person gave, in milliseconds. */
  readonly #given: number

  /** `ms` from now, or when `cancelled` aborts, whichever comes first. */
  constructor(ms: number, cancelled: AbortSignal, clock: Clock = systemClock, given = ms) {
    const timeOver = new AbortController()
    this.clock = clock
    this.#ends = clock.now() + ms
    this.#given = given
    clock.after(ms, () => {
      timeOver.abort(new TimeoutError(`The time given, ${formatDuration(given)}, is over.`))
    })
    this.signal = AbortSignal.any([cancelled, timeOver.signal])
  }

  /** Milliseconds that are left, never below 0. */
  get remaining(): number {
    return Math.max(0, this.#ends - this.clock.now())
  }

  /** A shorter limit under this one, as for a single attempt. */
  capped(ms: number): Deadline {
    const shorter = new Deadline(ms, this.signal, this.clock)
    // Its own timer stays later than this one's, so that it never ends in this one's stead.
    shorter.#ends = Math.min(shorter.#ends, this.#ends)
    return shorter
  }

  /**
   * For what must not be left in doubt once it has begun, such as a request that changes something:
   * ends `ms` after this one has ended.
   */
  extendedBy(ms: number): Deadline {
    const late = new AbortController()
    const end = (): void => {
      this.clock.after(ms, () => late.abort(this.signal.reason))
    }
    if (this.signal.aborted) end()
    else this.signal.addEventListener('abort', end, { once: true })
    return new Deadline(this.remaining + ms, late.signal, this.clock, this.#given)
  }

  /** A short time of its own, for what is still to be done when this one has ended. */
  grace(ms: number): Deadline {
    return new Deadline(ms, new AbortController().signal, this.clock)
  }

  /** @throws TimeoutError or CancelledError when it ends before `ms` are over */
  sleep(ms: number): Promise<void> {
    return this.clock.sleep(ms, this.signal)
  }
}
