import { ActionError, errorMessage } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import type { Version } from './record.ts'
import type { Deployment, Target } from './target.ts'

// A cancelled job is killed after 7.5 s, and a step promises to end within 5: what is done after the
// cancellation is one request each, and none may take longer than this.

/** How long a request that writes may still take when the time or the job is over, in milliseconds. */
export const writeGrace = 1_500

const requestGrace = 1_500

/** How long a diagnosis of several requests may take, while there is time and when there is none. */
const diagnosisTime = 15_000
const diagnosisGrace = 4_000

/** What came of a cancellation: a sentence, or why it could not be done. */
export interface Cancellation {
  readonly isDone: boolean
  readonly sentence: string
}

/** Cancels a deployment, also when the time or the job is over. */
export async function cancelBestEffort(
  deployment: Deployment,
  deadline: Deadline,
): Promise<Cancellation> {
  try {
    const became = await deployment.cancel(deadline.grace(requestGrace))
    return { isDone: true, sentence: `${deployment.id} ${became}.` }
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    return { isDone: false, sentence: errorMessage(error) }
  }
}

/** Returns why a deployment does not end well, in sentences; none when the provider does not say. */
export async function diagnoseBestEffort(
  deployment: Deployment,
  deadline: Deadline,
): Promise<readonly string[]> {
  const { aborted } = deadline.signal
  const time = aborted ? deadline.grace(diagnosisGrace) : deadline.capped(diagnosisTime)
  try {
    return (await deployment.diagnose?.(time)) ?? []
  } catch (error) {
    if (error instanceof ActionError) return []
    throw error
  }
}

/** Returns what serves now, also when the time or the job is over; null when it cannot be read. */
export async function readLiveBestEffort(
  target: Target,
  deadline: Deadline,
): Promise<Version | null> {
  try {
    return await target.live(deadline.signal.aborted ? deadline.grace(requestGrace) : deadline)
  } catch (error) {
    if (error instanceof ActionError) return null
    throw error
  }
}
