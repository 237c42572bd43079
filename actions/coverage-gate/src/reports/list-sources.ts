import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { ActionError, FileError, type Runner, readFile } from '@ci-actions/kit'
import { TimeoutError } from '@ci-actions/wait'
import type { Checkout } from './checkouts.ts'
import { filesBelow } from './files-below.ts'
import type { SourceRoot } from './source-tree.ts'

/** The files that reports can be about, and the folders that names may be relative to whatever the report. */
export interface Sources {
  readonly paths: readonly string[]
  readonly roots: readonly SourceRoot[]
  /** Why they are not those that git knows: completes "git …". */
  readonly withoutGit?: string
}

/**
 * Lists the files of the repositories, with those of their submodules. Where git cannot, as in a container that
 * has none, it is the files of the workspace.
 */
export async function listSources(
  checkouts: readonly Checkout[],
  { workspace, cancelled }: Runner,
): Promise<Sources> {
  try {
    if (checkouts.length === 0) throw new ActionError('finds no repository in the workspace')
    const paths = (await Promise.all(checkouts.map(listFiles))).flat()
    if (paths.length === 0) throw new ActionError('knows no file here')
    return { paths, roots: rootsOf(paths, workspace) }
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    cancelled.throwIfAborted()
    const isLate = error instanceof TimeoutError
    const withoutGit = isLate ? 'takes longer than "timeout" allows' : error.message
    const paths = filesBelow(workspace, mostFiles)
    return { paths, roots: rootsOf(paths, workspace), withoutGit }
  }
}

/** A workspace without git is looked through no further than this. */
const mostFiles = 100_000

async function listFiles({ folder, git }: Checkout): Promise<string[]> {
  const listed = await git.run('ls-files', '-z', '--cached', '--recurse-submodules')
  const paths = listed.split('\0')
  paths.pop()
  return folder === '' ? paths : paths.map((path) => folder + path)
}

function rootsOf(paths: readonly string[], workspace: string): SourceRoot[] {
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

const mostBytes = 1024 * 1024

/** What Go calls the folder of a go.mod. */
function goModule(path: string, workspace: string): SourceRoot | undefined {
  try {
    const text = readFile(join(workspace, path), mostBytes).toString()
    const [, name] = /^\s*module\s+"?([^\s"]+)/m.exec(text) ?? []
    if (name === undefined) return undefined
    return { prefix: `${name}/`, folder: path.slice(0, -'go.mod'.length) }
  } catch (error) {
    // Git knows it, but it was deleted since, or is a link that leads nowhere: it names no module.
    if (error instanceof FileError) return undefined
    throw error
  }
}
