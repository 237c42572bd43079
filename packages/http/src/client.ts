import { excerpt, Failure, parseJson } from '@ci-actions/kit'
import { type Deadline, growing, jittered, say, TimedOut } from '@ci-actions/wait'
import { type GenericSchema, is, object, string } from 'valibot'
import { type Answer, readJson } from './answer.ts'
import { inTurn } from './connections.ts'
import { retryAfter } from './retry-after.ts'
import { type Connection, type Request, send, Unanswered } from './send.ts'

/** The other side answered, and the answer is no. */
export class Refused extends Failure {
  override name = 'Refused'
  readonly status: number
  readonly answer: Answer

  constructor(message: string, answer: Answer) {
    super(message)
    this.status = answer.status
    this.answer = answer
  }
}

/**
 * The request may have been carried out or not: its answer was lost, or it was a 5xx. Whoever asked
 * has to look before asking again.
 */
export class Ambiguous extends Failure {
  override name = 'Ambiguous'
  /** True when there was an answer (a 5xx), false when it was lost on the way. */
  readonly answered: boolean
  /** That answer, where it is at hand. */
  readonly answer: Answer | undefined

  constructor(message: string, answered: boolean, answer?: Answer) {
    super(message)
    this.answered = answered
    this.answer = answer
  }
}

/** Who is asked. */
export interface Service {
  /** What a person calls it: `Render`. */
  readonly name: string
  /** Paths are appended to it. */
  readonly base: URL
  readonly headers?: Readonly<Record<string, string>>
  readonly connection?: Connection | undefined
  /** What to try, by status, for the workflow's author. */
  readonly hints?: Readonly<Record<number, string | ((answer: Answer) => string)>>
  /** Where to say what was asked again, and why. */
  readonly log: (line: string) => void
  /** Called each time it is asked. */
  readonly asking?: () => void
  /** Called when a request has left; until the next line of the log it may be carried out. */
  readonly sending?: () => void
  readonly dialect?: Dialect
}

/** What a service says in its own way, where others follow HTTP. */
export interface Dialect {
  /** The headers of one request, as for a signature that holds for a few minutes. */
  sign?(request: Request, deadline: Deadline): Promise<Readonly<Record<string, string>>>
  /** That a refusal does not mean what is asked; `times` is how often it has been asked again. */
  limit?(answer: Answer, times: number, now: Date): Limit | undefined
  /** What it says of a refusal. */
  words?(answer: Answer): string
}

/** The request was not carried out, and may be later: there were too many, unless `reason` says otherwise. */
export interface Limit {
  readonly reason?: string
  /** What the other side asks to wait, where it says; milliseconds. */
  readonly wait: number | undefined
}

/** What is asked of a service. */
export interface Question {
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
  readonly repeatable?: boolean
  /** How often to ask when there is no usable answer, the first time included; rate limits do not count. */
  readonly tries?: number
  /** How long one exchange may take, in milliseconds, where it carries much. */
  readonly attemptTimeout?: number
}

/** No single exchange with an API takes longer than this, unless it says so. */
const usualTimeout = 30_000

/** Answers that come from overload or a gateway, not from the request. */
const passing = new Set([500, 502, 503, 504])

/**
 * Talks JSON with one service under one deadline. Asks again what may be asked again: anything that
 * never left this machine or was answered 429, and after a 5xx or a lost answer what is repeatable.
 */
export class Client {
  readonly #service: Service

  constructor(service: Service) {
    this.#service = service
  }

