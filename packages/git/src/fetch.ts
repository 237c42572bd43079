import { quote } from '@ci-actions/kit'
import { hasCommits, mergeBase, tryRun } from './commits.ts'
import { type Git, GitError } from './git.ts'

const fetchArgs = ['fetch', '--quiet', '--no-tags', '--no-recurse-submodules']

/** A shallow clone stays shallow, and gets the names of the files without their contents. */
const blobless = '--filter=blob:none'

/** How far a shallow clone is deepened, time after time. */
const deepenings = [
  ...[64, 128, 256, 512, 1024, 2048, 4096, 8192].map((commits) => `--deepen=${commits}`),
  '--unshallow',
]

/**
 * Sees to it that the clone has these commits; into a shallow one nothing but them is fetched.
 *
 * @throws GitError as when the server does not have them, or wants credentials that are not there
 */
export async function fetchMissing(git: Git, ...commits: string[]): Promise<void> {
  if (await hasCommits(git, ...commits)) return
  const missing: string[] = []
  for (const commit of commits) if (!(await hasCommits(git, commit))) missing.push(commit)
  await fetchRefs(git, ...missing)
}

/**
 * The commit that a branch or a tag is at: as the clone knows it, else as the server does.
 *
 * @throws GitError as `fetchMissing`, and when there is neither
 */
export async function resolveRef(git: Git, name: string): Promise<string> {
  if (!isRefName(name)) throw new GitError(`has no branch or tag called ${quote(name)}`)
  for (const ref of [`refs/remotes/origin/${name}`, `refs/tags/${name}`]) {
    const known = await tryRun(git, ...revParseArgs, `${ref}^{commit}`)
    if (known) return known
  }
  await fetchRefs(git, `refs/heads/${name}`).catch((error) => {
    if (error instanceof GitError) return fetchRefs(git, `refs/tags/${name}`)
    throw error
  })
  return (await git.run(...revParseArgs, 'FETCH_HEAD^{commit}')).trim()
}

/** What can be the name of a branch or a tag; no option, no range, and not more than one. */
export function isRefName(text: string): boolean {
  return !/^$|^[-/]|[\0-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|(^|\/)\.|\.lock(\/|$)|[/.]$/u.test(text)
}

const revParseArgs = ['rev-parse', '--verify', '--quiet']

async function fetchRefs(git: Git, ...refs: string[]): Promise<void> {
  const options = (await isShallow(git)) ? [blobless, '--depth=1'] : []
  await git.run(...fetchArgs, ...options, 'origin', ...refs)
}

/**
 * The best common ancestor of two commits that the clone has; undefined when they have none. A
 * shallow clone is deepened as far as it takes to know, and no further.
 *
 * @throws GitError as `fetchMissing`
 */
export async function fetchMergeBase(
  git: Git,
  one: string,
  other: string,
): Promise<string | undefined> {
  for (const deeper of deepenings) {
    const base = await mergeBase(git, one, other)
    if (!(await isShallow(git)) || (base && (await isBestBase(git, base, one, other)))) return base
    await git.run(...fetchArgs, blobless, deeper, 'origin', one, other)
  }
  return mergeBase(git, one, other)
}

/** Whether the clone has all that came after the ancestor, so that no better one can be hidden. */
async function isBestBase(git: Git, base: string, one: string, other: string): Promise<boolean> {
  const cutOff = await git.run('rev-list', '--max-parents=0', one, other, `^${base}`, '--')
  return cutOff === ''
}

async function isShallow(git: Git): Promise<boolean> {
  return (await tryRun(git, 'rev-parse', '--is-shallow-repository')) === 'true'
}
