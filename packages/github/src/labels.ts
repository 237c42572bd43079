import { HttpError } from '@ci-actions/http'
import { ActionError } from '@ci-actions/kit'
import type { Endpoints } from '@octokit/types'
import { type Octokit, ownerAndRepo } from './octokit.ts'

/** The pull request (or issue) to label. */
export interface LabelTarget {
  /** `owner/name`. */
  readonly repository: string
  readonly number: number
}

/** A label of a pull request; its color is six hexadecimal digits. */
export type Label = Pick<Row, 'name' | 'color' | 'description'>

type Row =
  Endpoints['POST /repos/{owner}/{repo}/issues/{issue_number}/labels']['response']['data'][number]

/** The colour that GitHub gives to labels it creates on the fly. */
const defaultColor = 'ededed'

/**
 * Adds labels to the existing ones; idempotent. A label that the repository lacks is created, grey, if the token has
 * `issues: write`.
 *
 * @returns all labels of the pull request
 * @throws like `getOctokit`
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

/** Removes a label; does nothing if it is absent. */
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

/** Whether the label still has GitHub's default colour and no description. */
export function hasDefaultColor({ color, description }: Label): boolean {
  return color === defaultColor && !description
}

/** Sets the colour and the description (at most 100 characters) of a label. */
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

/** Makes a label name safe for a path: `.` and `..` would address another resource, however they are encoded. */
function pathName(label: string): string {
  if (/^\.{1,2}$/.test(label))
    throw new ActionError(`The GitHub API cannot address a label called "${label}".`)
  return label.toWellFormed()
}
