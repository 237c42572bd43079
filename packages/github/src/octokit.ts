import { Client, HttpError, proxyFor } from '@ci-actions/http'
import { ActionError, errorMessage, type Runner } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import { githubApiConfig } from './api-config.ts'
import { createFetch } from './fetch.ts'

type Toolkit = typeof import('@actions/github')

/** The client of `@actions/github`: `octokit.rest`, `octokit.paginate`, `octokit.graphql`. */
export type Octokit = ReturnType<Toolkit['getOctokit']>

export interface GithubAccess {
  readonly token: string
  /** The permission to name in the error for a 403: `pull-requests: write`. */
  readonly permission: string
}

/**
 * Returns a client for GitHub's API with the given token, under the step's deadline. Its requests throw like
 * `Client.request`, and ActionError for a response that does not match GitHub's description.
 *
 * @throws ActionError if the environment prevents all requests
 */
export async function getOctokit(
  { token, permission }: GithubAccess,
  runner: Runner,
  deadline: Deadline,
): Promise<Octokit> {
  const base = (runner.env('GITHUB_API_URL') ?? 'https://api.github.com').replace(/\/+$/, '')
  const graphql = runner.env('GITHUB_GRAPHQL_URL') ?? `${base}/graphql`
  const api = {
    rest: new Client(githubApiConfig(base, permission, runner)),
    graphql: new Client(githubApiConfig(graphql, permission, runner)),
    base,
    permission,
    deadline,
  }
  // For an unusable proxy the toolkit only reports "Invalid URL".
  proxyFor(new URL(base), runner.proxy)
  const toolkit = await loadToolkit()
  const octokit = toolkit.getOctokit(token, {
    baseUrl: base,
    userAgent: 'ci-actions',
    request: { parseSuccessResponseBody: false },
  })
  octokit.hook.before('request', (options) => {
    const { idempotent, shape } = options.request
    // All parameters of a GET are part of its URL.
    if (options.method === 'GET') Object.assign(options, wellFormed(options))
    options.request = { ...options.request, fetch: createFetch(api, { idempotent, shape }) }
  })
  octokit.hook.error('request', (error) => {
    throw unwrapped(error)
  })
  return octokit
}

/**
 * Loads the toolkit. It reads the event and the proxy settings; if those are unreadable, the step fails with an error.
 */
async function loadToolkit(): Promise<Toolkit> {
  try {
    return await import(/* webpackMode: "eager" */ '@actions/github')
  } catch (error) {
    throw new ActionError(`@actions/github could not be loaded: ${errorMessage(error)}`)
  }
}

/** Replaces lone surrogates, which a URL cannot contain, with U+FFFD. */
function wellFormed(parameters: object): Record<string, string> {
  const texts = Object.entries(parameters).filter(([, value]) => typeof value === 'string')
  return Object.fromEntries(texts.map(([name, value]) => [name, value.toWellFormed()]))
}

/** Unwraps an error that `fetch` threw from Octokit's own error. */
function unwrapped(error: Error): unknown {
  const { cause = error } = error
  // Octokit treats an error with status 409 as the end of a list.
  return cause instanceof HttpError && cause.status === 409 ? new ActionError(cause.message) : cause
}

/** Splits `owner/name` into Octokit's parameters. */
export function ownerAndRepo(repository: string): { owner: string; repo: string } {
  const [owner = '', repo = ''] = repository.split('/')
  return { owner, repo }
}
