import type { Github, PullRequest } from '@ci-actions/github'
import { Failure, messageOf } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import { array, number, object, optional, string } from 'valibot'
import { type ChangedFile, readHunks, readPatch } from './diff.ts'
import type { Git } from './git.ts'

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
export async function changesOf(pull: PullRequest, sources: Sources): Promise<Changes> {
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
  const line = await git.run('rev-list', '--parents', '-n', '1', 'HEAD')
  const [checkedOut, first, second] = line.trim().split(' ')
  // The merge commit that GitHub tests: what it adds to the base branch is the pull request.
  if (first && second === head.sha) return first
  const far = (error: unknown): never => {
    if (!(error instanceof Failure)) throw error
    throw new Failure(
      'does not find where the pull request began: the checkout is shallow, or of another commit',
    )
  }
  if (checkedOut !== head.sha) {
    await git.run('merge-base', '--is-ancestor', head.sha, 'HEAD').catch(far)
  }
  const common = await git.run('merge-base', base.sha, 'HEAD').catch(far)
  return common.trim()
}

const comparing = [
  'diff',
  '--find-renames',
  '--diff-filter=AMR',
  '--ignore-submodules=all',
  '--no-relative',
  '--no-ext-diff',
  '--no-textconv',
  '--no-color',
]

/** The files that were added or changed from a commit to the one checked out, deleted ones left out. */
export async function diffBetween(base: string, git: Git): Promise<ChangedFile[]> {
  const range = [base, 'HEAD', '--']
  const names = readNames(await git.run(...comparing, '--raw', '-z', ...range))
  const hunks = readHunks(await git.run(...comparing, '--patch', '--unified=0', ...range))
  if (names.length !== hunks.length) {
    throw new Failure(`lists ${names.length} changed files and the changes of ${hunks.length}`)
  }
  return names.map((name, i) => ({ ...name, hunks: hunks[i] ?? [] }))
}

/** `:100644 100644 aaaaaaa bbbbbbb R090 NUL old NUL new NUL`. */
function readNames(raw: string): { path: string; before: string | undefined }[] {
  const fields = raw.split('\0').values()
  const files: { path: string; before: string | undefined }[] = []
  for (const entry of fields) {
    if (!entry.startsWith(':')) continue
    const [status = ''] = entry.split(' ').slice(4)
    const first = fields.next().value ?? ''
    if (status.startsWith('R')) files.push({ path: fields.next().value ?? '', before: first })
    else files.push({ path: first, before: status === 'A' ? undefined : first })
  }
  return files
}

const fileShape = object({
  filename: string(),
  previous_filename: optional(string()),
  status: string(),
  additions: number(),
  patch: optional(string()),
})

/** The API lists no more of them. */
const mostFiles = 3000

async function changesByApi(
  pull: PullRequest,
  github: Github,
  { repository, deadline }: Sources,
  why: string,
): Promise<Changes> {
  const path = `/repos/${repository}/pulls/${pull.number}/files`
  const listed = await github
    .list(path, array(fileShape), deadline, mostFiles)
    .catch((error): never => {
      deadline.signal.throwIfAborted()
      throw error instanceof Failure ? new Failure(`${why} ${messageOf(error)}`) : error
    })
  const changed = listed.filter(({ additions, status }) => additions > 0 && status !== 'removed')
  const files = changed.map(({ filename, previous_filename, status, patch = '' }) => ({
    path: filename,
    before: status === 'added' ? undefined : (previous_filename ?? filename),
    hunks: readPatch(patch),
  }))
  const added = files.map(({ hunks }) => hunks.reduce((sum, { now }) => sum + now.count, 0))
  const whole = files.filter((_, i) => added[i] === changed[i]?.additions)
  const untold = files.filter((_, i) => added[i] !== changed[i]?.additions)
  const cut =
    listed.length >= mostFiles
      ? [`The API lists only the first ${mostFiles} changed files; those after them are not seen.`]
      : []
  return {
    files: whole,
    untold: untold.map((file) => file.path),
    remarks: [
      `${why} The API was asked instead; its lines are those of the branch, which differ from the ` +
        'checkout where the base branch changed the same files. With "fetch-depth: 2" in actions/checkout git can tell.',
      ...cut,
    ],
  }
}
