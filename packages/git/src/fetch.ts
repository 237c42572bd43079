import { quote } from '@ci-actions/kit'
import { hasCommits, mergeBase, tryRun } from './commits.ts'
import { type Git, GitError } from './git.ts'

const fetchArgs = ['fetch', '--quiet', '--no-tags', '--no-recurse-submodules']

/** Keeps a shallow clone small: fetches file names without contents. */
const blobless = '--filter=blob:none'

/** The steps in which a shallow clone is deepened. */
const deepenings = [
  ...[64, 128, 256, 512, 1024, 2048, 4096, 8192].map((commits) => `--deepen=${commits}`),
  '--unshallow',
]

/**
 * Fetches the given commits if the clone lacks them; a shallow clone stays shallow.
 *
 * @throws GitError, for example if the server does not have them or requires credentials
 */
export async function fetchMissing(git: Git, ...commits: string[]): Promise<void> {
  if (await hasCommits(git, ...commits)) return
  const missing: string[] = []
  for (const commit of commits) if (!(await hasCommits(git, commit))) missing.push(commit)
  await fetchRefs(git, ...missing)
}

/**
 * Returns the commit of a branch or tag: from the clone, or else from the server.
 *
 * @throws GitError like `fetchMissing`, and if there is no such branch or tag
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

/** Whether a text can be the name of a branch or tag, and is no option, range or list. */
export function isRefName(text: string): boolean {
  return !/^$|^[-/]|[\0-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|(^|\/)\.|\.lock(\/|$)|[/.]$/u.test(text)
}

const revParseArgs = ['rev-parse', '--verify', '--quiet']

async function fetchRefs(git: Git, ...refs: string[]): Promise<void> {
  const options = (await isShallow(git)) ? [blobless, '--depth=1'] : []
  await git.run(...fetchArgs, ...options, 'origin', ...refs)
}

/**
 * Returns the best common ancestor of two commits in the clone; undefined if there is none. Deepens a shallow clone as
 * far as needed, and no further.
 *
 * @throws GitError like `fetchMissing`
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

/** Whether the clone contains everything after the ancestor, so that no better one can exist. */
async function isBestBase(git: Git, base: string, one: string, other: string): Promise<boolean> {
  const cutOff = await git.run('rev-list', '--max-parents=0', one, other, `^${base}`, '--')
  return cutOff === ''
}

async function isShallow(git: Git): Promise<boolean> {
  return (await tryRun(git, 'rev-parse', '--is-shallow-repository')) === 'true'
}
