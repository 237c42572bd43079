import { type Git, GitError, mergeCommitBase } from '@ci-actions/git'
import type { PullRequest } from '@ci-actions/github'
import type { Checkout } from '../reports/checkouts.ts'

/**
 * Chooses the repository of the pull request if there are several, possibly nested: the one that has its commits
 * checked out, else the one whose origin is this repository, else the first.
 */
export async function chooseCheckout(
  { head }: PullRequest,
  checkouts: readonly Checkout[],
  repository: string,
): Promise<Checkout | undefined> {
  const [first, ...others] = checkouts
  if (others.length === 0) return first
  return (
    (await findCheckout(checkouts, (git) => hasCheckedOut(head.sha, git))) ??
    (await findCheckout(checkouts, (git) => hasOrigin(repository, git))) ??
    first
  )
}

async function findCheckout(
  checkouts: readonly Checkout[],
  matches: (git: Git) => Promise<boolean>,
): Promise<Checkout | undefined> {
  for (const checkout of checkouts) {
    try {
      if (await matches(checkout.git)) return checkout
    } catch (error) {
      if (!(error instanceof GitError)) throw error
    }
  }
  return undefined
}

/** Whether HEAD is the commit, a descendant, or the merge commit that GitHub creates for it. */
async function hasCheckedOut(commit: string, git: Git): Promise<boolean> {
  if (await mergeCommitBase(git, commit)) return true
  await git.run('merge-base', '--is-ancestor', commit, 'HEAD')
  return true
}

async function hasOrigin(repository: string, git: Git): Promise<boolean> {
  const address = (await git.run('remote', 'get-url', 'origin')).trim().replace(/\.git$/, '')
  return address.toLowerCase().endsWith(`/${repository.toLowerCase()}`)
}
