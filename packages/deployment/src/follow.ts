import { ActionError, CancelledError } from '@ci-actions/kit'
import {
  type Backoff,
  type Deadline,
  exponential,
  formatDuration,
  poll,
  TimeoutError,
} from '@ci-actions/wait'
import type { Status, Version } from './record.ts'
import type { Deployment, DeploymentState } from './target.ts'

/** The outcome of a deployment. */
export interface FollowResult {
  /** The deployment followed last; another deployment of the same version may have replaced the first. */
  readonly deployment: Deployment
  readonly status: Status
  readonly version: Version
  readonly reason?: string
}

/** How often to poll, and where to log progress. */
export interface FollowOptions {
  readonly backoff: Backoff
  readonly log: (line: string) => void
}

/** Polls often at first, then every few seconds, and less often the more targets there are. */
export function followOptions(targets: number, log: (line: string) => void): FollowOptions {
  return { backoff: exponential(500, 1.5, Math.max(5_000, targets * 600)), log }
}

/** How long a new deployment may be missing: some APIs respond with 404 for a moment. */
const missingFor = 60_000

/** How often to log that it is still waiting. */
const heartbeat = 60_000

/**
 * Follows a deployment to its end. It succeeded if exactly this deployment is live. Unknown phases count as running.
 * Never throws an `ActionError`: a timeout, a cancellation and a provider error are outcomes too.
 */
export async function follow(
  name: string,
  started: Deployment,
  { backoff, log }: FollowOptions,
  deadline: Deadline,
): Promise<FollowResult> {
  const report = progress(name, log, () => deadline.clock.now())
  let deployment = started
  let { version } = started
  const check = async (): Promise<FollowResult | undefined> => {
    const state = await deployment.poll(deadline)
    const { id } = deployment
    if (state.state === 'replaced') {
      log(
        `${name}: ${id} was replaced by ${state.by.id}, which deploys the same version; following it.`,
      )
      deployment = state.by
      version = deployment.version
      return undefined
    }
    if (state.state !== 'missing') version = state.version
    report(state, id)
    return resultOf(state, deployment, report.elapsed())
  }
  try {
    return await poll(check, backoff, deadline)
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    const reason = describeInterruption(error, deployment.id, report.phase())
    return { deployment, status: statusOf(error), version, reason }
  }
}

type Polled = Exclude<DeploymentState, { state: 'replaced' }>

/** Returns undefined while the deployment is running. */
function resultOf(
  state: Polled,
  deployment: Deployment,
  elapsed: number,
): FollowResult | undefined {
  const { id } = deployment
  switch (state.state) {
    case 'running':
      return undefined
    case 'live':
      return { deployment, status: 'succeeded', version: state.version }
    case 'missing':
      if (elapsed < missingFor) return undefined
      throw new ActionError(
        `${id} was started, but still cannot be found after ${formatDuration(elapsed)}.`,
      )
    default:
      return { deployment, status: state.state, version: state.version, reason: state.reason }
  }
}

/**
 * Returns the status of a deployment that an error ended.
 *
 * @throws the error if it is not an `ActionError`
 */
export function statusOf(error: unknown): Status {
  if (error instanceof CancelledError) return 'cancelled'
  if (error instanceof TimeoutError) return 'timed-out'
  if (error instanceof ActionError) return 'failed'
  throw error
}

function describeInterruption(error: ActionError, id: string, phase: string): string {
  const still = `${id} was started and is still running (${phase})`
  if (error instanceof CancelledError) return `The job was cancelled; ${still}.`
  return error instanceof TimeoutError
    ? `${error.message} ${still}.`
    : `${error.message} (${still}.)`
}

/** Logs each new phase, and an unchanged one once per heartbeat. */
function progress(name: string, log: (line: string) => void, now: () => number) {
  const began = now()
  let phase = 'not seen yet'
  let loggedAt = Number.NEGATIVE_INFINITY
  const report = (state: Polled, id: string): void => {
    const seen = state.state === 'running' ? state.phase : state.state
    const elapsed = now() - began
    if (seen !== phase) log(`${name}: ${seen} (${id}, ${formatDuration(elapsed)})`)
    else if (elapsed - loggedAt >= heartbeat)
      log(`${name}: still ${seen} after ${formatDuration(elapsed)} (${id})`)
    else return
    phase = seen
    loggedAt = elapsed
  }
  return Object.assign(report, { phase: () => phase, elapsed: () => now() - began })
}
