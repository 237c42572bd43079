import { ActionError, excerpt, parseJson } from '@ci-actions/kit'
import {
  type Deadline,
  exponential,
  formatDuration,
  fullJitter,
  TimeoutError,
} from '@ci-actions/wait'
import { type GenericSchema, is, object, string } from 'valibot'
import { withConnection } from './connections.ts'
import { type HttpResponse, readJson } from './response.ts'
import { retryAfter } from './retry-after.ts'
import { type Connection, ConnectionError, type Request, send } from './send.ts'

/** The other side answered, and the answer is no. */
export class HttpError extends ActionError {
  override name = 'HttpError'
  readonly status: number
  readonly response: HttpResponse

  constructor(message: string, answer: HttpResponse) {
    super(message)
    this.status = answer.status
    this.response = answer
  }
}

/**
 * The request may have been carried out or not: its answer was lost, or it was a 5xx. Whoever asked
 * has to look before asking again.
 */
export class IndeterminateError extends ActionError {
  override name = 'IndeterminateError'
  /** True when there was an answer (a 5xx), false when it was lost on the way. */
  readonly answered: boolean
  /** That answer, where it is at hand. */
  readonly response: HttpResponse | undefined

  constructor(message: string, answered: boolean, answer?: HttpResponse) {
    super(message)
    this.answered = answered
    this.response = answer
  }
}

/** Who is asked. */
export interface ApiConfig {
  /** What a person calls it: `Render`. */
  readonly name: string
  /** Paths are appended to it. */
  readonly base: URL
  readonly headers?: Readonly<Record<string, string>>
  readonly connection?: Connection | undefined
  /** What to try, by status, for the workflow's author. */
  readonly hints?: Readonly<Record<number, string | ((answer: HttpResponse) => string)>>
  /** Where to say what was asked again, and why. */
  readonly log: (line: string) => void
  /** Called each time it is asked. */
  readonly onAttempt?: () => void
  /** Called when a request has left; until the next line of the log it may be carried out. */
  readonly onSent?: () => void
  readonly protocol?: ApiProtocol
}

/** What a service says in its own way, where others follow HTTP. */
export interface ApiProtocol {
  /** The headers of one request, as for a signature that holds for a few minutes. */
  sign?(request: Request, deadline: Deadline): Promise<Readonly<Record<string, string>>>
  /** That a refusal does not mean what is asked; `times` is how often it has been asked again. */
  rateLimit?(answer: HttpResponse, times: number, now: Date): RateLimit | undefined
  /** What it says of a refusal. */
  errorMessage?(answer: HttpResponse): string
}

/** The request was not carried out, and may be later: there were too many, unless `reason` says otherwise. */
export interface RateLimit {
  readonly reason?: string
  /** What the other side asks to wait, where it says; milliseconds. */
  readonly wait: number | undefined
}

/** What is asked of a service. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Appended to the base; empty for a webhook. */
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly json?: unknown
  /** In place of `json`: the body as it is to be sent, of a type that `headers` tells. */
  readonly body?: string | undefined
  /** What a person calls it, where method and path do not tell: `DescribeServices`. */
  readonly name?: string | undefined
  /** Whether doing it twice is the same as doing it once; true for GET alone unless said. */
  readonly idempotent?: boolean
  /** How often to ask when there is no usable answer, the first time included; rate limits do not count. */
  readonly tries?: number
  /** How long one exchange may take, in milliseconds, where it carries much. */
  readonly attemptTimeout?: number
}

/** No single exchange with an API takes longer than this, unless it says so. */
const defaultTimeout = 30_000

/** Answers that come from overload or a gateway, not from the request. */
const transientStatuses = new Set([500, 502, 503, 504])

/**
 * Talks JSON with one service under one deadline. Asks again what may be asked again: anything that
 * never left this machine or was answered 429, and after a 5xx or a lost answer what is idempotent.
 */
export class Client {
  readonly #api: ApiConfig

  constructor(service: ApiConfig) {
    this.#api = service
  }

