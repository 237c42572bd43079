import { type Octokit, ownerAndRepo } from '@ci-actions/github'

/** Who wrote what nobody is known to have written; GitHub shows them so too. */
const nobody = 'ghost'

/** A pull request as it is now, which the event may not know yet. Its texts come from outside. */
export interface Pull {
  readonly number: number
  readonly title: string
  readonly state: string
  readonly author: string
  readonly description: string
  readonly branch: string
  readonly commits: number
}

export interface Commit {
  readonly sha: string
  readonly author: string
  readonly message: string
  /** How many there are. */
  readonly parents: number
}

/** @throws as `getOctokit` says */
export async function readPull(
  octokit: Octokit,
  repository: string,
  number: number,
): Promise<Pull> {
  const asked = { ...ownerAndRepo(repository), pull_number: number }
  const { data } = await octokit.rest.pulls.get(asked)
  const { title, state, user, body, head, commits } = data
  return {
    number: data.number,
    title,
    state,
    author: user?.login ?? nobody,
    description: body ?? '',
    branch: head.ref,
    commits,
  }
}

/**
 * The commits of a pull request, the oldest first. The API tells 250 at the most.
 *
 * @see https://docs.github.com/rest/pulls/pulls#list-commits-on-a-pull-request
 * @throws as `getOctokit` says
 */
export async function readCommits(
  octokit: Octokit,
  repository: string,
  { number }: Pull,
): Promise<Commit[]> {
  const asked = { ...ownerAndRepo(repository), pull_number: number, per_page: 100 }
  const commits = await octokit.paginate(octokit.rest.pulls.listCommits, asked)
  return commits.map(({ sha, author, commit: { message }, parents }) => ({
    sha,
    author: author?.login ?? nobody,
    message,
    parents: parents.length,
  }))
}
