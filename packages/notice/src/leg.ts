import { fitText, oneLine } from './fit.ts'
import type { Item } from './notice.ts'
import { lookOf } from './outcome.ts'
import type { Job } from './status.ts'

/** A job as it ran: of a matrix there are several, where `needs` has one. */
export interface Leg {
  /** `test`, `test (20, windows)`, or what the workflow calls it. */
  readonly name: string
  readonly isBad: boolean
  /** Whether it has ended; the job that tells this has not. */
  readonly isOver?: boolean
  /** The first step that failed. */
  readonly failedStep: string | undefined
  /** Its page, with the log. */
  readonly url: string | undefined
}

/** So many legs are named; the others are counted. */
const most = 5

/** What one reads of a name at a glance, in characters. */
const nameLength = 60

/** How the jobs ended; of those that failed, which legs did, and where. */
export function jobItems(jobs: readonly Job[], legs: readonly Leg[]): Item[] {
  const byJob = Map.groupBy(legs, (leg) => jobOf(leg, jobs))
  // A job with a name of its own is known by that name only.
  const unnamed = jobs.filter((job) => !byJob.has(job))
  const nobodys = (byJob.get(undefined) ?? []).filter(({ isOver }) => isOver !== false)
  const [only] = unnamed
  if (only && unnamed.length === 1 && nobodys.length > 0) {
    return jobs.map((job) =>
      job === only ? namedItem(job, nobodys) : jobItem(job, byJob.get(job)),
    )
  }
  const bad = nobodys.filter(({ isBad }) => isBad)
  const isTold = (job: Job): boolean =>
    bad.length > 0 && job.result === 'failure' && unnamed.includes(job)
  return [
    ...jobs.filter((job) => !isTold(job)).map((job) => jobItem(job, byJob.get(job))),
    ...(jobs.some(isTold) ? bad.map((leg) => failed(leg.name, [leg])) : []),
  ]
}

/** `test (20)` and `test / lint` are of the job `test`; called by another workflow, it is `ci / test (20)`. */
function jobOf({ name }: Leg, jobs: readonly Job[]): Job | undefined {
  return endsOf(name)
    .map((end) => jobs.find((job) => isNamed(end, job.name)))
    .find((job) => job !== undefined)
}

/** `a / b / c`, `b / c`, `c`. */
function endsOf(name: string): string[] {
  return name.split(' / ').map((_, at, parts) => parts.slice(at).join(' / '))
}

function isNamed(leg: string, job: string): boolean {
  return leg === job || [' (', ' / '].some((sign) => leg.startsWith(job + sign))
}

/** A job whose legs have other names: a single one is known by its own. */
function namedItem(job: Job, legs: readonly Leg[]): Item {
  const [leg] = legs
  return leg?.isBad && legs.length === 1 ? failed(leg.name, legs) : jobItem(job, legs)
}

/** The jobs that failed, by their names; also the one that runs this step, whose step has failed. */
export function failedJobs(legs: readonly Leg[]): string[] {
  const bad = legs.filter(({ isBad, failedStep }) => isBad || failedStep !== undefined)
  return [...new Set(bad.map(({ name }) => name))]
}

function jobItem({ name, result }: Job, legs: readonly Leg[] = []): Item {
  if (result === 'failure' && legs.some(({ isBad }) => isBad)) return failed(name, legs)
  return itemOf(name, result, lookOf(result).says)
}

function failed(name: string, legs: readonly Leg[]): Item {
  const bad = legs.filter(({ isBad }) => isBad)
  const words = legs.length === 1 ? `failed${place(bad[0])}` : tellLegs(name, bad, legs.length)
  const log = { text: 'log', url: bad[0]?.url }
  return { ...itemOf(name, 'failure', words), links: log.url ? [log] : [] }
}

/** `2 of 8 failed at "npm test": 20/windows, 22/windows`; each with its own step where they differ. */
function tellLegs(name: string, bad: readonly Leg[], all: number): string {
  const isAlike = new Set(bad.map(place)).size === 1
  const named = bad
    .slice(0, most)
    .map((leg) => short(variant(leg.name, name)) + (isAlike ? '' : place(leg)))
  const more = bad.length - named.length
  if (more > 0) named.push(`and ${more} more`)
  return `${bad.length} of ${all} failed${isAlike ? place(bad[0]) : ''}: ${named.join(', ')}`
}

function place(leg: Leg | undefined): string {
  return leg?.failedStep ? ` at "${short(leg.failedStep)}"` : ''
}

/** `20/windows` of `test (20, windows)`, `lint` of `test / lint`; a name of its own is all of it. */
function variant(leg: string, job: string): string {
  const own = endsOf(leg).find((end) => isNamed(end, job))
  if (own === undefined) return leg
  const rest = own.slice(job.length).replace(/^ \/ /, '')
  return rest.replace(/^ \((.*)\)$/s, (_, values: string) => values.split(', ').join('/')) || leg
}

function short(text: string): string {
  return fitText(oneLine(text), nameLength)
}

function itemOf(name: string, outcome: Job['result'], words: string): Item {
  return { outcome, name: oneLine(name) || '(no name)', words: oneLine(words), links: [] }
}
