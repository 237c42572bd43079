import { Failure, messageOf } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import type { Version } from './record.ts'
import type { Target } from './target.ts'

// A cancelled job leaves 7.5 s before it is killed, and a step promises to be gone within 5: what is
// done late is one request each, and none may take longer than this.

/** A request that writes is not torn off: it gets this long, in milliseconds, to be answered. */
export const writeGrace = 1_500

const oneRequest = 1_500

/** To find out why takes several requests: this long, or shortly when the time is over. */
const investigation = 15_000
const shortly = 4_000

/** What came of asking for the end of what runs: a sentence, or why it could not be done. */
export type Stop = { readonly isDone: boolean; readonly says: string }

/** Asks for the end of what runs, also when the time or the job is over. */
export async function cancelBestEffort(
  target: Target,
  id: string,
  deadline: Deadline,
): Promise<Stop> {
  try {
    const became = await target.cancel(id, deadline.afterwards(oneRequest))
    return { isDone: true, says: `${id} ${became}.` }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return { isDone: false, says: messageOf(error) }
  }
}

/** Why it does not end well, in a sentence; undefined when the provider does not tell. */
export async function diagnoseBestEffort(
  target: Target,
  id: string,
  deadline: Deadline,
): Promise<string | undefined> {
  try {
    const { aborted } = deadline.signal
    const time = aborted ? deadline.afterwards(shortly) : deadline.within(investigation)
    return (await target.why?.(id, time))?.[0]
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}

/** What serves now, also when the time or the job is over; null when it cannot be found out. */
export async function readLiveBestEffort(
  target: Target,
  deadline: Deadline,
): Promise<Version | null> {
  try {
    return await target.live(deadline.signal.aborted ? deadline.afterwards(oneRequest) : deadline)
  } catch (error) {
    if (error instanceof Failure) return null
    throw error
  }
}
