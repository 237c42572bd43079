import { IndeterminateError } from '@ci-actions/http'
import { type Deadline, exponential, poll, TimeoutError } from '@ci-actions/wait'

/** A write that must not be repeated, and how to look up its result. */
export interface IdempotentCreate<T> {
  /** What is created: `deployment`. */
  readonly noun: string
  /** A message for when it cannot be found: `No new deployment of api showed up`. */
  readonly missing: string
  /** Writes. Returns undefined if the request was accepted but the response does not identify the result. */
  write(): Promise<T | undefined>
  /** Looks for a new one that matches our request. */
  find(): Promise<T | undefined>
}

/** Maximum number of writes after 5xx responses without a result. */
const maxWrites = 5

/** How long to look for the result, in milliseconds: after a 5xx, a lost response, and one without an id. */
const times = { answered: 3_000, lost: 15_000, taken: 60_000 }

/**
 * Creates exactly one. If the response does not identify it, looks it up. Repeats the write only after a 5xx, and only
 * if none is found.
 *
 * @throws IndeterminateError if it may still be created; whatever else `write` throws
 */
export async function createOnce<T>(start: IdempotentCreate<T>, deadline: Deadline): Promise<T> {
  for (let tries = 1; ; tries++) {
    let answered = false
    let doubt = `The request was accepted, but the response does not identify the ${start.noun}.`
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
      `${doubt} ${start.missing}. Not retrying, because the first request may still take effect. ` +
        `Rerun this step: it follows the ${start.noun} if there is one.`,
      false,
    )
  }
}

/** Returns undefined if none shows up in time. */
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
