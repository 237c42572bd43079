import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { ActionError, FileError, type Runner, readFile } from '@ci-actions/kit'
import { TimeoutError } from '@ci-actions/wait'
import type { Checkout } from './checkouts.ts'
import { listFilesBelow } from './files-below.ts'
import type { SourceRoot } from './source-tree.ts'

/** The source files, and the folders that names in any report may be relative to. */
export interface Sources {
  readonly paths: readonly string[]
  readonly roots: readonly SourceRoot[]
  /** Why Git could not list them: completes "Git cannot list the files of the checkout: it …". */
  readonly withoutGit?: string
}

/**
 * Lists the files of the repositories and their submodules. If Git cannot, for example in a container without it,
 * lists the files of the workspace.
 */
export async function listSources(
  checkouts: readonly Checkout[],
  { workspace, cancelled }: Runner,
): Promise<Sources> {
  try {
    if (checkouts.length === 0) throw new ActionError('finds no repository in the workspace')
    const paths = (await Promise.all(checkouts.map(listFiles))).flat()
    if (paths.length === 0) throw new ActionError('lists no files')
    return { paths, roots: findRoots(paths, workspace) }
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    cancelled.throwIfAborted()
    const isLate = error instanceof TimeoutError
    const withoutGit = isLate ? 'takes longer than "timeout" allows' : error.message
    const paths = listFilesBelow(workspace, maxFiles)
    return { paths, roots: findRoots(paths, workspace), withoutGit }
  }
}

/** How many entries of a workspace without Git are read. */
const maxFiles = 100_000

async function listFiles({ folder, git }: Checkout): Promise<string[]> {
  const listed = await git.run('ls-files', '-z', '--cached', '--recurse-submodules')
  const paths = listed.split('\0')
  paths.pop()
  return folder === '' ? paths : paths.map((path) => folder + path)
}

function findRoots(paths: readonly string[], workspace: string): SourceRoot[] {
  const folders = new Set([workspace, realpathSync(workspace)])
  const modules = paths.filter((path) => path === 'go.mod' || path.endsWith('/go.mod'))
  return [
    ...Array.from(folders, (path) => ({ prefix: withSlash(path), folder: '' })),
    ...modules.flatMap((path) => goModule(path, workspace) ?? []),
  ]
}

function withSlash(path: string): string {
  return `${path.replaceAll('\\', '/').replace(/\/$/, '')}/`
}

const maxBytes = 1024 * 1024

/** Returns the module path that a go.mod declares for its folder. */
function goModule(path: string, workspace: string): SourceRoot | undefined {
  try {
    const text = readFile(join(workspace, path), maxBytes).toString()
    const [, name] = /^\s*module\s+"?([^\s"]+)/m.exec(text) ?? []
    if (name === undefined) return undefined
    return { prefix: `${name}/`, folder: path.slice(0, -'go.mod'.length) }
  } catch (error) {
    // It was deleted after the checkout, or is a broken link.
    if (error instanceof FileError) return undefined
    throw error
  }
}
