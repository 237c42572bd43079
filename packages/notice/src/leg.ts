import { fitText, oneLine } from './fit.ts'
import type { Item } from './notice.ts'
import { lookOf } from './outcome.ts'
import type { Job } from './status.ts'

/** A job as it ran: of a matrix there are several, where `needs` has one. */
export interface Leg {
  /** `test`, `test (20, windows)`, or what the workflow calls it. */
  readonly name: string
  readonly isBad: boolean
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
  const items = jobs.map((job) => jobItem(job, legs.filter(isOf(job))))
  // A leg under a name of its own cannot be told to be of this job or that.
  const isOpen = jobs.some((job) => job.result === 'failure' && !legs.some(isOf(job)))
  const nobodys = legs.filter((leg) => leg.isBad && !jobs.some((job) => isOf(job)(leg)))
  return isOpen ? [...items, ...nobodys.map((leg) => failed(leg.name, [leg]))] : items
}

function isOf({ name }: Job): (leg: Leg) => boolean {
  return (leg) => leg.name === name || [' (', ' / '].some((it) => leg.name.startsWith(name + it))
}

function jobItem({ name, result }: Job, legs: readonly Leg[]): Item {
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

/** `20/windows` of `test (20, windows)`, `lint` of `test / lint`. */
function variant(leg: string, job: string): string {
  const rest = leg.slice(job.length).replace(/^ \/ /, '')
  return rest.replace(/^ \((.*)\)$/s, (_, values: string) => values.split(', ').join('/')) || leg
}

function short(text: string): string {
  return fitText(oneLine(text), nameLength)
}

function itemOf(name: string, outcome: Job['result'], words: string): Item {
  return { outcome, name: oneLine(name) || '(no name)', words: oneLine(words), links: [] }
}
