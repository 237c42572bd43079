import { ActionError, errorMessage } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import type { Version } from './record.ts'
import type { Deployment, Target } from './target.ts'

// A cancelled job is killed after 7.5 s, and a step promises to end within 5 s. After a cancellation each target gets
// one request only, with this time limit.

/** How long a write may still take after the deadline or a cancellation, in milliseconds. */
export const writeGrace = 1_500

const requestGrace = 1_500

/** Time limit of a diagnosis, which takes several requests: before and after the deadline, in milliseconds. */
const diagnosisTime = 15_000
const diagnosisGrace = 4_000

/** The result of a cancellation: a sentence, or why it failed. */
export interface Cancellation {
  readonly isDone: boolean
  readonly sentence: string
}

/** Cancels a deployment, even after the deadline or a cancellation of the job. */
export async function cancelBestEffort(
  deployment: Deployment,
  deadline: Deadline,
): Promise<Cancellation> {
  try {
    const result = await deployment.cancel(deadline.grace(requestGrace))
    return { isDone: true, sentence: `${deployment.id} ${result}.` }
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    return { isDone: false, sentence: errorMessage(error) }
  }
}

/** Returns why a deployment failed, in sentences; empty if the provider does not say. */
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

/** Returns the live version, even after the deadline or a cancellation; null if it cannot be read. */
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
