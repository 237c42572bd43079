import {
  changesBetween,
  comparing,
  type Git,
  GitFailure,
  hasCommits,
  mergedOnto,
} from '@ci-actions/git'
import { filesOf, type Github, mostFiles, type PullRequest } from '@ci-actions/github'
import { Failure, messageOf } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import { type ChangedFile, readHunks, readPatch } from './diff.ts'

/** What a pull request changes, and what there is to say about how that is known. */
export interface Changes {
  readonly files: readonly ChangedFile[]
  /** Files whose changed lines are not told. */
  readonly untold: readonly string[]
  readonly remarks: readonly string[]
}

export interface Sources {
  readonly git: Git
  /** Undefined without a token. */
  readonly github: Github | undefined
  readonly repository: string
  readonly deadline: Deadline
}

/**
 * What the pull request changes against its merge base: as git has it, and where the checkout is too
 * shallow for that, as the API tells it.
 *
 * @throws Failure when neither knows
 */
export async function readChanges(pull: PullRequest, sources: Sources): Promise<Changes> {
  try {
    const base = await baseOf(pull, sources.git)
    return { files: await diffBetween(base, sources.git), untold: [], remarks: [] }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    sources.deadline.signal.throwIfAborted()
    const why = `Git cannot tell what the pull request changes: it ${error.message}.`
    if (!sources.github) throw new Failure(`${why} Give actions/checkout "fetch-depth: 2"`)
    return changesByApi(pull, sources.github, sources, why)
  }
}

/** The commit to compare the checkout with. */
async function baseOf({ base, head }: PullRequest, git: Git): Promise<string> {
  // What the merge commit that GitHub tests adds to the base branch is the pull request.
  const onto = await mergedOnto(git, head.sha)
  if (onto && (await hasCommits(git, onto))) return onto
  const far = (error: unknown): never => {
    if (!(error instanceof GitFailure)) throw error
    throw new Failure(
      'does not find where the pull request began: the checkout is shallow, or of another commit',
    )
  }
  await git.run('merge-base', '--is-ancestor', head.sha, 'HEAD').catch(far)
  const common = await git.run('merge-base', base.sha, 'HEAD').catch(far)
  return common.trim()
}

/** Deleted files have no lines left, and those of submodules are not of this repository. */
const withLines = ['--find-renames', '--diff-filter=AMR', '--ignore-submodules=all']

/** The files that were added or changed from a commit to the one checked out. */
export async function diffBetween(base: string, git: Git): Promise<ChangedFile[]> {
  const changes = await changesBetween(git, base, 'HEAD', ...withLines)
  const patch = await git.run(
    ...comparing,
    ...withLines,
    '--patch',
    '--unified=0',
    base,
    'HEAD',
    '--',
  )
  const hunks = readHunks(patch)
  if (changes.length !== hunks.length) {
    throw new Failure(`lists ${changes.length} changed files and the changes of ${hunks.length}`)
  }
  return changes.map(({ status, path, before }, i) => ({
    path,
    before: status === 'A' ? undefined : (before ?? path),
    hunks: hunks[i] ?? [],
  }))
}

async function changesByApi(
  pull: PullRequest,
  github: Github,
  { repository, deadline }: Sources,
  why: string,
): Promise<Changes> {
  const { files: listed, truncated } = await filesOf(
    github,
    { repository, number: pull.number },
    deadline,
  ).catch((error): never => {
    deadline.signal.throwIfAborted()
    throw error instanceof Failure ? new Failure(`${why} ${messageOf(error)}`) : error
  })
  const changed = listed.filter(({ additions, status }) => additions > 0 && status !== 'removed')
  const files = changed.map(({ path, before, status, patch = '' }) => ({
    path,
    before: status === 'added' ? undefined : (before ?? path),
    hunks: readPatch(patch),
  }))
  const added = files.map(({ hunks }) => hunks.reduce((sum, { now }) => sum + now.count, 0))
  const whole = files.filter((_, i) => added[i] === changed[i]?.additions)
  const untold = files.filter((_, i) => added[i] !== changed[i]?.additions)
  const cut = `The API lists only the first ${mostFiles} changed files; those after them are not seen.`
  return {
    files: whole,
    untold: untold.map((file) => file.path),
    remarks: [
      `${why} The API was asked instead; its lines are those of the branch, which differ from the ` +
        'checkout where the base branch changed the same files. With "fetch-depth: 2" in actions/checkout git can tell.',
      ...(truncated ? [cut] : []),
    ],
  }
}
