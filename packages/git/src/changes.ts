import { type Git, GitError } from './git.ts'

/** A file that differs between two commits. */
export interface GitChange {
  /** `A` added, `D` deleted, `M` modified, `T` of another type, `R` renamed, `C` copied. */
  readonly status: string
  /** The path as in git, with `/` on every system. Bytes that are not UTF-8 are replaced. */
  readonly path: string
  /** The former path of a renamed or copied file. */
  readonly before: string | undefined
  /** Its current type or, if deleted, its last one. */
  readonly type: EntryType
}

/** A submodule is a commit of another repository, listed by its folder only. */
export type EntryType = 'file' | 'link' | 'submodule'

/** Arguments for a plain diff, whatever git's configuration and the file attributes say. */
export const diffArgs = ['diff', '--no-relative', '--no-ext-diff', '--no-textconv', '--no-color']

/** Lists the files that differ; `options` are those of `git diff`. */
export async function listChanges(
  git: Git,
  from: string,
  to: string,
  ...options: string[]
): Promise<GitChange[]> {
  const output = await git.run(...diffArgs, '--raw', '-z', ...options, from, to, '--')
  const fields = output.split('\0').values()
  const next = (): string => {
    const field = fields.next().value
    if (!field) throw new GitError('returned an incomplete list of changed files')
    return field
  }
  const changes: GitChange[] = []
  for (const field of fields) {
    if (field === '') break
    // `:100644 120000 2f9d2c1 0000000 R090`; renames and copies include their similarity.
    const [, oldMode = '', newMode = '', , , status = ''] = field.split(/[: ]/)
    const before = /^[RC]/.test(status) ? next() : undefined
    const type = entryType(newMode === absent ? oldMode : newMode)
    changes.push({ status: status.charAt(0), path: next(), before, type })
  }
  return changes
}

/** The mode of a file that does not exist. */
const absent = '000000'

function entryType(mode: string): EntryType {
  if (mode === '160000') return 'submodule'
  return mode === '120000' ? 'link' : 'file'
}

/** Returns the empty tree: compared with it, all files of a commit count as added. Git knows it without storing it. */
export function emptyTree(commit: string): string {
  return commit.length === 64
    ? '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321'
    : '4b825dc642cb6eb9a060e54bf8d69288fbee4904'
}
