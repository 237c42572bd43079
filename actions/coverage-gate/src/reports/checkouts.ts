import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createGit, type Git } from '@ci-actions/git'
import type { Deadline } from '@ci-actions/wait'
import type { FoundReport } from './find-reports.ts'

/** A git repository in the workspace. */
export interface Checkout {
  /** Relative to the workspace: empty, or with a slash at its end as `path:` of actions/checkout makes it. */
  readonly folder: string
  readonly git: Git
}

/**
 * The repositories that the reports stand in, that of the workspace first. Where they stand in none, as
 * artifacts that were put beside a checkout, those right below the workspace.
 */
export function findCheckouts(
  reports: readonly FoundReport[],
  workspace: string,
  deadline: Deadline,
): Checkout[] {
  const isRepository = (folder: string): boolean => existsSync(join(workspace, folder, '.git'))
  const around = new Set(['', ...reports.flatMap(({ path }) => foldersAround(path))])
  const holding = [...around].filter(isRepository)
  const found = holding.length > 0 ? holding : foldersIn(workspace).filter(isRepository)
  return found
    .sort((one, other) => one.length - other.length)
    .map((folder) => ({ folder, git: createGit(join(workspace, folder), deadline) }))
}

/** The workspace as a repository, whether or not it is one. */
export function workspaceCheckout(workspace: string, deadline: Deadline): Checkout {
  return { folder: '', git: createGit(workspace, deadline) }
}

/** `a/` and `a/b/` of `a/b/lcov.info`. */
function foldersAround(path: string): string[] {
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
