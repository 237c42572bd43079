import { diffArgs, type Git, type GitChange, listChanges } from '@ci-actions/git'
import { ActionError } from '@ci-actions/kit'
import type { Checkout } from '../reports/checkouts.ts'
import { type ChangedFile, type FileDiff, readDiff } from './diff.ts'

/** Deleted files have no lines left, and those of submodules are not of this repository. */
const selecting = ['--find-renames', '--diff-filter=AMRT', '--ignore-submodules=all']

/** The changed lines and no others, whatever the machine is configured to. */
const withoutContext = ['--patch', '--unified=0', '--inter-hunk-context=0']

/**
 * Reads which lines of files of the workspace were added or changed from a commit to the one checked out; links have none. What git takes
 * for binary, by an attribute or a byte in it, and is a source all the same, is compared as text: a patch gate is
 * not got round with a line in a .gitattributes.
 */
export async function diffBetween(
  base: string,
  { folder, git }: Checkout,
  isSource: (path: string) => boolean,
): Promise<ChangedFile[]> {
  const changes = await listChanges(git, base, 'HEAD', ...selecting)
  const diffs = await diffsOf(changes, base, git, [])
  const hidden = changes.filter(({ path, type }) => {
    return type === 'file' && isSource(folder + path) && diffs.get(path)?.isBinary
  })
  for (const some of chunks(hidden)) {
    const asText = await diffsOf(some, base, git, ['--text'], some.flatMap(namesOf))
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

/** The diffs of these changes by their paths; git prints them in the order in which it lists them. */
async function diffsOf(
  changes: readonly GitChange[],
  base: string,
  git: Git,
  options: readonly string[],
  paths: readonly string[] = [],
): Promise<Map<string, FileDiff>> {
  const patch = await git.run(
    ...diffArgs,
    ...selecting,
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
    // What became a file from a link is told as deleted and added.
    at += status === 'T' ? 2 : 1
    const diff = diffs[at - 1]
    if (diff) byPath.set(path, diff)
  }
  if (at === diffs.length) return byPath
  throw new ActionError(`lists ${changes.length} changed files and the changes of ${diffs.length}`)
}

function namesOf({ path, before }: GitChange): string[] {
  return before === undefined ? [path] : [before, path]
}

/** So many names fit into the arguments of a program on every system. */
const mostCharacters = 20_000

function* chunks(changes: readonly GitChange[]): Generator<GitChange[]> {
  let chunk: GitChange[] = []
  let length = 0
  for (const change of changes) {
    const own = namesOf(change).join().length + 30
    if (chunk.length > 0 && length + own > mostCharacters) {
      yield chunk
      chunk = []
      length = 0
    }
    chunk.push(change)
    length += own
  }
  if (chunk.length > 0) yield chunk
}
