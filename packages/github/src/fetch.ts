import { type ApiRequest, type Client, type HttpResponse, readJson } from '@ci-actions/http'
import { ActionError, excerpt } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import { array, type GenericSchema, nullish, object, string, unknown } from 'valibot'
import { responseShape } from './answers.ts'
import { missingPermission } from './api-config.ts'

/** What a request may say beside Octokit's own options: `request: { idempotent: true }`. */
export interface RequestOptions {
  /** Whether doing it twice is the same as doing it once, where its method does not say so. */
  readonly idempotent?: boolean
  /** What the answer to a GraphQL query is, which Octokit has no types for. */
  readonly shape?: GenericSchema
}

/** What Octokit gives to `fetch`. */
interface FetchRequest {
  readonly method: ApiRequest['method']
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** What Octokit reads of a `Response`, with the body parsed (`parseSuccessResponseBody: false`). */
interface FetchResponse {
  readonly status: number
  readonly url: string
  readonly headers: ReadonlyMap<string, string>
  readonly body: unknown
}

/** GitHub's two APIs, each asked with its own retries, and the one deadline of the step. */
export interface Api {
  readonly rest: Client
  readonly graphql: Client
  /** The address of the REST API, without a slash at its end. */
  readonly base: string
  readonly permission: string
  readonly deadline: Deadline
}

/**
 * A `fetch` for Octokit that sends through our client, so that its deadline, proxy, limits and retries
 * hold. Octokit gets the answer once it is checked.
 *
 * @throws as `Client.request`; ActionError for an answer that is not what GitHub describes
 */
export function createFetch(
  api: Api,
  { idempotent, shape }: RequestOptions,
): (url: string, asked: FetchRequest) => Promise<FetchResponse> {
  return async (url, { method, headers, body }) => {
    if (/\/graphql$/.test(url)) {
      const question = { method, path: '', headers, body, idempotent: true }
      const answer = await api.graphql.request(question, api.deadline)
      return toFetchResponse(answer, url, readGraphqlData(answer, shape, api))
    }
    const [path = '', search] = url.slice(api.base.length).split('?')
    const query = Object.fromEntries(new URLSearchParams(search))
    const isIdempotent = idempotent ?? ['GET', 'DELETE'].includes(method)
    const question = { method, path, query, headers, body, idempotent: isIdempotent }
    const answer = await api.rest.request(question, api.deadline)
    return toFetchResponse(answer, url, readResponse(answer, `${method} ${path}`))
  }
}

/** What is read of an answer; undefined where that is nothing. */
function readResponse(answer: HttpResponse, asked: string): unknown {
  const shape = responseShape(asked)
  if (shape) return readJson(answer, shape, `The response of GitHub to ${asked}`)
  if (asked.startsWith('GET ')) throw new Error(`answers.ts has no row for ${asked}.`)
  return undefined
}

const errorsShape = object({ errors: nullish(array(object({ message: string() })), []) })

/** GraphQL tells a refusal with a 200. */
function readGraphqlData(
  answer: HttpResponse,
  data: GenericSchema = unknown(),
  { permission }: Api,
): unknown {
  const from = 'The response of GitHub to a GraphQL query'
  const [error] = readJson(answer, errorsShape, from).errors
  if (error) {
    const need = missingPermission(error.message, permission)
    throw new ActionError(
      `GitHub (GraphQL) refused: "${excerpt(error.message)}".${need && ` ${need}`}`,
    )
  }
  return readJson(answer, object({ data }), from)
}

function toFetchResponse(
  { status, headers }: HttpResponse,
  url: string,
  body: unknown,
): FetchResponse {
  const next = nextPage(String(headers.link ?? ''), url)
  return { status, url, headers: new Map(next ? [['link', `<${next}>; rel="next"`]] : []), body }
}

/** Only its query is taken from the link to the next page: the token goes to no other address. */
function nextPage(link: string, url: string): string | undefined {
  const [, next] = /<([^<>]+)>;\s*rel="?next\b/.exec(link) ?? []
  const query = next && URL.parse(next, url)?.search
  const [address] = url.split('?')
  return query && `${address}${query}`
}
