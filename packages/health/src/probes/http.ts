import { type Connection, type HttpResponse, send } from '@ci-actions/http'
import { isLoopbackHost } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import { authorization } from '../credentials.ts'
import type { Headers } from '../headers.ts'
import type { Answered, Nothing } from '../observation.ts'
import type { Question } from '../question.ts'
import { shown, type Target } from '../target.ts'

/** As curl and the browsers have it, nobody needs more. */
const mostRedirects = 5

/** What is read of a body; a health page is not larger. */
const mostBytes = 1024 * 1024

/**
 * Asks `http(s)://host/path`, and follows where it leads.
 *
 * @throws ConnectionError when there is no complete answer
 */
export async function askHttp(
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
    const answer = await send({ ...step, connection, maxBytes: mostBytes }, deadline)
    if (!isRedirect(answer) || question.expected.has(answer.status)) {
      return { kind: 'answered', ...answer }
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

function isRedirect({ status, headers }: HttpResponse): boolean {
  return [301, 302, 303, 307, 308].includes(status) && headers.location !== undefined
}

/**
 * The request that a redirect asks for (RFC 9110 §15.4), or where it leads and is not followed.
 * What was meant for one host is not shown to another.
 */
export function follow(step: Step, { status, headers }: HttpResponse): Step | string {
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
  return isLoopbackHost(hostname) ? { ...connection, proxy: undefined } : connection
}
