import type { Item } from './notification.ts'
import { appearance } from './outcome.ts'
import type { Job } from './status.ts'
import { oneLine, truncateText } from './truncate.ts'

/** A job as the API reports it: each job of a matrix separately, where `needs` has one entry for all. */
export interface JobRun {
  /** `test`, `test (20, windows)`, or the `name` that the workflow sets. */
  readonly name: string
  readonly hasFailed: boolean
  /** False for the job that sends the message. */
  readonly isCompleted?: boolean
  /** Name of the first failed step. */
  readonly failedStep: string | undefined
  /** Its page, with the log. */
  readonly url: string | undefined
}

/** Failed matrix jobs listed by name; the others are counted. */
const maxNamed = 5

/** Maximum length of a name, in characters. */
const nameLength = 60

/** Returns the results of the jobs, with the failed matrix jobs and steps of each. */
export function jobItems(jobs: readonly Job[], jobRuns: readonly JobRun[]): Item[] {
  const byJob = Map.groupBy(jobRuns, (jobRun) => findJob(jobRun, jobs))
  // The API reports a job that sets `name` only under that name.
  const unmatchedJobs = jobs.filter((job) => !byJob.has(job))
  const unmatchedRuns = (byJob.get(undefined) ?? []).filter(
    ({ isCompleted }) => isCompleted !== false,
  )
  const [onlyJob] = unmatchedJobs
  if (onlyJob && unmatchedJobs.length === 1 && unmatchedRuns.length > 0) {
    return jobs.map((job) =>
      job === onlyJob ? renamedJobItem(job, unmatchedRuns) : jobItem(job, byJob.get(job)),
    )
  }
  const failedRuns = unmatchedRuns.filter(({ hasFailed }) => hasFailed)
  const isReplaced = (job: Job): boolean =>
    failedRuns.length > 0 && job.result === 'failure' && unmatchedJobs.includes(job)
  return [
    ...jobs.filter((job) => !isReplaced(job)).map((job) => jobItem(job, byJob.get(job))),
    ...(jobs.some(isReplaced) ? failedRuns.map((run) => failedItem(run.name, [run])) : []),
  ]
}

/** `test (20)` and `test / lint` belong to the job `test`, as does `ci / test (20)` in a called workflow. */
function findJob({ name }: JobRun, jobs: readonly Job[]): Job | undefined {
  return nameSuffixes(name)
    .map((suffix) => jobs.find((job) => isNameOf(suffix, job.name)))
    .find((job) => job !== undefined)
}

/** Returns `a / b / c`, `b / c`, `c`. */
function nameSuffixes(name: string): string[] {
  return name.split(' / ').map((_, index, parts) => parts.slice(index).join(' / '))
}

function isNameOf(runName: string, job: string): boolean {
  return runName === job || [' (', ' / '].some((separator) => runName.startsWith(job + separator))
}

/** A single job run that sets `name` is shown under that name. */
function renamedJobItem(job: Job, jobRuns: readonly JobRun[]): Item {
  const [run] = jobRuns
  return run?.hasFailed && jobRuns.length === 1
    ? failedItem(run.name, jobRuns)
    : jobItem(job, jobRuns)
}

/** Returns the names of the failed jobs, including a job that is still running but has a failed step. */
export function failedJobNames(jobRuns: readonly JobRun[]): string[] {
  const failed = jobRuns.filter(
    ({ hasFailed, failedStep }) => hasFailed || failedStep !== undefined,
  )
  return [...new Set(failed.map(({ name }) => name))]
}

function jobItem({ name, result }: Job, jobRuns: readonly JobRun[] = []): Item {
  if (result === 'failure' && jobRuns.some(({ hasFailed }) => hasFailed)) {
    return failedItem(name, jobRuns)
  }
  return createItem(name, result, appearance(result).verb)
}

function failedItem(name: string, jobRuns: readonly JobRun[]): Item {
  const failed = jobRuns.filter(({ hasFailed }) => hasFailed)
  const description =
    jobRuns.length === 1
      ? `failed${atStep(failed[0])}`
      : describeFailures(name, failed, jobRuns.length)
  const log = { text: 'log', url: failed[0]?.url }
  return { ...createItem(name, 'failure', description), links: log.url ? [log] : [] }
}

/** Returns `2 of 8 failed at "npm test": 20/windows, 22/windows`; if the steps differ, each with its own. */
function describeFailures(name: string, failed: readonly JobRun[], total: number): string {
  const isSameStep = new Set(failed.map(atStep)).size === 1
  const names = failed
    .slice(0, maxNamed)
    .map((run) => shorten(matrixValues(run.name, name)) + (isSameStep ? '' : atStep(run)))
  const more = failed.length - names.length
  if (more > 0) names.push(`and ${more} more`)
  const step = isSameStep ? atStep(failed[0]) : ''
  return `${failed.length} of ${total} failed${step}: ${names.join(', ')}`
}

function atStep(run: JobRun | undefined): string {
  return run?.failedStep ? ` at "${shorten(run.failedStep)}"` : ''
}

/** Returns `20/windows` for `test (20, windows)`, `lint` for `test / lint`, and any other name unchanged. */
function matrixValues(runName: string, job: string): string {
  const suffix = nameSuffixes(runName).find((candidate) => isNameOf(candidate, job))
  if (suffix === undefined) return runName
  const rest = suffix.slice(job.length).replace(/^ \/ /, '')
  return (
    rest.replace(/^ \((.*)\)$/s, (_, values: string) => values.split(', ').join('/')) || runName
  )
}

function shorten(text: string): string {
  return truncateText(oneLine(text), nameLength)
}

function createItem(name: string, outcome: Job['result'], description: string): Item {
  return {
    outcome,
    name: oneLine(name) || '(no name)',
    description: oneLine(description),
    links: [],
  }
}
