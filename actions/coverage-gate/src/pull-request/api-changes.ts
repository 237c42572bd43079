import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { type ListedFile, listFiles, type Octokit, type PullRequest } from '@ci-actions/github'
import { FileError, readFile } from '@ci-actions/kit'
import type { Checkout } from '../reports/checkouts.ts'
import { type ChangedFile, type Hunk, readPatch } from './diff.ts'

export { maxFiles } from '@ci-actions/github'

export interface ListedChanges {
  readonly files: readonly ChangedFile[]
  /** Files whose changed lines the API does not list. */
  readonly unlisted: readonly string[]
  readonly truncated: boolean
}

/** The repository of the pull request, and its checkout. */
export interface ListOptions {
  readonly repository: string
  readonly checkout: Checkout
  readonly workspace: string
}

/** Lists the lines of files in the workspace that a pull request changes, using the API. */
export async function listChanges(
  pull: PullRequest,
  octokit: Octokit,
  { repository, checkout: { folder }, workspace }: ListOptions,
): Promise<ListedChanges> {
  const where = { repository, number: pull.number }
  const { files: listed, truncated } = await listFiles(octokit, where)
  const files: ChangedFile[] = []
  const unlisted: string[] = []
  for (const file of listed) {
    const path = folder + file.path
    const target = join(workspace, path)
    if (file.status === 'removed' || file.isSubmodule || isNotFile(target)) continue
    const hunks = readHunks(file, target)
    const before = file.status === 'added' ? undefined : folder + (file.before ?? file.path)
    if (hunks) files.push({ path, before, hunks })
    else unlisted.push(path)
  }
  return { files, unlisted, truncated }
}

/** Whether a path is a link or a submodule in the checkout, because the API does not return file modes. */
function isNotFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === false
}

/** Returns the changed lines; undefined if the API omits some. */
function readHunks(file: ListedFile, target: string): readonly Hunk[] | undefined {
  const { status, additions, deletions, patch } = file
  const hunks = readPatch(patch ?? '')
  const added = hunks.reduce((sum, { now }) => sum + now.count, 0)
  const isChanged = additions > 0 || deletions > 0
  // A binary file has neither a patch nor lines, but neither has one that was only renamed.
  if (added === additions && (isChanged || status === 'renamed')) return hunks
  if (status !== 'added') return undefined
  const count = additions > 0 ? additions : maxLineCount(target)
  return count === undefined
    ? undefined
    : [{ old: { start: 0, count: 0 }, now: { start: 1, count } }]
}

/** Larger than any source file. */
const maxBytes = 64 * 1024 * 1024

/** Returns the maximum number of lines of a file in the checkout; undefined if it cannot be read. */
function maxLineCount(path: string): number | undefined {
  try {
    return readFile(path, maxBytes).reduce((lines, byte) => lines + (byte === lineFeed ? 1 : 0), 1)
  } catch (error) {
    if (error instanceof FileError) return undefined
    throw error
  }
}

const lineFeed = 0x0a
