import type { Github } from '@ci-actions/github'
import type { Deadline } from '@ci-actions/wait'
import {
  array,
  type InferOutput,
  nullable,
  nullish,
  number,
  object,
  pipe,
  string,
  transform,
  unknown,
} from 'valibot'

const user = nullish(object({ login: string() }))

/** Who wrote what nobody is known to have written; GitHub shows them so too. */
const nobody = 'ghost'

const pullShape = pipe(
  object({
    number: number(),
    title: string(),
    body: nullable(string()),
    state: string(),
    user,
    head: object({ ref: string() }),
    commits: number(),
  }),
  transform(({ user, body, head, ...pull }) => ({
    ...pull,
    author: user?.login ?? nobody,
    description: body ?? '',
    branch: head.ref,
  })),
)

/** A pull request as it is now, which the event may not know yet. Its texts come from outside. */
export type Pull = InferOutput<typeof pullShape>

const commitShape = pipe(
  object({
    sha: string(),
    author: user,
    commit: object({ message: string() }),
    parents: array(unknown()),
  }),
  transform(({ sha, author, commit: { message }, parents }) => ({
    sha,
    author: author?.login ?? nobody,
    message,
    parents: parents.length,
  })),
)

export type Commit = InferOutput<typeof commitShape>

/** @throws as `Github.ask` */
export function readPull(
  github: Github,
  repository: string,
  number: number,
  deadline: Deadline,
): Promise<Pull> {
  const path = `/repos/${repository}/pulls/${number}`
  return github.ask({ method: 'GET', path }, pullShape, deadline)
}

/**
 * The commits of a pull request, the oldest first. The API tells 250 at the most.
 *
 * @see https://docs.github.com/rest/pulls/pulls#list-commits-on-a-pull-request
 * @throws as `Github.ask`
 */
export function readCommits(
  github: Github,
  repository: string,
  { number }: Pull,
  deadline: Deadline,
): Promise<Commit[]> {
  return github.list(`/repos/${repository}/pulls/${number}/commits`, array(commitShape), deadline)
}
