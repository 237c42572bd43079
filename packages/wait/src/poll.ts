import type { Backoff } from './backoff.ts'
import { type Deadline, TimeoutError } from './deadline.ts'

/**
 * Calls `check` until it returns a value; `undefined` means not yet. The first call is
 * made at once.
 *
 * @param why what it was waited for, in a sentence, where the time is over
 * @throws TimeoutError or CancelledError when the deadline ends first, and whatever `check` throws
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
      const answer = await check(tries)
      if (answer !== undefined) return answer
      await deadline.sleep(backoff(tries))
    }
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error
    const reason = why()
    throw reason ? new TimeoutError(`${error.message} ${reason}`) : error
  }
}
