import { Refused } from '@ci-actions/http'
import { Failure } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import { array, type InferOutput, nullish, object, string } from 'valibot'
import type { Github } from './client.ts'

/** Which pull request (or issue) is labelled. */
export interface Labelled {
  /** `owner/name`. */
  readonly repository: string
  readonly number: number
}

const labelShape = object({
  name: string(),
  /** Six hexadecimal digits. */
  color: string(),
  description: nullish(string()),
})

export type Label = InferOutput<typeof labelShape>

/** What GitHub gives to a label that is created by being added. */
const unpainted = 'ededed'

/** @throws as `Github.ask` */
export async function labelsOf(
  github: Github,
  { repository, number }: Labelled,
  deadline: Deadline,
): Promise<Label[]> {
  return github.list(`/repos/${repository}/issues/${number}/labels`, array(labelShape), deadline)
}

/**
 * Adds labels to those that are there; adding one twice is adding it once. A label that the
 * repository does not have is created, grey, when the token may (`issues: write`).
 *
 * @returns all labels it has now
 * @throws as `Github.ask`
 */
export async function addLabels(
  github: Github,
  { repository, number }: Labelled,
  labels: readonly string[],
  deadline: Deadline,
): Promise<Label[]> {
  const path = `/repos/${repository}/issues/${number}/labels`
  const question = { method: 'POST', path, json: { labels }, repeatable: true } as const
  return github.ask(question, array(labelShape), deadline)
}

/** Takes one label off; that it was not there is fine. */
export async function removeLabel(
  github: Github,
  { repository, number }: Labelled,
  label: string,
  deadline: Deadline,
): Promise<void> {
  const path = `/repos/${repository}/issues/${number}/labels/${segmentOf(label)}`
  try {
    await github.send({ method: 'DELETE', path, repeatable: true }, deadline)
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 404) throw error
  }
}

/** Whether nobody has given the label a colour or said what it means. */
export function isUnpainted({ color, description }: Label): boolean {
  return color === unpainted && !description
}

/** Gives a label of the repository its colour and says what it means; at most 100 characters. */
export async function paintLabel(
  github: Github,
  repository: string,
  { name, color, description }: { name: string; color: string; description: string },
  deadline: Deadline,
): Promise<void> {
  const path = `/repos/${repository}/labels/${segmentOf(name)}`
  const json = { color, description }
  await github.send({ method: 'PATCH', path, json, repeatable: true }, deadline)
}

/** The name as a part of a path. `.` and `..` would lead to another one, however they are written. */
function segmentOf(label: string): string {
  if (/^\.{1,2}$/.test(label)) throw new Failure(`A label called "${label}" cannot be asked for.`)
  return encodeURIComponent(label.toWellFormed())
}
