import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { type ListedFile, listFiles, type Octokit, type PullRequest } from '@ci-actions/github'
import { FileError, readFile } from '@ci-actions/kit'
import type { Checkout } from '../reports/checkouts.ts'
import { type ChangedFile, type Hunk, readPatch } from './diff.ts'

export { maxFiles } from '@ci-actions/github'

export interface ListedChanges {
  readonly files: readonly ChangedFile[]
  /** Files whose changed lines the API does not tell. */
  readonly untold: readonly string[]
  readonly truncated: boolean
}

/** Where the pull request is, and where it is checked out. */
export interface ListOptions {
  readonly repository: string
  readonly checkout: Checkout
  readonly workspace: string
}

/** Asks the API which lines of files of the workspace a pull request changes. */
export async function listChanges(
  pull: PullRequest,
  octokit: Octokit,
  { repository, checkout: { folder }, workspace }: ListOptions,
): Promise<ListedChanges> {
  const where = { repository, number: pull.number }
  const { files: listed, truncated } = await listFiles(octokit, where)
  const files: ChangedFile[] = []
  const untold: string[] = []
  for (const file of listed) {
    const path = folder + file.path
    const target = join(workspace, path)
    if (file.status === 'removed' || file.isSubmodule || isNoFile(target)) continue
    const hunks = hunksOf(file, target)
    const before = file.status === 'added' ? undefined : folder + (file.before ?? file.path)
    if (hunks) files.push({ path, before, hunks })
    else untold.push(path)
  }
  return { files, untold, truncated }
}

/** The API tells no modes; a link or a submodule is seen in the checkout. */
function isNoFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === false
}

/** The changed lines; undefined where the API leaves some out. */
function hunksOf(file: ListedFile, target: string): readonly Hunk[] | undefined {
  const { status, additions, deletions, patch } = file
  const hunks = readPatch(patch ?? '')
  const added = hunks.reduce((sum, { now }) => sum + now.count, 0)
  const isChanged = additions > 0 || deletions > 0
  // A file that is taken for binary has neither a patch nor lines, but neither has one that only got another name.
  if (added === additions && (isChanged || status === 'renamed')) return hunks
  if (status !== 'added') return undefined
  const count = additions > 0 ? additions : linesIn(target)
  return count === undefined
    ? undefined
    : [{ old: { start: 0, count: 0 }, now: { start: 1, count } }]
}

/** More than any source file has. */
const mostBytes = 64 * 1024 * 1024

/** How many lines a file of the checkout has at most; undefined when it cannot be read. */
function linesIn(path: string): number | undefined {
  try {
    return readFile(path, mostBytes).reduce((lines, byte) => lines + (byte === lineFeed ? 1 : 0), 1)
  } catch (error) {
    if (error instanceof FileError) return undefined
    throw error
  }
}

const lineFeed = 0x0a
