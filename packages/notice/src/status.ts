import { type InputParser, lookUp, mapOf, parseJson, ValidationError } from '@ci-actions/kit'
import { check, looseObject, picklist, pipe, safeParse } from 'valibot'
import { type JobResult, jobResults, type Outcome, outcomes, together } from './outcome.ts'

/** The status that is told: of one thing, or of several jobs, each and together. */
export interface Status {
  readonly outcome: Outcome
  readonly jobs: readonly Job[]
  /** What is to be said of the status as it was given. */
  readonly remark?: string
}

export interface Job {
  readonly name: string
  readonly result: JobResult
}

/** The context `needs`: https://docs.github.com/actions/reference/workflows-and-actions/contexts */
const needsShape = pipe(
  mapOf(looseObject({ result: picklist(jobResults) })),
  check((needs) => Object.keys(needs).length > 0),
)

/** What other words mean that a workflow can hand over: conclusions of runs, and other actions' words. */
const otherWords: Readonly<Record<string, Outcome>> = {
  action_required: 'skipped',
  canceled: 'cancelled',
  neutral: 'skipped',
  stale: 'cancelled',
  startup_failure: 'failure',
  timed_out: 'timed-out',
}

/**
 * A word such as `success` or `rolled-back`, the JSON of `toJSON(needs)`, or lines `job=result`. A message
 * is not kept back for a word that is not known: it is told as what it is.
 */
export const status: InputParser<Status> = {
  parse(given) {
    const lower = given.toLowerCase()
    const outcome = outcomes.find((one) => one === lower) ?? lookUp(otherWords, lower)
    if (outcome) return { outcome, jobs: [] }
    const jobs = jobsIn(given)
    if (jobs) return { outcome: together(jobs.map(({ result }) => result)), jobs }
    if (/^[\w -]{1,50}$/.test(given)) {
      const remark = `The status "${given}" is none that is known, so nothing is said of how it ended; known are ${outcomes.join(', ')}.`
      return { outcome: 'unknown', jobs: [], remark }
    }
    throw new ValidationError(
      `one of ${outcomes.join(', ')}, lines such as "build=success", or \${{ toJSON(needs) }} in a job that needs others`,
    )
  },
}

/** Of a step or a job that did not run, every output is empty. */
export const statusOfNothing: Status = {
  outcome: 'skipped',
  jobs: [],
  remark:
    'The status is empty: the step or job that it comes from did not run. It is told as skipped.',
}

function jobsIn(given: string): Job[] | undefined {
  const needs = safeParse(needsShape, parseJson(given))
  if (needs.success)
    return Object.entries(needs.output).map(([name, { result }]) => ({ name, result }))
  const lines = given
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const jobs = lines.map((line) => {
    const [, name, word] = /^([\w-]+)\s*=\s*(\w+)$/.exec(line) ?? []
    const result = jobResults.find((one) => one === word)
    return name && result && { name, result }
  })
  return jobs.every((job) => typeof job === 'object') ? jobs : undefined
}