  /**
   * @throws Refused on any other status, Ambiguous when what is not repeatable may have been done,
   *   TimedOut or Cancelled when the deadline ends
   */
  async ask(question: Question, deadline: Deadline): Promise<Answer> {
    const { clock } = deadline
    const { repeatable = question.method === 'GET', tries = 5 } = question
    const pace = jittered(growing(500, 2, 15_000), clock.random)
    for (let times = 0, failures = 0; ; times++) {
      deadline.signal.throwIfAborted()
      this.#service.asking?.()
      const outcome = await this.#once(question, deadline)
      const wait = waitOf(outcome, times, clock.date(), this.#service.dialect)
      if (wait.kind === 'done') return wait.answer
      if (wait.kind === 'refused') throw this.#refused(question, wait.answer)
      if (wait.counts) failures++
      const answer = outcome instanceof Unanswered ? undefined : outcome
      const said = answer ? this.#said(answer) : ''
      if (wait.executed === 'unknown' && !repeatable) {
        throw new Ambiguous(`${this.#subject(question)} ${wait.reason}${said}.`, !!answer, answer)
      }
      if (failures >= tries) {
        const often = tries === 1 ? '' : `, ${tries} times in a row`
        throw new Failure(
          `${this.#subject(question)} ${wait.reason}${often}${said}.${this.#hint(answer)}`,
        )
      }
      // At least a moment, and longer each time, so that a limit is not hammered, whatever it says.
      const pause = Math.max(wait.asked ?? 0, 250 + pace(times))
      if (pause > deadline.remaining) {
        throw new TimedOut(
          `${this.#subject(question)} ${wait.reason}, to be asked again in ${say(pause)}; ` +
            `${say(deadline.remaining)} is left of the time given.`,
        )
      }
      this.#service.log(`${this.#subject(question)} ${wait.reason}; asking again in ${say(pause)}.`)
      await deadline.sleep(pause)
    }
  }

  /** The same, and the answer's JSON, checked against its shape. */
  async askJson<T>(
    question: Question,
    shape: GenericSchema<unknown, T>,
    deadline: Deadline,
  ): Promise<T> {
    const answer = await this.ask(question, deadline)
    return readJson(answer, shape, `The answer of ${this.#service.name} to ${nameOf(question)}`)
  }

  async #once(question: Question, deadline: Deadline): Promise<Answer | Unanswered> {
    const { attemptTimeout = usualTimeout } = question
    const { sending } = this.#service
    const request = { ...this.#request(question), timeLimit: attemptTimeout, sending }
    try {
      const signed = await this.#signed(request, deadline)
      return await inTurn(deadline.signal, () => send(signed, deadline))
    } catch (error) {
      if (error instanceof Unanswered) return error
      if (deadline.signal.aborted) throw this.#overdue(question, deadline.signal.reason)
      if (!(error instanceof TimedOut)) throw error
      return new Unanswered(`it could not be signed within ${say(attemptTimeout)}`, 'no', error)
    }
  }

  #request(question: Question): Request {
    const { base, headers, connection } = this.#service
    const { json } = question
    const body = question.body ?? (json === undefined ? undefined : JSON.stringify(json))
    return {
      method: question.method,
      url: addressOf(base, question),
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json; charset=utf-8' }),
        ...headers,
        ...question.headers,
      },
      body,
      connection,
    }
  }

  async #signed(request: Request, deadline: Deadline): Promise<Request> {
    const { dialect } = this.#service
    if (!dialect?.sign) return request
    const limit = deadline.within(request.timeLimit ?? usualTimeout)
    return { ...request, headers: await dialect.sign(request, limit) }
  }

  /** Who was waited for when the time was over; a cancellation says enough. */
  #overdue(question: Question, reason: unknown): unknown {
    if (!(reason instanceof TimedOut)) return reason
    return new TimedOut(`${this.#subject(question)} gave no answer. ${reason.message}`)
  }

  #refused(question: Question, answer: Answer): Refused {
    return new Refused(
      `${this.#subject(question)} answered ${answer.status}${this.#said(answer)}.${this.#hint(answer)}`,
      answer,
    )
  }

  /** What the service says of its answer, as the end of a sentence. */
  #said(answer: Answer): string {
    const said = this.#service.dialect?.words?.(answer) ?? wordsOf(answer)
    return said === '' ? '' : `: "${said}"`
  }

  #hint(answer: Answer | undefined): string {
    if (!answer) return ''
    const hint = this.#service.hints?.[answer.status]
    const text = typeof hint === 'function' ? hint(answer) : hint
    return text ? ` ${text}` : ''
  }

  /** Who is spoken of and what was asked; without the query, which may hold a secret. */
  #subject(question: Question): string {
    const { name } = this.#service
    return question.path === '' && !question.name ? name : `${name} (${nameOf(question)})`
  }
}

type Wait =
  | { kind: 'done'; answer: Answer }
  | { kind: 'refused'; answer: Answer }
  | {
      kind: 'again'
      reason: string
      executed: 'no' | 'unknown'
      /** What the other side asked for; milliseconds. */
      asked?: number | undefined
      /** Whether it counts against the tries. */
      counts: boolean
    }

function waitOf(
  outcome: Answer | Unanswered,
  times: number,
  now: Date,
  dialect: Dialect | undefined,
): Wait {
  if (outcome instanceof Unanswered) {
    const reason = `gave no answer: ${outcome.message}`
    return { kind: 'again', reason, executed: outcome.executed, counts: true }
  }
  const { status, headers } = outcome
  if (status >= 200 && status < 300) return { kind: 'done', answer: outcome }
  const limit = dialect?.limit?.(outcome, times, now) ?? usualLimit(outcome, now)
  if (!limit && !passing.has(status)) return { kind: 'refused', answer: outcome }
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
function usualLimit({ status, headers }: Answer, now: Date): Limit | undefined {
  return status === 429 ? { wait: retryAfter(headers, now) } : undefined
}

function addressOf(base: URL, { path, query = {} }: Question): URL {
  const url = new URL(base)
  if (path !== '') url.pathname = `${base.pathname.replace(/\/$/, '')}${path}`
  for (const [name, value] of Object.entries(query)) url.searchParams.append(name, value)
  return url
}

function nameOf({ name, method, path }: Question): string {
  return name ?? (path === '' ? method : `${method} ${path}`)
}

const errorShape = object({ message: string() })

/** What an API says of its refusal: the message of its JSON, else the beginning of its text. */
function wordsOf({ body }: Answer): string {
  const parsed = parseJson(body)
  return excerpt(is(errorShape, parsed) ? parsed.message : body.replace(/<[^>]*>/g, ' '))
}
