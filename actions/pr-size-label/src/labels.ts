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
import type { CheckoutContext } from './pull-request.ts'
import { isSame, type Size } from './sizes.ts'

/** The size labels to add and remove. */
export interface Change {
  readonly add: string | undefined
  readonly remove: readonly string[]
}

/** Returns the label of a size. */
export function labelOf({ name }: Size, prefix = ''): string {
  return `${prefix}${name}`
}

/** GitHub's maximum length of a label name, in characters. */
const maxNameLength = 50

/** @throws InputError if GitHub would reject the label of a size */
export function refuseLongLabels(sizes: readonly Size[], prefix: string | undefined): void {
  const long = sizes.map((size) => labelOf(size, prefix)).find(isTooLong)
  if (long === undefined) return
  throw new InputError(
    `Input "sizes" and "label-prefix" result in the label ${quote(long)}, but GitHub allows at most ${maxNameLength} characters.`,
  )
}

function isTooLong(label: string): boolean {
  return Array.from(label).length > maxNameLength
}

/**
 * Returns the labels to add and remove.
 *
 * @param has the current labels
 * @param due the label it should have
 * @param ours the labels of all sizes
 */
export function planChange(
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

/** The result of labelling. */
export interface Labelled {
  readonly changed: boolean
  /** In a few words, such as `is set`. */
  readonly said: string
  /** What was not possible, without affecting the result. */
  readonly notice?: string
  /** The right label is missing, or not the only size label. */
  readonly warning?: string
  /** An unexpected failure. */
  readonly failure?: ActionError
}

/** GitHub's maximum number of labels on a pull request. */
const maxLabels = 100

/**
 * Adds the label first and then removes others, so that there is always one, and concurrent changes are noticed. A
 * missing permission is not a failure.
 *
 * @param has the current labels
 * @param due the label it should have
 */
export async function applyLabels(
  has: readonly string[],
  due: string | undefined,
  place: CheckoutContext,
  given: InputValues<typeof inputs>,
): Promise<Labelled> {
  const ours = given.sizes.map((size) => labelOf(size, given.labelPrefix))
  const { add, remove } = planChange(has, due, ours)
  if (add === undefined && remove.length === 0) return { changed: false, said: 'is already set' }
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
    await take(now ? planChange(namesOf(now), due, ours).remove : remove)
    const label = now?.find(({ name }) => isSame(name, add ?? ''))
    const notice = label && hasDefaultColor(label) ? await paint(label, place, given) : undefined
    return { changed, said: 'is set', ...(notice && { notice }) }
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    const said = isSet ? 'is set, but an old one remains' : 'is not set'
    if (!isForbidden(error)) return { changed, said, failure: error }
    const warning = isSet
      ? `An old label could not be removed. ${error.message}`
      : `The label was not set. ${missingPermission(error)}`
    return { changed, said, warning }
  }
}

function namesOf(labels: readonly Label[]): string[] {
  return labels.map(({ name }) => name)
}

function isForbidden(error: ActionError): boolean {
  return error instanceof HttpError && (error.status === 403 || error.status === 404)
}

/** Explains a denial: adding a label that does not exist creates it, which needs another permission. */
function missingPermission({ message }: ActionError): string {
  return `${message} If the repository does not have the label yet, "issues: write" is needed too; or create the label once.`
}

/** Adds a label and returns all labels of the pull request. */
function addLabel(name: string, { octokit, ...at }: CheckoutContext): Promise<Label[]> {
  return addLabels(octokit, at, [name])
}

/** Sets the colour of a newly created label; returns a notice if it cannot. */
async function paint(
  { name }: Label,
  { octokit, repository }: CheckoutContext,
  given: InputValues<typeof inputs>,
): Promise<string | undefined> {
  try {
    await setLabelColor(octokit, repository, { name, ...lookOf(name, given) })
    return undefined
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    const need = isForbidden(error) ? 'To colour it, add "issues: write" under "permissions". ' : ''
    return `The label remains grey. ${need}${error.message}`
  }
}

/** Returns the colour and description of a size's label. */
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
