import {
  type GitChange as ChangeOfGit,
  emptyTree,
  fetchMergeBase,
  fetchMissing,
  type Git,
  GitError,
  listChanges,
  mergeCommitBase,
  resolveRef,
  tagBefore,
  withoutNetwork,
} from '@ci-actions/git'
import type { Changes, Status } from './changes.ts'
import { type Comparison, describeContained } from './comparison.ts'

/** The commits to compare; without the first, all files of the second are added. */
interface Ends {
  readonly from: string | undefined
  readonly to: string
  readonly note?: string
}

/**
 * Lists the changes with git. Commits missing from a shallow clone are fetched without file contents.
 *
 * @throws GitError if git fails
 */
export async function changesByGit(comparison: Comparison, git: Git): Promise<Changes> {
  const ends = await endsOf(comparison, git)
  const changes = await changesOf(ends, git)
  const files = changes.map(({ status, path, type }) => {
    return { path, status: statusOf(status), isFolder: type !== 'file' }
  })
  return { files, truncated: undefined, note: ends.note }
}

function statusOf(letter: string): Status {
  if (letter === 'A') return 'added'
  return letter === 'D' ? 'deleted' : 'modified'
}

async function endsOf(comparison: Comparison, git: Git): Promise<Ends> {
  switch (comparison.kind) {
    case 'pull': {
      const { base, head } = comparison.pull
      const onto = await mergeCommitBase(git, head.sha)
      return onto ? { from: onto, to: 'HEAD' } : sinceMergeBase(base.sha, head.sha, git)
    }
    case 'commits':
      return comparison
    case 'branch': {
      const { base, to, contained } = comparison
      const ends = await sinceMergeBase(await resolveRef(git, base), to, git)
      if (ends.from !== to) return ends
      const note = describeContained(comparison)
      return { ...(contained ? await endsOf(contained, git) : ends), note }
    }
    case 'tag':
      return { from: await tagBefore(git, comparison.to), to: comparison.to }
    case 'everything':
      return { from: undefined, to: comparison.to }
  }
}

async function sinceMergeBase(base: string, to: string, git: Git): Promise<Ends> {
  await fetchMissing(git, base, to)
  return { from: await fetchMergeBase(git, base, to), to }
}

/** Compares what the clone has, and fetches what is missing only if that fails. */
async function changesOf({ from, to }: Ends, git: Git): Promise<ChangeOfGit[]> {
  const start = from ?? emptyTree(to)
  const whole = ['--no-renames', '--ignore-submodules=none']
  try {
    return await listChanges(withoutNetwork(git), start, to, ...whole)
  } catch (error) {
    if (!(error instanceof GitError)) throw error
  }
  await fetchMissing(git, ...(from ? [from, to] : [to]))
  return listChanges(git, start, to, ...whole)
}
