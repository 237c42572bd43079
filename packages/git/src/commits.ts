import { type Git, GitError } from './git.ts'

/** Whether the clone has all of these commits. What it could fetch by and by does not count. */
export async function hasCommits(git: Git, ...commits: string[]): Promise<boolean> {
  const listing = ['rev-list', '--missing=allow-any', '--no-walk']
  return (await tryRun(git, ...listing, ...commits, '--')) !== undefined
}

/** The best common ancestor, as far as the clone reaches back; undefined when there is none. */
export function mergeBase(git: Git, one: string, other: string): Promise<string | undefined> {
  return tryRun(git, 'merge-base', one, other)
}

/**
 * Where HEAD is the merge commit that GitHub makes to test a pull request: the commit of the base
 * branch that `head` was merged with. A shallow clone knows it by name only.
 */
export async function mergeCommitBase(git: Git, head: string): Promise<string | undefined> {
  const [fields = ''] = (await git.run('cat-file', 'commit', 'HEAD')).split('\n\n', 1)
  const [first, second, third] = [...fields.matchAll(/^parent (\w+)$/gm)].map(([, it]) => it)
  return second === head && third === undefined ? first : undefined
}

/** The nearest tag before a commit, as `refs/tags/v1`; undefined when the clone knows none. */
export async function tagBefore(git: Git, commit: string): Promise<string | undefined> {
  const name = await tryRun(git, 'describe', '--tags', '--abbrev=0', `${commit}^`)
  return name && `refs/tags/${name}`
}

/** What a command prints, trimmed; undefined when it refuses. */
export async function tryRun(git: Git, ...args: string[]): Promise<string | undefined> {
  try {
    return (await git.run(...args)).trim()
  } catch (error) {
    if (error instanceof GitError) return undefined
    throw error
  }
}
