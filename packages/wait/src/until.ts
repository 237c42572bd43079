import { type Deadline, TimedOut } from './deadline.ts'
import type { Pace } from './pace.ts'

/**
 * Asks again and again until there is an answer; `undefined` means not yet. The first question is
 * asked at once.
 *
 * @param why what it was waited for, in a sentence, where the time is over
 * @throws TimedOut or Cancelled when the deadline ends first, and whatever `ask` throws
 */
export async function until<T>(
  ask: (tries: number) => Promise<T | undefined>,
  pace: Pace,
  deadline: Deadline,
  why: () => string | undefined = () => undefined,
): Promise<T> {
  try {
    for (let tries = 0; ; tries++) {
      deadline.signal.throwIfAborted()
      const answer = await ask(tries)
      if (answer !== undefined) return answer
      await deadline.sleep(pace(tries))
    }
  } catch (error) {
    if (!(error instanceof TimedOut)) throw error
    const reason = why()
    throw reason ? new TimedOut(`${error.message} ${reason}`) : error
  }
}
