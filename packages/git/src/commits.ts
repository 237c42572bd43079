import { type Git, GitError } from './git.ts'

/** Whether the clone contains all of these commits, without fetching any. */
export async function hasCommits(git: Git, ...commits: string[]): Promise<boolean> {
  const listing = ['rev-list', '--missing=allow-any', '--no-walk']
  return (await tryRun(git, ...listing, ...commits, '--')) !== undefined
}

/** Returns the best common ancestor within the clone; undefined if there is none. */
export function mergeBase(git: Git, a: string, b: string): Promise<string | undefined> {
  return tryRun(git, 'merge-base', a, b)
}

/**
 * If HEAD is the merge commit that GitHub creates to test a pull request, returns the base commit that `head` was
 * merged with. A shallow clone knows only its name.
 */
export async function mergeCommitBase(git: Git, head: string): Promise<string | undefined> {
  const [fields = ''] = (await git.run('cat-file', 'commit', 'HEAD')).split('\n\n', 1)
  const [first, second, third] = [...fields.matchAll(/^parent (\w+)$/gm)].map(([, it]) => it)
  return second === head && third === undefined ? first : undefined
}

/** Returns the nearest tag before a commit, as `refs/tags/v1`; undefined if the clone has none. */
export async function tagBefore(git: Git, commit: string): Promise<string | undefined> {
  const name = await tryRun(git, 'describe', '--tags', '--abbrev=0', `${commit}^`)
  return name && `refs/tags/${name}`
}

/** Returns the trimmed output of a command; undefined if it fails. */
export async function tryRun(git: Git, ...args: string[]): Promise<string | undefined> {
  try {
    return (await git.run(...args)).trim()
  } catch (error) {
    if (error instanceof GitError) return undefined
    throw error
  }
}
