import { type Kind, mapOf, parseJson, Unusable } from '@ci-actions/kit'
import { check, looseObject, picklist, pipe, safeParse } from 'valibot'
import { type JobResult, jobResults, type Outcome, outcomes, together } from './outcome.ts'

/** The status that is told: of one thing, or of several jobs, each and together. */
export interface Status {
  readonly outcome: Outcome
  readonly jobs: readonly Job[]
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

/** A word such as `success` or `rolled-back`, or the JSON of `toJSON(needs)`. */
export const status: Kind<Status> = {
  parse(given) {
    const outcome = outcomes.find((one) => one === given)
    if (outcome) return { outcome, jobs: [] }
    const { success, output } = safeParse(needsShape, parseJson(given))
    if (!success) {
      throw new Unusable(
        `one of ${outcomes.join(', ')}, or \${{ toJSON(needs) }} in a job that needs others`,
      )
    }
    const jobs = Object.entries(output).map(([name, { result }]) => ({ name, result }))
    return { outcome: together(jobs.map(({ result }) => result)), jobs }
  },
}
