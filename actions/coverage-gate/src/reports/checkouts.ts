import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createGit, type Git } from '@ci-actions/git'
import type { Deadline } from '@ci-actions/wait'
import type { FoundReport } from './find-reports.ts'

/** A Git repository in the workspace. */
export interface Checkout {
  /** Relative to the workspace: empty, or with a trailing slash (`path:` of actions/checkout). */
  readonly folder: string
  readonly git: Git
}

/**
 * Returns the repositories that contain the reports, outermost first. If no repository does, for example because
 * artifacts were downloaded next to a checkout, returns the repositories directly below the workspace.
 */
export function findCheckouts(
  reports: readonly FoundReport[],
  workspace: string,
  deadline: Deadline,
): Checkout[] {
  const isRepository = (folder: string): boolean => existsSync(join(workspace, folder, '.git'))
  const enclosing = new Set(['', ...reports.flatMap(({ path }) => enclosingFolders(path))])
  const withReports = [...enclosing].filter(isRepository)
  const found = withReports.length > 0 ? withReports : foldersIn(workspace).filter(isRepository)
  return found
    .sort((a, b) => a.length - b.length)
    .map((folder) => ({ folder, git: createGit(join(workspace, folder), deadline) }))
}

/** Returns the workspace as a repository, without checking that it is one. */
export function workspaceCheckout(workspace: string, deadline: Deadline): Checkout {
  return { folder: '', git: createGit(workspace, deadline) }
}

/** Returns `a/` and `a/b/` for `a/b/lcov.info`. */
function enclosingFolders(path: string): string[] {
  const folders: string[] = []
  for (let at = path.indexOf('/'); at > 0; at = path.indexOf('/', at + 1)) {
    folders.push(path.slice(0, at + 1))
  }
  return folders
}

function foldersIn(workspace: string): string[] {
  return readdirSync(workspace, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${name}/`)
}
