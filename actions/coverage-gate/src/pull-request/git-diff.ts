import { diffArgs, type Git, type GitChange, listChanges } from '@ci-actions/git'
import { ActionError } from '@ci-actions/kit'
import type { Checkout } from '../reports/checkouts.ts'
import { type ChangedFile, type FileDiff, readDiff } from './diff.ts'

/** Excludes deleted files, which have no lines, and submodules, whose files belong to other repositories. */
const fileFilter = ['--find-renames', '--diff-filter=AMRT', '--ignore-submodules=all']

/** Only the changed lines, regardless of the Git configuration. */
const withoutContext = ['--patch', '--unified=0', '--inter-hunk-context=0']

/**
 * Reads which lines of files in the workspace were added or changed since a commit; links have none. Source files that
 * Git treats as binary, because of an attribute or a byte in them, are compared as text, so that .gitattributes cannot
 * bypass a patch gate.
 */
export async function diffBetween(
  base: string,
  { folder, git }: Checkout,
  isSource: (path: string) => boolean,
): Promise<ChangedFile[]> {
  const changes = await listChanges(git, base, 'HEAD', ...fileFilter)
  const diffs = await readDiffs(changes, base, git, [])
  const hidden = changes.filter(({ path, type }) => {
    return type === 'file' && isSource(folder + path) && diffs.get(path)?.isBinary
  })
  for (const chunk of chunks(hidden)) {
    const asText = await readDiffs(chunk, base, git, ['--text'], chunk.flatMap(namesOf))
    for (const [path, diff] of asText) diffs.set(path, diff)
  }
  return changes
    .filter(({ type }) => type === 'file')
    .map(({ status, path, before = path }) => ({
      path: folder + path,
      before: status === 'A' ? undefined : folder + before,
      hunks: diffs.get(path)?.hunks ?? [],
    }))
}

/** Returns the diffs of changes by path; Git prints them in the same order as it lists them. */
async function readDiffs(
  changes: readonly GitChange[],
  base: string,
  git: Git,
  options: readonly string[],
  paths: readonly string[] = [],
): Promise<Map<string, FileDiff>> {
  const patch = await git.run(
    ...diffArgs,
    ...fileFilter,
    ...withoutContext,
    ...options,
    base,
    'HEAD',
    '--',
    ...paths.map((path) => `:(literal)${path}`),
  )
  const diffs = readDiff(patch)
  const byPath = new Map<string, FileDiff>()
  let at = 0
  for (const { status, path } of changes) {
    // A link that became a file is printed as deleted and added.
    at += status === 'T' ? 2 : 1
    const diff = diffs[at - 1]
    if (diff) byPath.set(path, diff)
  }
  if (at === diffs.length) return byPath
  throw new ActionError(`lists ${changes.length} changed files, but the changes of ${diffs.length}`)
}

function namesOf({ path, before }: GitChange): string[] {
  return before === undefined ? [path] : [before, path]
}

/** Names of this length fit into the arguments of a process on every platform. */
const maxCharacters = 20_000

function* chunks(changes: readonly GitChange[]): Generator<GitChange[]> {
  let chunk: GitChange[] = []
  let length = 0
  for (const change of changes) {
    const own = namesOf(change).join().length + 30
    if (chunk.length > 0 && length + own > maxCharacters) {
      yield chunk
      chunk = []
      length = 0
    }
    chunk.push(change)
    length += own
  }
  if (chunk.length > 0) yield chunk
}
