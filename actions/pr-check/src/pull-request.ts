import { type Octokit, ownerAndRepo } from '@ci-actions/github'

/** The author of content without a known author; GitHub shows the same name. */
const nobody = 'ghost'

/** The current state of a pull request, which may be newer than the event. Its texts are untrusted. */
export interface PullRequest {
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
  /** Number of parents. */
  readonly parents: number
}

/** @throws like `getOctokit` */
export async function readPull(
  octokit: Octokit,
  repository: string,
  number: number,
): Promise<PullRequest> {
  const parameters = { ...ownerAndRepo(repository), pull_number: number }
  const { data } = await octokit.rest.pulls.get(parameters)
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
 * Returns the commits of a pull request, the oldest first. The API lists at most 250.
 *
 * @see https://docs.github.com/rest/pulls/pulls#list-commits-on-a-pull-request
 * @throws like `getOctokit`
 */
export async function readCommits(
  octokit: Octokit,
  repository: string,
  { number }: PullRequest,
): Promise<Commit[]> {
  const parameters = { ...ownerAndRepo(repository), pull_number: number, per_page: 100 }
  const commits = await octokit.paginate(octokit.rest.pulls.listCommits, parameters)
  return commits.map(({ sha, author, commit: { message }, parents }) => ({
    sha,
    author: author?.login ?? nobody,
    message,
    parents: parents.length,
  }))
}
