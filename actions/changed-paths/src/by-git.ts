import {
  type Change as ChangeOfGit,
  changesBetween,
  emptyTree,
  fetchMissing,
  type Git,
  GitFailure,
  mergedOnto,
  offline,
  reachMergeBase,
  tagBefore,
  tipOf,
} from '@ci-actions/git'
import type { Changes, Status } from './changes.ts'
import type { Comparison } from './comparison.ts'

/** Two commits; without the first all files of the other are added. */
interface Ends {
  readonly from: string | undefined
  readonly to: string
}

/**
 * What changed, as git has it. Commits that a shallow clone lacks are fetched, without the contents of
 * their files.
 *
 * @throws GitFailure when git cannot tell
 */
export async function changesByGit(comparison: Comparison, git: Git): Promise<Changes> {
  const changes = await changesOf(await endsOf(comparison, git), git)
  const files = changes.map(({ status, path }) => ({ path, status: statusOf(status) }))
  return { files, truncated: undefined }
}

function statusOf(letter: string): Status {
  if (letter === 'A') return 'added'
  return letter === 'D' ? 'deleted' : 'modified'
}

async function endsOf(comparison: Comparison, git: Git): Promise<Ends> {
  switch (comparison.kind) {
    case 'pull': {
      const { base, head } = comparison.pull
      const onto = await mergedOnto(git, head.sha)
      return onto ? { from: onto, to: 'HEAD' } : sinceMergeBase(base.sha, head.sha, git)
    }
    case 'commits':
      return comparison
    case 'branch':
      return sinceMergeBase(await tipOf(git, comparison.base), comparison.to, git)
    case 'tag':
      return { from: await tagBefore(git, comparison.to), to: comparison.to }
    case 'everything':
      return { from: undefined, to: comparison.to }
  }
}

async function sinceMergeBase(base: string, to: string, git: Git): Promise<Ends> {
  await fetchMissing(git, base, to)
  return { from: await reachMergeBase(git, base, to), to }
}

/** What is there is compared at once. Only if that fails, it is asked what is missing. */
async function changesOf({ from, to }: Ends, git: Git): Promise<ChangeOfGit[]> {
  const start = from ?? emptyTree(to)
  const whole = ['--no-renames', '--ignore-submodules=none']
  try {
    return await changesBetween(offline(git), start, to, ...whole)
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error
  }
  await fetchMissing(git, ...(from ? [from, to] : [to]))
  return changesBetween(git, start, to, ...whole)
}
