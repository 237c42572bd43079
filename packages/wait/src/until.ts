import type { Deadline } from './deadline.ts'
import type { Pace } from './pace.ts'

/**
 * Asks again and again until there is an answer; `undefined` means not yet. The first question is
 * asked at once.
 *
 * @throws TimedOut or Cancelled when the deadline ends first, and whatever `ask` throws
 */
export async function until<T>(
  ask: (tries: number) => Promise<T | undefined>,
  pace: Pace,
  deadline: Deadline,
): Promise<T> {
  for (let tries = 0; ; tries++) {
    deadline.signal.throwIfAborted()
    const answer = await ask(tries)
    if (answer !== undefined) return answer
    await deadline.sleep(pace(tries))
  }
}
