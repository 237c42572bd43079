import { Ambiguous } from '@ci-actions/http'
import { Cancelled, Failure, messageOf } from '@ci-actions/kit'
import { type Deadline, growing, type Pace, say, TimedOut, until } from '@ci-actions/wait'
import type { DeploymentRecord, Status, Version } from './record.ts'
import type { DeploymentState, Started, Target } from './target.ts'

/** How a deployment ended. */
export interface FollowResult {
  /** The deployment that was followed last: another one may have taken its place and brought the same. */
  readonly id: string
  readonly status: Status
  readonly version: Version
  readonly reason?: string
}

/** How to follow: how often to look, and where to tell what is seen. */
export interface FollowOptions {
  readonly pace: Pace
  readonly log: (line: string) => void
}

/** Often at first, then every few seconds, and the rarer the more there are to be looked at. */
export function followOptions(targets: number, log: (line: string) => void): FollowOptions {
  return { pace: growing(500, 1.5, Math.max(5_000, targets * 600)), log }
}

/** A new deployment may not be found at once: some APIs answer 404 for a moment. */
const missingFor = 60_000

/** A person who reads the log wants to see that it still waits. */
const heartbeat = 60_000

/**
 * Follows a deployment until it has ended, and judges it: it succeeded when this very deployment is
 * live. A phase that is not known counts as running. Never throws a `Failure`: the end of the time,
 * of the job, or of the provider's patience are ends of the deployment too.
 */
export async function follow(
  target: Target,
  started: Started,
  watch: FollowOptions,
  deadline: Deadline,
): Promise<FollowResult> {
  const { name } = target.identity
  const tell = progress(name, watch.log, () => deadline.clock.now())
  let { id, version } = started
  const ask = async (): Promise<FollowResult | undefined> => {
    const look = await target.look(id, deadline)
    if (look.state === 'replaced') {
      watch.log(
        `${name}: ${id} was replaced by ${look.by.id}, which brings the same; following it.`,
      )
      ;({ id, version } = look.by)
      return undefined
    }
    if (look.state !== 'missing') version = look.version
    tell(look, id)
    return verdictOf(look, id, tell.elapsed())
  }
  try {
    return await until(ask, watch.pace, deadline)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return {
      id,
      status: statusOf(error),
      version,
      reason: whyNot(error, id, tell.phase()),
    }
  }
}

function verdictOf(look: Seen, id: string, elapsed: number): FollowResult | undefined {
  switch (look.state) {
    case 'running':
      return undefined
    case 'live':
      return { id, status: 'succeeded', version: look.version }
    case 'missing':
      if (elapsed < missingFor) return undefined
      throw new Failure(`${id} was started, but is still not to be found after ${say(elapsed)}.`)
    default:
      return { id, status: look.state, version: look.version, reason: look.reason }
  }
}

/**
 * What the record says when an error ends a deployment before there is one to follow.
 *
 * @param written what a move of several writes has left, as a sentence
 * @param isTornOff whether the time or the job ended while it was being written
 */
export function brokenOff(
  error: unknown,
  written: string | undefined,
  isTornOff: boolean,
): Pick<DeploymentRecord, 'status' | 'changed' | 'reason'> {
  return {
    status: statusOf(error),
    changed: written !== undefined || error instanceof Ambiguous || isTornOff,
    reason: [messageOf(error), written].filter(Boolean).join(' '),
  }
}

type Seen = Exclude<DeploymentState, { state: 'replaced' }>

/** The status that an error amounts to; what is not a `Failure` is thrown on. */
export function statusOf(error: unknown): Status {
  if (error instanceof Cancelled) return 'cancelled'
  if (error instanceof TimedOut) return 'timed-out'
  if (error instanceof Failure) return 'failed'
  throw error
}

function whyNot(error: Failure, id: string, phase: string): string {
  const still = `${id} was started and is still running (${phase})`
  if (error instanceof Cancelled) return `The job was cancelled; ${still}.`
  return error instanceof TimedOut ? `${error.message} ${still}.` : `${error.message} (${still}.)`
}

/** One line for each new phase, and one in a while when nothing changes. */
function progress(name: string, log: (line: string) => void, now: () => number) {
  const began = now()
  let phase = 'not seen yet'
  let said = Number.NEGATIVE_INFINITY
  const tell = (look: Seen, id: string): void => {
    const seen = look.state === 'running' ? look.phase : look.state
    const elapsed = now() - began
    if (seen !== phase) log(`${name}: ${seen} (${id}, ${say(elapsed)})`)
    else if (elapsed - said >= heartbeat)
      log(`${name}: still ${seen} after ${say(elapsed)} (${id})`)
    else return
    phase = seen
    said = elapsed
  }
  return Object.assign(tell, { phase: () => phase, elapsed: () => now() - began })
}
