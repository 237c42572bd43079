import {
  addLabels,
  hasDefaultColor,
  type Label,
  removeLabel,
  setLabelColor,
} from '@ci-actions/github'
import { HttpError } from '@ci-actions/http'
import { ActionError, InputError, type InputValues, quote } from '@ci-actions/kit'
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
export function labelOf({ name }: Size, prefix = ''): string {
  return `${prefix}${name}`
}

/** GitHub takes no longer name; characters. */
const maxNameLength = 50

/** @throws InputError for a size whose label GitHub would refuse once it is due */
export function refuseLongLabels(sizes: readonly Size[], prefix: string | undefined): void {
  const long = sizes.map((size) => labelOf(size, prefix)).find(isTooLong)
  if (long === undefined) return
  throw new InputError(
    `Input "sizes" and "label-prefix" make the label ${quote(long)}, and GitHub takes at most ${maxNameLength} characters.`,
  )
}

function isTooLong(label: string): boolean {
  return Array.from(label).length > maxNameLength
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
  /** The label that was asked for is not the one that is there, or not alone. */
  readonly warning?: string
  /** What should have been possible. */
  readonly failure?: ActionError
}

/** GitHub lets a pull request have no more. */
const maxLabels = 100

/**
 * First adds, then takes off, so that there is one at any time, and what others have changed meanwhile
 * is seen. A token that may not is no failure.
 *
 * @param has the labels it has now
 * @param due the label it is to have
 */
export async function applyLabels(
  has: readonly string[],
  due: string | undefined,
  place: Place,
  given: InputValues<typeof inputs>,
): Promise<Labelled> {
  const ours = given.sizes.map((size) => labelOf(size, given.labelPrefix))
  const { add, remove } = changeOf(has, due, ours)
  if (add === undefined && remove.length === 0) return { changed: false, said: 'is there' }
  if (given.dryRun) return { changed: false, said: 'would be set (dry run)' }
  let changed = false
  let isSet = add === undefined
  const take = async (labels: readonly string[]): Promise<void> => {
    for (const label of labels) {
      await removeLabel(place.octokit, place, label)
      changed = true
    }
  }
  try {
    if (has.length >= maxLabels) await take(remove)
    const now = add === undefined ? undefined : await addLabel(add, place)
    changed ||= add !== undefined
    isSet = true
    await take(now ? changeOf(namesOf(now), due, ours).remove : remove)
    const label = now?.find(({ name }) => isSame(name, add ?? ''))
    const notice = label && hasDefaultColor(label) ? await paint(label, place, given) : undefined
    return { changed, said: 'is set', ...(notice && { notice }) }
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    const said = isSet ? 'is there, and an old one too' : 'is not set'
    if (!isForbidden(error)) return { changed, said, failure: error }
    const warning = isSet
      ? `An old label is still there. ${error.message}`
      : `The label is not set. ${missingPermission(error)}`
    return { changed, said, warning }
  }
}

function namesOf(labels: readonly Label[]): string[] {
  return labels.map(({ name }) => name)
}

function isForbidden(error: ActionError): boolean {
  return error instanceof HttpError && (error.status === 403 || error.status === 404)
}

/** Adding a label that the repository does not have creates it, which needs more than adding it. */
function missingPermission({ message }: ActionError): string {
  return `${message} Where the repository does not have the label yet, "issues: write" is needed too; or create the label once.`
}

/** The labels that it has once this one is added. */
function addLabel(name: string, { octokit, ...at }: Place): Promise<Label[]> {
  return addLabels(octokit, at, [name])
}

/** Gives a label that came to be by being added its colour; yields what there is to say if it cannot. */
async function paint(
  { name }: Label,
  { octokit, repository }: Place,
  given: InputValues<typeof inputs>,
): Promise<string | undefined> {
  try {
    await setLabelColor(octokit, repository, { name, ...lookOf(name, given) })
    return undefined
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    const need = isForbidden(error) ? 'To colour it, add "issues: write" under "permissions". ' : ''
    return `The label stays grey. ${need}${error.message}`
  }
}

/** How the label of a size is to look. */
function lookOf(label: string, { sizes, labelPrefix, colors = {} }: InputValues<typeof inputs>) {
  const at = sizes.findIndex((size) => isSame(labelOf(size, labelPrefix), label))
  const { name = '', from = 0 } = sizes[at] ?? {}
  const next = sizes[at + 1]
  const range = next ? `${from} to ${next.from - 1}` : `${from} or more`
  return {
    color: colorOf(name, at / Math.max(1, sizes.length - 1), colors),
    description: `${range} changed lines`,
  }
}
