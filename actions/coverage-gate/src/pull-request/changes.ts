import { type Git, GitError, hasCommits, mergeCommitBase } from '@ci-actions/git'
import type { Octokit, PullRequest } from '@ci-actions/github'
import { ActionError, errorMessage } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import type { Checkout } from '../reports/checkouts.ts'
import type { ChangedFile } from './diff.ts'
import { diffBetween } from './git-diff.ts'

/** The changes of a pull request, and remarks about their source. */
export interface Changes {
  readonly files: readonly ChangedFile[]
  /** Files whose changed lines are unknown. */
  readonly unlisted: readonly string[]
  readonly remarks: readonly string[]
}

export interface ChangeSources {
  readonly checkout: Checkout
  readonly workspace: string
  /** Opens GitHub's API; undefined without a token. */
  readonly connect: (() => Promise<Octokit>) | undefined
  readonly repository: string
  readonly deadline: Deadline
  /** Whether a file is a source file, so that its lines matter if Git or the API omits them. */
  isSource(path: string): boolean
}

/**
 * Reads the changes of the pull request since its merge base, from Git, or from the API if the checkout is too shallow.
 *
 * @throws ActionError if both fail
 */
export async function readChanges(pull: PullRequest, sources: ChangeSources): Promise<Changes> {
  try {
    const base = await findBase(pull, sources.checkout.git)
    const files = await diffBetween(base, sources.checkout, sources.isSource)
    return { files, unlisted: [], remarks: [] }
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    sources.deadline.signal.throwIfAborted()
    const reason = `Git cannot find the changes of the pull request: it ${error.message}.`
    if (!sources.connect) {
      throw new ActionError(`${reason} Set "fetch-depth: 2" in actions/checkout`)
    }
    return readApiChanges(pull, sources.connect, sources, reason)
  }
}

/** Returns the commit to compare the checkout with. */
async function findBase({ base, head }: PullRequest, git: Git): Promise<string> {
  // GitHub checks out a merge commit, whose changes to the base branch are the pull request.
  const onto = await mergeCommitBase(git, head.sha)
  if (onto && (await hasCommits(git, onto))) return onto
  const rejectShallow = (error: unknown): never => {
    if (!(error instanceof GitError)) throw error
    throw new ActionError(
      'does not find the base of the pull request: the checkout is shallow, or at another commit',
    )
  }
  await git.run('merge-base', '--is-ancestor', head.sha, 'HEAD').catch(rejectShallow)
  const common = await git.run('merge-base', base.sha, 'HEAD').catch(rejectShallow)
  return common.trim()
}

async function readApiChanges(
  pull: PullRequest,
  connect: () => Promise<Octokit>,
  sources: ChangeSources,
  reason: string,
): Promise<Changes> {
  const { signal } = sources.deadline
  const { listChanges, maxFiles } = await import('./api-changes.ts')
  const listed = connect().then((octokit) => listChanges(pull, octokit, sources))
  const { files, unlisted, truncated } = await listed.catch((error): never => {
    signal.throwIfAborted()
    throw error instanceof ActionError ? new ActionError(`${reason} ${errorMessage(error)}`) : error
  })
  const truncation = `The API lists only the first ${maxFiles} changed files; the others are ignored.`
  return {
    files,
    unlisted: unlisted.filter((path) => sources.isSource(path)),
    remarks: [
      `${reason} The API is used instead; its line numbers refer to the branch, and may differ from the ` +
        'checkout if the base branch changed the same files. Set "fetch-depth: 2" in actions/checkout to use Git.',
      ...(truncated ? [truncation] : []),
    ],
  }
}
