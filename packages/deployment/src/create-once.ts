import { IndeterminateError } from '@ci-actions/http'
import { type Deadline, exponential, poll, TimeoutError } from '@ci-actions/wait'

/** A write that must not be made twice, and how to find what came of it. */
export interface IdempotentCreate<T> {
  /** What is started, as a person calls it: `deployment`. */
  readonly noun: string
  /** What is said when it is not to be found: `No new deployment of api is to be seen`. */
  readonly missing: string
  /** Writes; undefined when it was taken and the answer does not tell what came of it. */
  write(): Promise<T | undefined>
  /** Looks for what was not there before and bears our signs. */
  find(): Promise<T | undefined>
}

/** How often it is written after answers of 5xx, when nothing came of it. */
const maxWrites = 5

/** How long to look for it, in milliseconds: after a 5xx, a lost answer, and one that tells nothing. */
const times = { answered: 3_000, lost: 15_000, taken: 60_000 }

/**
 * Starts one thing, and only one. When the answer does not tell which, it is looked for. It is asked
 * for a second time only after a 5xx, and only when none is to be found.
 *
 * @throws IndeterminateError when it may still come; whatever else `write` throws
 */
export async function createOnce<T>(start: IdempotentCreate<T>, deadline: Deadline): Promise<T> {
  for (let tries = 1; ; tries++) {
    let answered = false
    let doubt = `The request was taken without saying which ${start.noun} it is.`
    let time = times.taken
    try {
      const started = await start.write()
      if (started !== undefined) return started
    } catch (error) {
      if (!(error instanceof IndeterminateError)) throw error
      answered = error.answered
      doubt = error.message
      time = answered ? times.answered : times.lost
    }
    const found = await findInTime(start, deadline.capped(time), deadline)
    if (found !== undefined) return found
    if (answered && tries < maxWrites) continue
    throw new IndeterminateError(
      `${doubt} ${start.missing}, and it is not asked for again, because it may still come. ` +
        `Run this step again: it follows the ${start.noun} if there is one.`,
      false,
    )
  }
}

/** Undefined when none shows up in time. */
async function findInTime<T>(
  { find }: IdempotentCreate<T>,
  limit: Deadline,
  deadline: Deadline,
): Promise<T | undefined> {
  try {
    return await poll(find, exponential(300, 1.6, 5_000), limit)
  } catch (error) {
    if (error instanceof TimeoutError && !deadline.signal.aborted) return undefined
    throw error
  }
}
