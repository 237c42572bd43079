import { ActionError, excerpt, parseJson } from '@ci-actions/kit'
import {
  type Deadline,
  exponential,
  formatDuration,
  fullJitter,
  TimeoutError,
} from '@ci-actions/wait'
import { type GenericSchema, is, object, string } from 'valibot'
import type { ApiConfig, ApiRequest } from './api.ts'
import { withConnection } from './connections.ts'
import { HttpError, IndeterminateError } from './errors.ts'
import { type HttpResponse, readJson } from './response.ts'
import { decideRetry } from './retry-decision.ts'
import { ConnectionError, type Request, send } from './send.ts'

/** Default time limit of one attempt in milliseconds. */
const defaultTimeout = 30_000

/**
 * A JSON client for one service, under one deadline. Retries requests that were not executed (connection errors, 429)
 * and, after a 5xx or a lost response, idempotent ones.
 */
export class Client {
  readonly #api: ApiConfig

  constructor(service: ApiConfig) {
    this.#api = service
  }

  /**
   * Sends a request, with retries.
   *
   * @throws HttpError on any other status, IndeterminateError if a request that is not idempotent may have been
   * executed, TimeoutError or CancelledError when the deadline ends
   */
  async request(request: ApiRequest, deadline: Deadline): Promise<HttpResponse> {
    const { clock } = deadline
    const { idempotent = request.method === 'GET', tries = 5 } = request
    const backoff = fullJitter(exponential(500, 2, 15_000), clock.random)
    for (let times = 0, failures = 0; ; times++) {
      deadline.signal.throwIfAborted()
      this.#api.onAttempt?.()
      const outcome = await this.#attempt(request, deadline)
      const wait = decideRetry(outcome, times, clock.date(), this.#api.protocol)
      if (wait.kind === 'done') return wait.response
      if (wait.kind === 'refused') throw this.#httpError(request, wait.response)
      if (wait.counts) failures++
      const response = outcome instanceof ConnectionError ? undefined : outcome
      const said = response ? this.#quoteError(response) : ''
      if (wait.executed === 'unknown' && !idempotent) {
        throw new IndeterminateError(
          `${this.#subject(request)} ${wait.reason}${said}.`,
          !!response,
          response,
        )
      }
      if (failures >= tries) {
        const often = tries === 1 ? '' : `, ${tries} times in a row`
        throw new ActionError(
          `${this.#subject(request)} ${wait.reason}${often}${said}.${this.#hint(response)}`,
        )
      }
      // A minimum delay that grows with each retry, so that a limit is not hammered, whatever it asks for.
      const pause = Math.max(wait.asked ?? 0, 250 + backoff(times))
      if (pause > deadline.remaining) {
        throw new TimeoutError(
          `${this.#subject(request)} ${wait.reason}; the next try would be in ${formatDuration(pause)}, ` +
            `but only ${formatDuration(deadline.remaining)} of the time limit is left.`,
        )
      }
      this.#api.log(
        `${this.#subject(request)} ${wait.reason}; retrying in ${formatDuration(pause)}.`,
      )
      await deadline.sleep(pause)
    }
  }

  /** Sends a request and returns the JSON of the response, validated against a schema. */
  async requestJson<T>(
    request: ApiRequest,
    shape: GenericSchema<unknown, T>,
    deadline: Deadline,
  ): Promise<T> {
    const response = await this.request(request, deadline)
    return readJson(response, shape, `The response of ${this.#api.name} to ${requestName(request)}`)
  }

  async #attempt(request: ApiRequest, deadline: Deadline): Promise<HttpResponse | ConnectionError> {
    const { attemptTimeout = defaultTimeout } = request
    const { onSent } = this.#api
    const outgoing = { ...this.#toRequest(request), timeLimit: attemptTimeout, onSent }
    try {
      const signed = await this.#sign(outgoing, deadline)
      return await withConnection(deadline.signal, () => send(signed, deadline))
    } catch (error) {
      if (error instanceof ConnectionError) return error
      if (deadline.signal.aborted) throw this.#overdue(request, deadline.signal.reason)
      if (!(error instanceof TimeoutError)) throw error
      return new ConnectionError(
        `it could not be signed within ${formatDuration(attemptTimeout)}`,
        'no',
        error,
      )
    }
  }

  #toRequest(request: ApiRequest): Request {
    const { base, headers, connection } = this.#api
    const { json } = request
    const body = request.body ?? (json === undefined ? undefined : JSON.stringify(json))
    return {
      method: request.method,
      url: buildUrl(base, request),
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json; charset=utf-8' }),
        ...headers,
        ...request.headers,
      },
      body,
      connection,
    }
  }

  async #sign(outgoing: Request, deadline: Deadline): Promise<Request> {
    const { protocol } = this.#api
    if (!protocol?.sign) return outgoing
    const limit = deadline.capped(outgoing.timeLimit ?? defaultTimeout)
    return { ...outgoing, headers: await protocol.sign(outgoing, limit) }
  }

  /** Adds the pending request to a timeout; a cancellation needs no explanation. */
  #overdue(request: ApiRequest, reason: unknown): unknown {
    if (!(reason instanceof TimeoutError)) return reason
    return new TimeoutError(`${this.#subject(request)} gave no answer. ${reason.message}`)
  }

  #httpError(request: ApiRequest, response: HttpResponse): HttpError {
    return new HttpError(
      `${this.#subject(request)} answered ${response.status}${this.#quoteError(response)}.${this.#hint(response)}`,
      response,
    )
  }

  /** Returns the service's error message as the end of a sentence. */
  #quoteError(response: HttpResponse): string {
    const said = this.#api.protocol?.errorMessage?.(response) ?? errorMessageIn(response)
    return said === '' ? '' : `: "${said}"`
  }

  #hint(response: HttpResponse | undefined): string {
    if (!response) return ''
    const hint = this.#api.hints?.[response.status]
    const text = typeof hint === 'function' ? hint(response) : hint
    return text ? ` ${text}` : ''
  }

  /** Names the service and the request, without the query, which may contain a secret. */
  #subject(request: ApiRequest): string {
    const { name } = this.#api
    return request.path === '' && !request.name ? name : `${name} (${requestName(request)})`
  }
}

function buildUrl(base: URL, { path, query = {} }: ApiRequest): URL {
  const url = new URL(base)
  if (path !== '') url.pathname = `${base.pathname.replace(/\/$/, '')}${path}`
  for (const [name, value] of Object.entries(query)) url.searchParams.append(name, value)
  return url
}

function requestName({ name, method, path }: ApiRequest): string {
  return name ?? (path === '' ? method : `${method} ${path}`)
}

const errorShape = object({ message: string() })

/** Returns the error message of a response: `message` of its JSON, or the beginning of its text. */
function errorMessageIn({ body }: HttpResponse): string {
  const parsed = parseJson(body)
  return excerpt(is(errorShape, parsed) ? parsed.message : body.replace(/<[^>]*>/g, ' '))
}
