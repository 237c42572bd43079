import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createGit, GitError, withToken } from '@ci-actions/git'
import { ActionError, errorMessage, type Runner } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import type { Changes } from './changes.ts'
import type { Comparison } from './comparison.ts'
import { changesByGit } from './git-changes.ts'

interface Settings {
  /** The folder of the checkout, if there is one. */
  readonly folder: string
  readonly token: string | undefined
}

/**
 * Lists the changes with git if there is a checkout, and else from the API.
 *
 * @throws ActionError if both fail
 */
export async function findChanges(
  comparison: Comparison,
  { folder, token }: Settings,
  runner: Runner,
  deadline: Deadline,
): Promise<Changes> {
  const isCheckout = existsSync(join(folder, '.git'))
  let why = existsSync(folder)
    ? 'There is no checkout'
    : 'There is no checkout: "working-directory" does not exist'
  try {
    if (isCheckout) return await askGit(comparison, { folder, token }, runner, deadline)
  } catch (error) {
    if (!(error instanceof GitError)) throw error
    why = `Git could not list the changes: it ${error.message}`
  }
  if (!token) {
    throw new ActionError(
      `${why}, and "github-token" is empty, so the API cannot be used. ` +
        'Add actions/checkout before this step, or set the token.',
    )
  }
  if (isCheckout) runner.notice(`${why}. Using the API instead.`)
  return askApi(comparison, token, why, runner, deadline)
}

/** Tries git with the checkout's own credentials, and then with the token, which a private repository may need. */
async function askGit(
  comparison: Comparison,
  { folder, token }: Settings,
  runner: Runner,
  deadline: Deadline,
): Promise<Changes> {
  const git = createGit(folder, deadline)
  try {
    return await changesByGit(comparison, git)
  } catch (error) {
    if (!(error instanceof GitError) || !token) throw error
    const temporary = runner.env('RUNNER_TEMP') ?? tmpdir()
    const access = { server: runner.run.server, token, folder: temporary }
    return withToken(git, access, (other) => changesByGit(comparison, other)).catch((again) => {
      throw again instanceof GitError ? error : again
    })
  }
}

async function askApi(
  comparison: Comparison,
  token: string,
  why: string,
  runner: Runner,
  deadline: Deadline,
): Promise<Changes> {
  // Only a run without a usable checkout loads the clients.
  const { getOctokit } = await import('@ci-actions/github')
  const { changesByApi } = await import('./api-changes.ts')
  const permission = comparison.kind === 'pull' ? 'pull-requests: read' : 'contents: read'
  try {
    const octokit = await getOctokit({ token, permission }, runner, deadline)
    return await changesByApi(comparison, octokit, runner.run.repository)
  } catch (error) {
    runner.cancelled.throwIfAborted()
    throw error instanceof ActionError ? new ActionError(`${why}. ${errorMessage(error)}`) : error
  }
}
