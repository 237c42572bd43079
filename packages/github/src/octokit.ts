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
  /** What the token must be allowed, for the one who reads a 403: `pull-requests: write`. */
  readonly permission: string
}

/**
 * GitHub's API, as this run's token may use it, under the deadline of the step. Whatever it asks throws
 * as `Client.request`, and an ActionError for an answer that is not what GitHub describes.
 *
 * @throws ActionError when the environment is such that it cannot be asked at all
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
  // Of a proxy that cannot be used the toolkit says only "Invalid URL".
  proxyFor(new URL(base), runner.proxy)
  const toolkit = await loadToolkit()
  const octokit = toolkit.getOctokit(token, {
    baseUrl: base,
    userAgent: 'ci-actions',
    request: { parseSuccessResponseBody: false },
  })
  octokit.hook.before('request', (options) => {
    const { idempotent, shape } = options.request
    // All parameters of a GET stand in its address.
    if (options.method === 'GET') Object.assign(options, wellFormed(options))
    options.request = { ...options.request, fetch: createFetch(api, { idempotent, shape }) }
  })
  octokit.hook.error('request', (error) => {
    throw unwrapped(error)
  })
  return octokit
}

/** Loading it reads the event and the proxy of the environment: what it cannot read is an error of this step. */
async function loadToolkit(): Promise<Toolkit> {
  try {
    return await import(/* webpackMode: "eager" */ '@actions/github')
  } catch (error) {
    throw new ActionError(`@actions/github cannot be used here: ${errorMessage(error)}`)
  }
}

/** Half of a character, which no address can hold, is U+FFFD. */
function wellFormed(parameters: object): Record<string, string> {
  const texts = Object.entries(parameters).filter(([, value]) => typeof value === 'string')
  return Object.fromEntries(texts.map(([name, value]) => [name, value.toWellFormed()]))
}

/** Octokit wraps what `fetch` throws in an error of its own. */
function unwrapped(error: Error): unknown {
  const { cause = error } = error
  // Octokit takes an error with the status 409 for the end of a list.
  return cause instanceof HttpError && cause.status === 409 ? new ActionError(cause.message) : cause
}

/** `owner/name` as Octokit's parameters. */
export function ownerAndRepo(repository: string): { owner: string; repo: string } {
  const [owner = '', repo = ''] = repository.split('/')
  return { owner, repo }
}
