import { type InputParser, lookUp, mapOf, parseJson, ValidationError } from '@ci-actions/kit'
import { check, looseObject, picklist, pipe, safeParse } from 'valibot'
import { combineResults, type JobResult, jobResults, type Outcome, outcomes } from './outcome.ts'

/** The status to report: one result, or those of several jobs and their combined result. */
export interface Status {
  readonly outcome: Outcome
  readonly jobs: readonly Job[]
  /** A problem with the input, as a sentence. */
  readonly warning?: string
}

export interface Job {
  readonly name: string
  readonly result: JobResult
}

/** The context `needs`: https://docs.github.com/actions/reference/workflows-and-actions/contexts */
const needsSchema = pipe(
  mapOf(looseObject({ result: picklist(jobResults) })),
  check((needs) => Object.keys(needs).length > 0),
)

/** Words that a workflow can pass: conclusions of runs, and the words of other actions. */
const aliases: Readonly<Record<string, Outcome>> = {
  action_required: 'skipped',
  canceled: 'cancelled',
  neutral: 'skipped',
  stale: 'cancelled',
  startup_failure: 'failure',
  timed_out: 'timed-out',
}

/**
 * A word such as `success` or `rolled-back`, the JSON of `toJSON(needs)`, or lines `job=result`. An unknown
 * word is accepted with a warning, so that the message is sent anyway.
 */
export const status: InputParser<Status> = {
  parse(value) {
    const word = value.toLowerCase()
    const outcome = outcomes.find((candidate) => candidate === word) ?? lookUp(aliases, word)
    if (outcome) return { outcome, jobs: [] }
    const jobs = parseJobs(value)
    if (jobs) return { outcome: combineResults(jobs.map(({ result }) => result)), jobs }
    if (/^[\w -]{1,50}$/.test(value)) {
      const warning = `The status "${value}" is unknown, so it is reported as "ended". Known are ${outcomes.join(', ')}.`
      return { outcome: 'unknown', jobs: [], warning }
    }
    throw new ValidationError(
      `one of ${outcomes.join(', ')}, lines such as "build=success", or \${{ toJSON(needs) }} in a job with "needs"`,
    )
  },
}

/** The outputs of a step or job that did not run are empty. */
export const emptyStatus: Status = {
  outcome: 'skipped',
  jobs: [],
  warning:
    'The status is empty, because the step or job it comes from did not run. It is reported as skipped.',
}

/** Returns undefined if the text is neither `toJSON(needs)` nor lines `job=result`. */
function parseJobs(text: string): Job[] | undefined {
  const needs = safeParse(needsSchema, parseJson(text))
  if (needs.success) {
    return Object.entries(needs.output).map(([name, { result }]) => ({ name, result }))
  }
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const jobs = lines.map((line) => {
    const [, name, word] = /^([\w-]+)\s*=\s*(\w+)$/.exec(line) ?? []
    const result = jobResults.find((candidate) => candidate === word)
    return name && result && { name, result }
  })
  return jobs.every((job) => typeof job === 'object') ? jobs : undefined
}
