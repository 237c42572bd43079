import { execFileSync } from 'node:child_process'

/** The published commit, whose tree is `dist/`, and its version tag. */
export interface Pushed {
  readonly tag: string
  readonly commit: string
}

/** The commits of the release tags and branches at the remote. */
type Refs = ReadonlyMap<string, string>

/**
 * Creates the release commit and pushes branch, version tag and moving tag in one atomic push. The tree of the commit
 * is `HEAD:dist`. Its parents are the last release and the commit it was made from, whose date it gets, so that anyone
 * can reproduce it. Does nothing if the version is already released with the same tree.
 *
 * @throws Error that says why it must not be released, or what git reported
 */
export function pushRelease(folder: string, version: string, say: (line: string) => void): Pushed {
  const git = gitIn(folder)
  const [major] = numbersOf(version)
  const tag = `v${version}`
  const moving = `v${major}`
  const branch = `releases/${moving}`
  const names = [`refs/heads/${branch}`, `refs/tags/${moving}`, `refs/tags/${tag}`]

  refuseDirty(git)
  refuseUnmerged(git)
  const tree = git('rev-parse', 'HEAD:dist')
  const refs = refsOf(git)
  const out = refs.get(`refs/tags/${tag}`)
  if (out) return alreadyOut(git, tag, out, tree, say)
  refuseOlder(refs, version, major)

  const last = refs.get(`refs/heads/${branch}`)
  if (last) git('fetch', '--quiet', 'origin', `refs/heads/${branch}`)
  const parents = [...(last ? ['-p', last] : []), '-p', 'HEAD']
  const date = git('show', '--no-patch', '--format=%cI', 'HEAD')
  const dated = gitIn(folder, { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date })
  const commit = dated('commit-tree', tree, ...parents, '-m', tag)
  try {
    git(
      'push',
      '--quiet',
      '--atomic',
      // Moves only what was seen, in case someone else releases at the same time.
      ...names.map((name) => `--force-with-lease=${name}:${refs.get(name) ?? ''}`),
      'origin',
      ...names.map((name) => `${commit}:${name}`),
    )
  } catch (error) {
    // The push may have succeeded although its response was lost.
    if (refsOf(git).get(`refs/tags/${tag}`) !== commit) throw error
    say('The response to the push was lost, but the release was pushed.')
  }
  say(`Released ${tag}: ${commit}, with the tree ${tree} of dist/; ${moving} points at it.`)
  return { tag, commit }
}

type Git = (...args: string[]) => string

function gitIn(folder: string, dates: Readonly<Record<string, string>> = {}): Git {
  const author = ['github-actions[bot]', '41898282+github-actions[bot]@users.noreply.github.com']
  const [name, email] = author
  const identity = {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
  }
  return (...args) => {
    try {
      const options = {
        cwd: folder,
        env: { ...process.env, ...identity, ...dates },
        stdio: 'pipe',
      } as const
      return execFileSync('git', args, options).toString().trim()
    } catch (error) {
      const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : error
      throw new Error(`"git ${args[0]}" failed: ${said}`)
    }
  }
}

function refuseDirty(git: Git): void {
  const changed = git('status', '--porcelain', '--untracked-files=all', '--', 'dist')
  if (changed === '') return
  throw new Error(
    `dist/ has uncommitted changes:\n${changed}\nCommit them, or use a fresh checkout.`,
  )
}

/** Only commits on main are released, so that everyone can inspect them. */
function refuseUnmerged(git: Git): void {
  git('fetch', '--quiet', 'origin', 'refs/heads/main')
  try {
    git('merge-base', '--is-ancestor', 'HEAD', 'FETCH_HEAD')
  } catch {
    throw new Error('The checked-out commit is not on main. Merge it first.')
  }
}

function refsOf(git: Git): Refs {
  const rows = git('ls-remote', 'origin', 'refs/heads/releases/*', 'refs/tags/v*').split('\n')
  return new Map(
    rows.flatMap((row) => {
      const [commit, name] = row.split('\t')
      return commit && name ? [[name, commit] as const] : []
    }),
  )
}

/** Handles a version that is already released: succeeds if it is identical, and throws otherwise. */
function alreadyOut(
  git: Git,
  tag: string,
  commit: string,
  tree: string,
  say: (line: string) => void,
): Pushed {
  git('fetch', '--quiet', 'origin', `refs/tags/${tag}`)
  const released = git('rev-parse', 'FETCH_HEAD^{tree}')
  if (released !== tree) {
    throw new Error(
      `${tag} is already released, with a different dist/ (${released}, not ${tree}). ` +
        'Raise the version in package.json.',
    )
  }
  say(`${tag} is already released with this dist/; nothing to push.`)
  return { tag, commit }
}

/** The moving tag never moves back. */
function refuseOlder(refs: Refs, version: string, major: number): void {
  const released = [...refs.keys()]
    .flatMap((name) => /^refs\/tags\/v(\d+\.\d+\.\d+)$/.exec(name)?.[1] ?? [])
    .filter((other) => numbersOf(other)[0] === major)
  const newer = released.find((other) => isOlder(version, other))
  if (newer) throw new Error(`v${newer} is already released and newer than v${version}.`)
}

function isOlder(first: string, second: string): boolean {
  const [a, b] = [numbersOf(first), numbersOf(second)]
  const at = a.findIndex((number, index) => number !== b[index])
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0)
}

/** @throws Error if it is not a plain version such as 1.2.3 */
function numbersOf(version: string): [major: number, minor: number, patch: number] {
  const [, major, minor, patch] = /^(\d+)\.(\d+)\.(\d+)$/.exec(version) ?? []
  if (!major || !minor || !patch) {
    throw new Error(
      `The version in package.json is "${version}"; a release needs a version like 1.2.3.`,
    )
  }
  return [Number(major), Number(minor), Number(patch)]
}
