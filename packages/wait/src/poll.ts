import type { Backoff } from './backoff.ts'
import { type Deadline, TimeoutError } from './deadline.ts'

/**
 * Calls `check` until it returns a value; `undefined` means not yet. The first call is immediate.
 *
 * @param why returns a sentence on what was waited for, to append to the error on timeout
 * @throws TimeoutError or CancelledError if the deadline ends first, and whatever `check` throws
 */
export async function poll<T>(
  check: (tries: number) => Promise<T | undefined>,
  backoff: Backoff,
  deadline: Deadline,
  why: () => string | undefined = () => undefined,
): Promise<T> {
  try {
    for (let tries = 0; ; tries++) {
      deadline.signal.throwIfAborted()
      const result = await check(tries)
      if (result !== undefined) return result
      await deadline.sleep(backoff(tries))
    }
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error
    const reason = why()
    throw reason ? new TimeoutError(`${error.message} ${reason}`) : error
  }
}
