import { ActionError, type Runner, type WorkflowRun } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import type { JobRun } from './matrix-job.ts'
import { appearance } from './outcome.ts'
import type { SendOptions } from './send-options.ts'

/** What GitHub's API adds to the step's own context. */
export interface RunDetails {
  /** The jobs of the run; undefined if none of them failed. */
  readonly jobRuns?: readonly JobRun[] | undefined
  /** Duration of the run so far, if the message shows it; milliseconds. */
  readonly duration?: number | undefined
}

/** How long the lookups may delay the message; milliseconds. */
const maxDelay = 10_000

/** Looks up only what the message needs. If a lookup fails, the message is sent without its result. */
export async function readRunDetails(
  options: SendOptions,
  run: WorkflowRun,
  runner: Runner,
  deadline: Deadline,
): Promise<RunDetails> {
  const { status, fields, deployments, isOfThisJob, githubToken: token } = options
  // The status of a single job may be that of another job than this one.
  const mayBeOtherJob = status.jobs.length > 0 || (status.outcome === 'failure' && !isOfThisJob)
  const needsJobs = mayBeOtherJob && appearance(status.outcome).severity === 'bad'
  const needsStart = fields?.includes('took') && !deployments?.length
  const withoutDuration = 'The message does not say how long the run took'
  if (needsStart && !token) runner.notice(`${withoutDuration}, because "github-token" is empty.`)
  if (!token || !(needsJobs || needsStart)) return {}
  // For a single job, the lookup adds only its name.
  const level = status.jobs.length > 0 ? 'notice' : 'info'
  const limit = deadline.capped(Math.min(maxDelay, deadline.remaining / 2))
  const withoutJobs = 'The message does not name the failed matrix jobs and steps'
  const [jobRuns, start] = await Promise.all([
    needsJobs
      ? tryLookUp(withoutJobs, level, runner, async () => {
          const { readJobRuns } = await import('./run-jobs.ts')
          return readJobRuns(token, run, runner, limit)
        })
      : undefined,
    needsStart
      ? tryLookUp(withoutDuration, 'notice', runner, async () => {
          const { readRunStart } = await import('./run-start.ts')
          return readRunStart(token, run, runner, limit)
        })
      : undefined,
  ])
  return { jobRuns, duration: start && timeSince(start, deadline.clock.date()) }
}

/** Returns milliseconds, or undefined if the clock of this machine is behind. */
function timeSince(start: Date, now: Date): number | undefined {
  const duration = now.getTime() - start.getTime()
  return duration < 0 ? undefined : duration
}

/** @param consequence what a failed lookup means for the message, as the beginning of a sentence */
async function tryLookUp<T>(
  consequence: string,
  level: 'notice' | 'info',
  runner: Runner,
  lookUp: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await lookUp()
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    runner[level](`${consequence}, because the lookup failed. ${error.message}`)
    return undefined
  }
}