  /**
   * @throws HttpError on any other status, IndeterminateError when what is not idempotent may have been done,
   *   TimeoutError or CancelledError when the deadline ends
   */
  async request(request: ApiRequest, deadline: Deadline): Promise<HttpResponse> {
    const { clock } = deadline
    const { idempotent = request.method === 'GET', tries = 5 } = request
    const backoff = fullJitter(exponential(500, 2, 15_000), clock.random)
    for (let times = 0, failures = 0; ; times++) {
      deadline.signal.throwIfAborted()
      this.#api.onAttempt?.()
      const outcome = await this.#attempt(request, deadline)
      const wait = retryDecision(outcome, times, clock.date(), this.#api.protocol)
      if (wait.kind === 'done') return wait.answer
      if (wait.kind === 'refused') throw this.#httpError(request, wait.answer)
      if (wait.counts) failures++
      const answer = outcome instanceof ConnectionError ? undefined : outcome
      const said = answer ? this.#quoteError(answer) : ''
      if (wait.executed === 'unknown' && !idempotent) {
        throw new IndeterminateError(
          `${this.#subject(request)} ${wait.reason}${said}.`,
          !!answer,
          answer,
        )
      }
      if (failures >= tries) {
        const often = tries === 1 ? '' : `, ${tries} times in a row`
        throw new ActionError(
          `${this.#subject(request)} ${wait.reason}${often}${said}.${this.#hint(answer)}`,
        )
      }
      // At least a moment, and longer each time, so that a limit is not hammered, whatever it says.
      const pause = Math.max(wait.asked ?? 0, 250 + backoff(times))
      if (pause > deadline.remaining) {
        throw new TimeoutError(
          `${this.#subject(request)} ${wait.reason}, to be asked again in ${formatDuration(pause)}; ` +
            `${formatDuration(deadline.remaining)} is left of the time given.`,
        )
      }
      this.#api.log(
        `${this.#subject(request)} ${wait.reason}; asking again in ${formatDuration(pause)}.`,
      )
      await deadline.sleep(pause)
    }
  }

  /** The same, and the answer's JSON, checked against its shape. */
  async requestJson<T>(
    request: ApiRequest,
    shape: GenericSchema<unknown, T>,
    deadline: Deadline,
  ): Promise<T> {
    const answer = await this.request(request, deadline)
    return readJson(answer, shape, `The answer of ${this.#api.name} to ${requestName(request)}`)
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

  /** Who was waited for when the time was over; a cancellation says enough. */
  #overdue(request: ApiRequest, reason: unknown): unknown {
    if (!(reason instanceof TimeoutError)) return reason
    return new TimeoutError(`${this.#subject(request)} gave no answer. ${reason.message}`)
  }

  #httpError(request: ApiRequest, answer: HttpResponse): HttpError {
    return new HttpError(
      `${this.#subject(request)} answered ${answer.status}${this.#quoteError(answer)}.${this.#hint(answer)}`,
      answer,
    )
  }

  /** What the service says of its answer, as the end of a sentence. */
  #quoteError(answer: HttpResponse): string {
    const said = this.#api.protocol?.errorMessage?.(answer) ?? errorMessageIn(answer)
    return said === '' ? '' : `: "${said}"`
  }

  #hint(answer: HttpResponse | undefined): string {
    if (!answer) return ''
    const hint = this.#api.hints?.[answer.status]
    const text = typeof hint === 'function' ? hint(answer) : hint
    return text ? ` ${text}` : ''
  }

  /** Who is spoken of and what was asked; without the query, which may hold a secret. */
  #subject(request: ApiRequest): string {
    const { name } = this.#api
    return request.path === '' && !request.name ? name : `${name} (${requestName(request)})`
  }
}

type RetryDecision =
  | { kind: 'done'; answer: HttpResponse }
  | { kind: 'refused'; answer: HttpResponse }
  | {
      kind: 'again'
      reason: string
      executed: 'no' | 'unknown'
      /** What the other side asked for; milliseconds. */
      asked?: number | undefined
      /** Whether it counts against the tries. */
      counts: boolean
    }

function retryDecision(
  outcome: HttpResponse | ConnectionError,
  times: number,
  now: Date,
  protocol: ApiProtocol | undefined,
): RetryDecision {
  if (outcome instanceof ConnectionError) {
    const reason = `gave no answer: ${outcome.message}`
    return { kind: 'again', reason, executed: outcome.executed, counts: true }
  }
  const { status, headers } = outcome
  if (status >= 200 && status < 300) return { kind: 'done', answer: outcome }
  const limit = protocol?.rateLimit?.(outcome, times, now) ?? standardRateLimit(outcome, now)
  if (!limit && !transientStatuses.has(status)) return { kind: 'refused', answer: outcome }
  return {
    kind: 'again',
    reason: limit
      ? `answered ${status} (${limit.reason ?? 'too many requests'})`
      : `answered ${status}`,
    executed: limit ? 'no' : 'unknown',
    // The reset of a limit says nothing about when a broken service is back.
    asked: limit ? limit.wait : retryAfter({ 'retry-after': headers['retry-after'] }, now),
    counts: !limit,
  }
}

/** @see https://www.rfc-editor.org/rfc/rfc6585#section-4 */
function standardRateLimit({ status, headers }: HttpResponse, now: Date): RateLimit | undefined {
  return status === 429 ? { wait: retryAfter(headers, now) } : undefined
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

/** What an API says of its refusal: the message of its JSON, else the beginning of its text. */
function errorMessageIn({ body }: HttpResponse): string {
  const parsed = parseJson(body)
  return excerpt(is(errorShape, parsed) ? parsed.message : body.replace(/<[^>]*>/g, ' '))
}
