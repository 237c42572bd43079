import { ActionError, type Runner, type WorkflowRun } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import type { Announcement } from './announcement.ts'
import type { Leg } from './leg.ts'
import { lookOf } from './outcome.ts'

/** What GitHub tells of this run, beyond what the step was given. */
export interface Details {
  /** The jobs as they ran, where one of them failed. */
  readonly legs?: readonly Leg[] | undefined
  /** How long the run has taken so far, where that is to be told; milliseconds. */
  readonly took?: number | undefined
}

/** A message is not kept waiting for its details any longer; milliseconds. */
const patience = 10_000

/** Asks GitHub for what the message needs, and for no more. Without an answer it goes without. */
export async function detailsOf(
  given: Announcement,
  run: WorkflowRun,
  runner: Runner,
  deadline: Deadline,
): Promise<Details> {
  const { status, fields, deployments, isOfThisJob, githubToken: token } = given
  // The status of one job may be that of another one than this.
  const isOfSomeJob = status.jobs.length > 0 || (status.outcome === 'failure' && !isOfThisJob)
  const needsLegs = isOfSomeJob && lookOf(status.outcome).tone === 'bad'
  const needsStart = fields?.includes('took') && !deployments?.length
  if (needsStart && !token) {
    runner.notice('How long the run took is not told: there is no "github-token" to ask with.')
  }
  if (!token || !(needsLegs || needsStart)) return {}
  // Of one job there is only its name to be known.
  const level = status.jobs.length > 0 ? 'notice' : 'info'
  const limit = deadline.capped(Math.min(patience, deadline.remaining / 2))
  const [legs, start] = await Promise.all([
    needsLegs
      ? unlessSilent('Which legs and steps failed', level, runner, async () => {
          const { runJobs } = await import('./run-jobs.ts')
          return runJobs(token, run, runner, limit)
        })
      : undefined,
    needsStart
      ? unlessSilent('How long the run took', 'notice', runner, async () => {
          const { runStart } = await import('./run-start.ts')
          return runStart(token, run, runner, limit)
        })
      : undefined,
  ])
  return { legs, took: start && since(start, deadline.clock.date()) }
}

/** Milliseconds; undefined when the clock of this machine is behind. */
function since(start: Date, now: Date): number | undefined {
  const took = now.getTime() - start.getTime()
  return took < 0 ? undefined : took
}

async function unlessSilent<T>(
  what: string,
  level: 'notice' | 'info',
  runner: Runner,
  ask: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    runner[level](`${what} is not known, so it is not told. ${error.message}`)
    return undefined
  }
}
