import { type Answer, type Connection, send, Unanswered } from '@ci-actions/http'
import { isThisMachine } from '@ci-actions/kit'
import { type Deadline, say } from '@ci-actions/wait'
import { type Connected, connect } from './connect.ts'
import { authorization } from './credentials.ts'
import { askGrpc, type Said } from './grpc.ts'
import type { Headers } from './headers.ts'
import type { Statuses } from './statuses.ts'
import { shown, type Target } from './targets.ts'

/** What is asked of a target. */
export interface Question {
  readonly method: string
  readonly headers: Headers
  readonly body: string | undefined
  readonly connection: Connection
  /** Milliseconds that one try may take. */
  readonly attemptTimeout: number
  /** A redirect is followed unless it is what is expected. */
  readonly expected: Statuses
  /** What the service may send back of what it was sent, and nobody should see. */
  readonly secrets: readonly string[]
}

/** What one try showed; `latency` is in milliseconds, to the end of the answer, redirects included. */
export type Observation = (Nothing | Connected | Said | Answered) & {
  readonly latency: number
  /** Whole days that its certificate still holds. */
  readonly certificateDays?: number | undefined
}

/** No answer, or none that can be judged; why, in words. */
interface Nothing {
  readonly kind: 'nothing'
  readonly reason: string
  readonly status?: number
}

interface Answered extends Answer {
  readonly kind: 'answered'
}

/**
 * Looks at a target once.
 *
 * @throws TimedOut or Cancelled when the deadline ends first
 */
export async function probe(
  target: Target,
  question: Question,
  deadline: Deadline,
): Promise<Observation> {
  const { attemptTimeout } = question
  const isCutShort = deadline.remaining < attemptTimeout
  const attempt = deadline.within(attemptTimeout)
  const began = deadline.clock.now()
  const seen = await look(target, question, attempt).catch((error): Nothing => {
    if (error instanceof Unanswered) return { kind: 'nothing', reason: error.message }
    if (!attempt.signal.aborted || deadline.signal.aborted || isCutShort) throw error
    return { kind: 'nothing', reason: `gave no complete answer within ${say(attemptTimeout)}` }
  })
  const latency = Math.ceil(deadline.clock.now() - began)
  return { ...seen, latency, certificateDays: daysLeft(seen, deadline.clock.date()) }
}

const day = 24 * 60 * 60 * 1000

function daysLeft(seen: Nothing | Connected | Said | Answered, now: Date): number | undefined {
  const end = 'certificateEnds' in seen ? seen.certificateEnds : undefined
  return end && Math.floor((end.getTime() - now.getTime()) / day)
}

function look(target: Target, question: Question, deadline: Deadline) {
  const { url } = target
  const { headers, connection } = question
  switch (url.protocol) {
    case 'tcp:':
    case 'unix:':
      return connect(url, deadline)
    case 'grpc:':
    case 'grpcs:':
      return askGrpc(url, { ...headers, ...authorization(target.login) }, connection, deadline)
    default:
      return ask(target, question, deadline)
  }
}

/** As curl and the browsers have it, nobody needs more. */
const mostRedirects = 5

/** What is read of a body; a health page is not larger. */
const mostBytes = 1024 * 1024

async function ask(
  target: Target,
  question: Question,
  deadline: Deadline,
): Promise<Answered | Nothing> {
  let step: Step = {
    method: question.method,
    url: target.url,
    headers: { ...question.headers, ...authorization(target.login) },
    body: question.body,
  }
  for (let redirects = 0; ; redirects++) {
    const connection = connectionTo(step.url, question.connection)
    const answer = await send({ ...step, connection, mostBytes }, deadline)
    if (!isRedirect(answer) || question.expected.has(answer.status)) {
      return { kind: 'answered', ...withoutSecrets(answer, question.secrets) }
    }
    const next =
      redirects < mostRedirects ? follow(step, answer) : `more than ${mostRedirects} times`
    if (typeof next === 'string') {
      return { kind: 'nothing', status: answer.status, reason: `redirects ${next}` }
    }
    step = next
  }
}

/** One request on the way that redirects lead. */
export interface Step {
  readonly method: string
  readonly url: URL
  readonly headers: Headers
  readonly body: string | undefined
}

function isRedirect({ status, headers }: Answer): boolean {
  return [301, 302, 303, 307, 308].includes(status) && headers.location !== undefined
}

/**
 * The request that a redirect asks for (RFC 9110 §15.4), or where it leads and is not followed.
 * What was meant for one host is not shown to another.
 */
export function follow(step: Step, { status, headers }: Answer): Step | string {
  const location = headers.location ?? ''
  const url = URL.canParse(location, step.url.href) ? new URL(location, step.url) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) return 'to an address that is not http(s)'
  if (step.url.protocol === 'https:' && url.protocol === 'http:') {
    return `from https to ${shown(url)}, which is not safe to follow`
  }
  url.username = ''
  url.password = ''
  const isForeign = url.host !== step.url.host
  const becomesGet = status === 303 || (status < 303 && step.method === 'POST')
  const kept = becomesGet && step.method !== 'HEAD' ? { method: 'GET', body: undefined } : step
  if (isForeign && kept.body !== undefined) return `the body that was sent to ${shown(url)}`
  return { method: kept.method, body: kept.body, url, headers: isForeign ? {} : step.headers }
}

/** This machine is not reached through a proxy. */
function connectionTo({ hostname }: URL, connection: Connection): Connection {
  return isThisMachine(hostname) ? { ...connection, proxy: undefined } : connection
}

/** Before anything is cut off, which might leave half a secret that no mask knows. */
function withoutSecrets(answer: Answer, secrets: readonly string[]): Answer {
  const hide = (text: string): string =>
    secrets.reduce((it, one) => it.replaceAll(one, '***'), text)
  const headers = Object.entries(answer.headers).map(([name, value]) => {
    return [name, hide([value ?? []].flat().join(', '))]
  })
  return { ...answer, headers: Object.fromEntries(headers), body: hide(answer.body) }
}
