import { ActionError } from '@ci-actions/kit/errors'
import { type Clock, systemClock } from './clock.ts'
import { formatDuration } from './duration.ts'

/** The time limit of a step was reached. */
export class TimeoutError extends ActionError {
  override name = 'TimeoutError'
}

/**
 * The single limit of a step: its timeout and the cancellation of its job. All waiting and all requests happen under a
 * deadline, so that nothing can hang.
 */
export class Deadline {
  readonly clock: Clock
  /** Aborts with `TimeoutError` when the time is up, or with the reason of the cancellation. */
  readonly signal: AbortSignal
  #ends: number
  /** The limit to report to users, in milliseconds. */
  readonly #given: number

  /** Ends after `ms` or when `cancelled` aborts, whichever comes first. */
  constructor(ms: number, cancelled: AbortSignal, clock: Clock = systemClock, given = ms) {
    const timeOver = new AbortController()
    this.clock = clock
    this.#ends = clock.now() + ms
    this.#given = given
    clock.after(ms, () => {
      timeOver.abort(
        new TimeoutError(`The time limit given, ${formatDuration(given)}, was reached.`),
      )
    })
    this.signal = AbortSignal.any([cancelled, timeOver.signal])
  }

  /** Remaining milliseconds, never negative. */
  get remaining(): number {
    return Math.max(0, this.#ends - this.clock.now())
  }

  /** Returns a shorter limit within this one, for example for a single attempt. */
  capped(ms: number): Deadline {
    const shorter = new Deadline(ms, this.signal, this.clock)
    // Its timer is not shortened to this deadline's end, so that it never fires instead of this deadline's own.
    shorter.#ends = Math.min(shorter.#ends, this.#ends)
    return shorter
  }

  /**
   * Returns a deadline that ends `ms` after this one, for work that must not be interrupted once begun, such as a
   * request that changes something.
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

  /** Returns a short deadline of its own, for what remains to be done after this one has ended. */
  grace(ms: number): Deadline {
    return new Deadline(ms, new AbortController().signal, this.clock)
  }

  /** @throws TimeoutError or CancelledError if the deadline ends before `ms` have passed */
  sleep(ms: number): Promise<void> {
    return this.clock.sleep(ms, this.signal)
  }
}
