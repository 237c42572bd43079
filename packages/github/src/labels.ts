import { HttpError } from '@ci-actions/http'
import { ActionError } from '@ci-actions/kit'
import type { Endpoints } from '@octokit/types'
import { type Octokit, ownerAndRepo } from './octokit.ts'

/** Which pull request (or issue) is labelled. */
export interface LabelTarget {
  /** `owner/name`. */
  readonly repository: string
  readonly number: number
}

/** A label of a pull request; its color is six hexadecimal digits. */
export type Label = Pick<Row, 'name' | 'color' | 'description'>

type Row =
  Endpoints['POST /repos/{owner}/{repo}/issues/{issue_number}/labels']['response']['data'][number]

/** What GitHub gives to a label that is created by being added. */
const defaultColor = 'ededed'

/**
 * Adds labels to those that are there; adding one twice is adding it once. A label that the
 * repository does not have is created, grey, when the token may (`issues: write`).
 *
 * @returns all labels it has now
 * @throws as `getOctokit` says
 */
export async function addLabels(
  octokit: Octokit,
  { repository, number }: LabelTarget,
  labels: readonly string[],
): Promise<Label[]> {
  const { data } = await octokit.rest.issues.addLabels({
    ...ownerAndRepo(repository),
    issue_number: number,
    labels: [...labels],
    request: { idempotent: true },
  })
  return data
}

/** Takes one label off; that it was not there is fine. */
export async function removeLabel(
  octokit: Octokit,
  { repository, number }: LabelTarget,
  label: string,
): Promise<void> {
  const issue = { ...ownerAndRepo(repository), issue_number: number }
  try {
    await octokit.rest.issues.removeLabel({ ...issue, name: pathName(label) })
  } catch (error) {
    if (!(error instanceof HttpError) || error.status !== 404) throw error
  }
}

/** Whether nobody has given the label a colour or said what it means. */
export function hasDefaultColor({ color, description }: Label): boolean {
  return color === defaultColor && !description
}

/** Gives a label of the repository its colour and says what it means; at most 100 characters. */
export async function setLabelColor(
  octokit: Octokit,
  repository: string,
  { name, color, description }: { name: string; color: string; description: string },
): Promise<void> {
  await octokit.rest.issues.updateLabel({
    ...ownerAndRepo(repository),
    name: pathName(name),
    color,
    description,
    request: { idempotent: true },
  })
}

/** The name of a label as it can stand in a path: `.` and `..` would lead to another one, however they are written. */
function pathName(label: string): string {
  if (/^\.{1,2}$/.test(label))
    throw new ActionError(`A label called "${label}" cannot be asked for.`)
  return label.toWellFormed()
}
