import { addLabels, isUnpainted, paintLabel, removeLabel } from '@ci-actions/github'
import { Refused } from '@ci-actions/http'
import { Failure, type Given } from '@ci-actions/kit'
import { colorOf } from './colors.ts'
import type { inputs } from './inputs.ts'
import type { Place } from './pull-request.ts'
import type { Size } from './sizes.ts'

/** Which labels a pull request is to get and lose; none but those of sizes. */
export interface Change {
  readonly add: string | undefined
  readonly remove: readonly string[]
}

/** The label of a size. */
export function labelOf({ name }: Size, prefix: string): string {
  return `${prefix}${name}`
}

/** Neither GitHub nor we tell labels apart by upper case. */
export function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

/**
 * @param has the labels it has now
 * @param due the label it is to have
 * @param ours those of all sizes
 */
export function changeOf(
  has: readonly string[],
  due: string | undefined,
  ours: readonly string[],
): Change {
  const stale = has.filter((label) => ours.some((one) => isSame(one, label)))
  const isThere = due !== undefined && has.some((label) => isSame(label, due))
  return {
    add: isThere ? undefined : due,
    remove: stale.filter((label) => due === undefined || !isSame(label, due)),
  }
}

/** What became of the labels. */
export interface Labelled {
  readonly changed: boolean
  /** In a few words: `is set`. */
  readonly said: string
  /** What was not possible, and need not be. */
  readonly notice?: string
  /** What should have been possible. */
  readonly failure?: Failure
}

/**
 * First adds, then takes off, so that there is one at any time. A token that may not is no failure: it
 * is that of a fork.
 */
export async function applyLabels(
  change: Change,
  place: Place,
  given: Given<typeof inputs>,
): Promise<Labelled> {
  const { add, remove } = change
  if (add === undefined && remove.length === 0) return { changed: false, said: 'is there' }
  if (given.dryRun) return { changed: false, said: 'would be set (dry run)' }
  try {
    const notice = add === undefined ? undefined : await addPainted(add, place, given)
    for (const label of remove) await removeLabel(place.github, place, label, place.deadline)
    return { changed: true, said: 'is set', ...(notice && { notice }) }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const said = 'is not set'
    if (!isForbidden(error)) return { changed: false, said, failure: error }
    const notice = `The label is not set. ${error.message} To make a label it needs "issues: write" too.`
    return { changed: false, said, notice }
  }
}

function isForbidden(error: Failure): boolean {
  return error instanceof Refused && (error.status === 403 || error.status === 404)
}

/** A label that came to be by being added gets its colour; yields what there is to say if it cannot. */
async function addPainted(
  name: string,
  { github, deadline, ...at }: Place,
  given: Given<typeof inputs>,
): Promise<string | undefined> {
  const labels = await addLabels(github, at, [name], deadline)
  const added = labels.find((label) => isSame(label.name, name))
  if (!added || !isUnpainted(added)) return undefined
  try {
    await paintLabel(github, at.repository, { name, ...lookOf(name, given) }, deadline)
    return undefined
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return `The label stays grey: painting it needs "permissions: issues: write". ${error.message}`
  }
}

/** How the label of a size is to look. */
function lookOf(label: string, { sizes, labelPrefix = '', colors = {} }: Given<typeof inputs>) {
  const at = sizes.findIndex((size) => isSame(labelOf(size, labelPrefix), label))
  const { name = '', from = 0 } = sizes[at] ?? {}
  const next = sizes[at + 1]
  const range = next ? `${from} to ${next.from - 1}` : `${from} or more`
  return {
    color: colorOf(name, at / Math.max(1, sizes.length - 1), colors),
    description: `${range} changed lines`,
  }
}
