import { execFileSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** For git that is untouched by this machine's configuration. */
export const gitEnvironment = {
  PATH: process.env.PATH ?? '',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'Somebody',
  GIT_AUTHOR_EMAIL: 'somebody@example.com',
  GIT_COMMITTER_NAME: 'Somebody',
  GIT_COMMITTER_EMAIL: 'somebody@example.com',
}

/** Files by path; `undefined` deletes. */
export type Files = Readonly<Record<string, string | undefined>>

export interface Repository {
  readonly folder: string
  git(...args: string[]): string
  /** Writes the files and commits them; the commit's hash. */
  commit(files: Files): string
  /** Reads lines for `git fast-import`, which writes no file; the commit that main then is. */
  import(...lines: string[]): string
}

/** A real git repository in a folder of its own. */
export function repository(): Repository {
  const it = repositoryIn(mkdtempSync(join(tmpdir(), 'checkout-')))
  it.git('init', '--quiet', '--initial-branch=main')
  // As on GitHub: any commit may be fetched, and without the contents of its files.
  const config = '[uploadpack]\n\tallowAnySHA1InWant = true\n\tallowFilter = true\n'
  appendFileSync(join(it.folder, '.git/config'), config)
  return it
}

/** A clone, as actions/checkout makes it: one commit, checked out without a branch. */
export function checkout(of: Repository, commit: string, ...options: string[]): Repository {
  const key = [of.folder, commit, ...options].join(' ')
  return copied(checkouts(key, () => makeCheckout(of, commit, options)))
}

function makeCheckout(of: Repository, commit: string, options: readonly string[]): Repository {
  const it = repositoryIn(mkdtempSync(join(tmpdir(), 'checkout-')))
  it.git('init', '--quiet')
  it.git('remote', 'add', 'origin', `file://${of.folder}`)
  it.git('fetch', '--quiet', '--no-tags', ...options, 'origin', commit)
  it.git('checkout', '--quiet', '--detach', commit)
  return it
}

function repositoryIn(folder: string): Repository {
  const git = (...args: string[]): string =>
    execFileSync('git', args, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: gitEnvironment,
    }).trim()
  return {
    folder,
    git,
    commit(files) {
      for (const [path, content] of Object.entries(files)) {
        const target = join(folder, path)
        mkdirSync(dirname(target), { recursive: true })
        if (content === undefined) rmSync(target)
        else writeFileSync(target, content)
      }
      git('add', '--all')
      git('commit', '--quiet', '--allow-empty', '--message', 'change')
      return git('rev-parse', 'HEAD')
    },
    import(...lines) {
      const input = lines.map((line) => `${line}\n`).join('')
      execFileSync('git', ['fast-import', '--quiet'], { cwd: folder, input, env: gitEnvironment })
      return git('rev-parse', 'main')
    },
  }
}

export interface Pull {
  readonly repository: Repository
  /** Where the base branch and the branch of the pull request are. */
  readonly base: string
  readonly head: string
  /** The commit that is checked out, as GitHub makes it: the merge of both. */
  readonly merge: string
  readonly event: object
}

/** A pull request: what was there, what it changes, and what the base branch changed meanwhile. */
export function pullRequest(before: Files, changes: Files, meanwhile: Files = {}): Pull {
  const key = JSON.stringify([before, changes, meanwhile], (_, value) => value ?? null)
  const pull = pulls(key, () => makePullRequest(before, changes, meanwhile))
  return { ...pull, repository: copied(pull.repository) }
}

function makePullRequest(before: Files, changes: Files, meanwhile: Files): Pull {
  const it = repository()
  it.commit(before)
  it.git('checkout', '--quiet', '-b', 'feature')
  const head = it.commit(changes)
  it.git('checkout', '--quiet', 'main')
  const base = it.commit(meanwhile)
  it.git('checkout', '--quiet', '--detach', 'main')
  it.git('merge', '--quiet', '--no-ff', '--message', 'merge', 'feature')
  const event = {
    pull_request: {
      number: 7,
      title: 'A change',
      base: { ref: 'main', sha: base },
      head: { ref: 'feature', sha: head },
    },
  }
  return { repository: it, base, head, merge: it.git('rev-parse', 'HEAD'), event }
}

const checkouts = memory<Repository>()
const pulls = memory<Pull>()

/** Git takes its time, so what is asked for again is made once; who gets it gets a copy. */
function memory<T>(): (key: string, make: () => T) => T {
  const known = new Map<string, T>()
  return (key, make) => {
    const it = known.get(key) ?? make()
    known.set(key, it)
    return it
  }
}

function copied({ folder }: Repository): Repository {
  const copy = mkdtempSync(join(tmpdir(), 'checkout-'))
  cpSync(folder, copy, { recursive: true, preserveTimestamps: true })
  return repositoryIn(copy)
}
