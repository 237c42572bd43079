import { addLabels, isUnpainted, type Label, paintLabel, removeLabel } from '@ci-actions/github'
import { Refused } from '@ci-actions/http'
import { Failure, type Given } from '@ci-actions/kit'
import { colorOf } from './colors.ts'
import type { inputs } from './inputs.ts'
import type { Place } from './pull-request.ts'
import { isSame, type Size } from './sizes.ts'

/** Which labels a pull request is to get and lose; none but those of sizes. */
export interface Change {
  readonly add: string | undefined
  readonly remove: readonly string[]
}

/** The label of a size. */
export function labelOf({ name }: Size, prefix: string): string {
  return `${prefix}${name}`
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
  { add, remove }: Change,
  place: Place,
  given: Given<typeof inputs>,
): Promise<Labelled> {
  if (add === undefined && remove.length === 0) return { changed: false, said: 'is there' }
  if (given.dryRun) return { changed: false, said: 'would be set (dry run)' }
  let changed = false
  try {
    const label = add === undefined ? undefined : await addLabel(add, place)
    changed = add !== undefined
    for (const old of remove) {
      await removeLabel(place.github, place, old, place.deadline)
      changed = true
    }
    const isNew = label && isUnpainted(label)
    const notice = isNew ? await paint(label, place, given) : undefined
    return { changed, said: 'is set', ...(notice && { notice }) }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const isSet = changed || add === undefined
    const said = isSet ? 'is there, and an old one too' : 'is not set'
    if (!isForbidden(error)) return { changed, said, failure: error }
    const notice = isSet
      ? `An old label is still there. ${error.message}`
      : `The label is not set. ${error.message} To make a label it needs "issues: write" too.`
    return { changed, said, notice }
  }
}

function isForbidden(error: Failure): boolean {
  return error instanceof Refused && (error.status === 403 || error.status === 404)
}

/** The label as it is once it is added. */
async function addLabel(
  name: string,
  { github, deadline, ...at }: Place,
): Promise<Label | undefined> {
  const labels = await addLabels(github, at, [name], deadline)
  return labels.find((label) => isSame(label.name, name))
}

/** Gives a label that came to be by being added its colour; yields what there is to say if it cannot. */
async function paint(
  { name }: Label,
  { github, repository, deadline }: Place,
  given: Given<typeof inputs>,
): Promise<string | undefined> {
  try {
    await paintLabel(github, repository, { name, ...lookOf(name, given) }, deadline)
    return undefined
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const need = isForbidden(error) ? 'To paint it, "permissions: issues: write" is needed. ' : ''
    return `The label stays grey. ${need}${error.message}`
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
