import { type ApiRequest, type Client, type HttpResponse, readJson } from '@ci-actions/http'
import { ActionError, excerpt } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import { array, type GenericSchema, nullish, object, string, unknown } from 'valibot'
import { responseShape } from './answers.ts'
import { missingPermission } from './api-config.ts'

/** Additions to Octokit's request options: `request: { idempotent: true }`. */
export interface RequestOptions {
  /** Whether repeating the request has the same effect as sending it once; default: by method. */
  readonly idempotent?: boolean
  /** The schema of a GraphQL response, for which Octokit has no types. */
  readonly shape?: GenericSchema
}

/** The arguments that Octokit passes to `fetch`. */
interface FetchRequest {
  readonly method: ApiRequest['method']
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** The parts of a `Response` that Octokit reads, with the body parsed (`parseSuccessResponseBody: false`). */
interface FetchResponse {
  readonly status: number
  readonly url: string
  readonly headers: ReadonlyMap<string, string>
  readonly body: unknown
}

/** GitHub's REST and GraphQL APIs, under the single deadline of the step. */
export interface Api {
  readonly rest: Client
  readonly graphql: Client
  /** The URL of the REST API, without a trailing slash. */
  readonly base: string
  readonly permission: string
  readonly deadline: Deadline
}

/**
 * Returns a `fetch` for Octokit that uses our client with its deadline, proxy, limits and retries. Octokit receives
 * responses only after validation.
 *
 * @throws like `Client.request`; ActionError for a response that does not match GitHub's description
 */
export function createFetch(
  api: Api,
  { idempotent, shape }: RequestOptions,
): (url: string, request: FetchRequest) => Promise<FetchResponse> {
  return async (url, { method, headers, body }) => {
    if (/\/graphql$/.test(url)) {
      const request = { method, path: '', headers, body, idempotent: true }
      const response = await api.graphql.request(request, api.deadline)
      return toFetchResponse(response, url, readGraphqlData(response, shape, api))
    }
    const [path = '', search] = url.slice(api.base.length).split('?')
    const query = Object.fromEntries(new URLSearchParams(search))
    const isIdempotent = idempotent ?? ['GET', 'DELETE'].includes(method)
    const request = { method, path, query, headers, body, idempotent: isIdempotent }
    const response = await api.rest.request(request, api.deadline)
    return toFetchResponse(response, url, readResponse(response, `${method} ${path}`))
  }
}

/** Returns the validated response; undefined if nothing of it is read. */
function readResponse(response: HttpResponse, request: string): unknown {
  const shape = responseShape(request)
  if (shape) return readJson(response, shape, `The response of GitHub to ${request}`)
  if (request.startsWith('GET ')) throw new Error(`answers.ts has no schema for ${request}.`)
  return undefined
}

const errorsShape = object({ errors: nullish(array(object({ message: string() })), []) })

/** GraphQL reports errors with status 200. */
function readGraphqlData(
  response: HttpResponse,
  data: GenericSchema = unknown(),
  { permission }: Api,
): unknown {
  const from = 'The response of GitHub to a GraphQL query'
  const [error] = readJson(response, errorsShape, from).errors
  if (error) {
    const need = missingPermission(error.message, permission)
    throw new ActionError(
      `GitHub (GraphQL) refused: "${excerpt(error.message)}".${need && ` ${need}`}`,
    )
  }
  return readJson(response, object({ data }), from)
}

function toFetchResponse(
  { status, headers }: HttpResponse,
  url: string,
  body: unknown,
): FetchResponse {
  const next = nextPage(String(headers.link ?? ''), url)
  return { status, url, headers: new Map(next ? [['link', `<${next}>; rel="next"`]] : []), body }
}

/**
 * Returns the URL of the next page. Only its query is taken from the link, so that the token is sent to no other host.
 */
function nextPage(link: string, url: string): string | undefined {
  const [, next] = /<([^<>]+)>;\s*rel="?next\b/.exec(link) ?? []
  const query = next && URL.parse(next, url)?.search
  const [address] = url.split('?')
  return query && `${address}${query}`
}
