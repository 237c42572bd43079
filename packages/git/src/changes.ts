import { type Git, GitError } from './git.ts'

/** A file that differs between two commits. */
export interface GitChange {
  /** `A` added, `D` deleted, `M` modified, `T` of another type, `R` renamed, `C` copied. */
  readonly status: string
  /** As git has it, with `/` on every system. What is not UTF-8 in it is replaced. */
  readonly path: string
  /** Its name before, where it was renamed or copied. */
  readonly before: string | undefined
  /** What it is now or, where it was deleted, was. */
  readonly type: EntryType
}

/** A submodule is a commit of another repository, listed by its folder alone. */
export type EntryType = 'file' | 'link' | 'submodule'

/** Comparing, whatever the machine is configured to and the attributes of the files ask for. */
export const diffArgs = ['diff', '--no-relative', '--no-ext-diff', '--no-textconv', '--no-color']

/** The files that differ; `options` are those of `git diff`. */
export async function listChanges(
  git: Git,
  from: string,
  to: string,
  ...options: string[]
): Promise<GitChange[]> {
  const told = await git.run(...diffArgs, '--raw', '-z', ...options, from, to, '--')
  const fields = told.split('\0').values()
  const next = (): string => {
    const field = fields.next().value
    if (!field) throw new GitError('ends its list of changed files too early')
    return field
  }
  const changes: GitChange[] = []
  for (const field of fields) {
    if (field === '') break
    // `:100644 120000 2f9d2c1 0000000 R090`; renames and copies carry how alike the two are.
    const [, oldMode = '', newMode = '', , , status = ''] = field.split(/[: ]/)
    const before = /^[RC]/.test(status) ? next() : undefined
    const type = entryType(newMode === absent ? oldMode : newMode)
    changes.push({ status: status.charAt(0), path: next(), before, type })
  }
  return changes
}

/** The mode of what is not there. */
const absent = '000000'

function entryType(mode: string): EntryType {
  if (mode === '160000') return 'submodule'
  return mode === '120000' ? 'link' : 'file'
}

/** What a commit is compared with so that all of its files are added. Git knows it without having it. */
export function emptyTree(commit: string): string {
  return commit.length === 64
    ? '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321'
    : '4b825dc642cb6eb9a060e54bf8d69288fbee4904'
}
