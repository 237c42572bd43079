import { type Git, GitError, hasCommits, mergeCommitBase } from '@ci-actions/git'
import type { Octokit, PullRequest } from '@ci-actions/github'
import { ActionError, errorMessage } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import type { Checkout } from '../reports/checkouts.ts'
import type { ChangedFile } from './diff.ts'
import { diffBetween } from './git-diff.ts'

/** What a pull request changes, and what there is to say about how that is known. */
export interface Changes {
  readonly files: readonly ChangedFile[]
  /** Files whose changed lines are not told. */
  readonly untold: readonly string[]
  readonly remarks: readonly string[]
}

export interface ChangeSources {
  readonly checkout: Checkout
  readonly workspace: string
  /** Opens GitHub's API; undefined without a token. */
  readonly connect: (() => Promise<Octokit>) | undefined
  readonly repository: string
  readonly deadline: Deadline
  /** Whether the lines of a file matter, where git or the API does not tell them at once. */
  isSource(path: string): boolean
}

/**
 * What the pull request changes against its merge base: as git has it, and where the checkout is too
 * shallow for that, as the API tells it.
 *
 * @throws ActionError when neither knows
 */
export async function readChanges(pull: PullRequest, sources: ChangeSources): Promise<Changes> {
  try {
    const base = await baseOf(pull, sources.checkout.git)
    const files = await diffBetween(base, sources.checkout, sources.isSource)
    return { files, untold: [], remarks: [] }
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    sources.deadline.signal.throwIfAborted()
    const why = `Git cannot tell what the pull request changes: it ${error.message}.`
    if (!sources.connect) throw new ActionError(`${why} Give actions/checkout "fetch-depth: 2"`)
    return changesByApi(pull, sources.connect, sources, why)
  }
}

/** The commit to compare the checkout with. */
async function baseOf({ base, head }: PullRequest, git: Git): Promise<string> {
  // What the merge commit that GitHub tests adds to the base branch is the pull request.
  const onto = await mergeCommitBase(git, head.sha)
  if (onto && (await hasCommits(git, onto))) return onto
  const far = (error: unknown): never => {
    if (!(error instanceof GitError)) throw error
    throw new ActionError(
      'does not find where the pull request began: the checkout is shallow, or of another commit',
    )
  }
  await git.run('merge-base', '--is-ancestor', head.sha, 'HEAD').catch(far)
  const common = await git.run('merge-base', base.sha, 'HEAD').catch(far)
  return common.trim()
}

async function changesByApi(
  pull: PullRequest,
  connect: () => Promise<Octokit>,
  sources: ChangeSources,
  why: string,
): Promise<Changes> {
  const { signal } = sources.deadline
  const { listChanges, maxFiles } = await import('./api-changes.ts')
  const listed = connect().then((octokit) => listChanges(pull, octokit, sources))
  const { files, untold, truncated } = await listed.catch((error): never => {
    signal.throwIfAborted()
    throw error instanceof ActionError ? new ActionError(`${why} ${errorMessage(error)}`) : error
  })
  const cut = `The API lists only the first ${maxFiles} changed files; those after them are not seen.`
  return {
    files,
    untold: untold.filter((path) => sources.isSource(path)),
    remarks: [
      `${why} The API was asked instead; its lines are those of the branch, which differ from the ` +
        'checkout where the base branch changed the same files. With "fetch-depth: 2" in actions/checkout git can tell.',
      ...(truncated ? [cut] : []),
    ],
  }
}
