import { type Connection, type HttpResponse, send } from '@ci-actions/http'
import { isLoopbackHost } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import { authorizationHeader } from '../credentials.ts'
import type { Headers } from '../headers.ts'
import type { ProbeRequest } from '../probe-request.ts'
import type { HttpResult, NoResponse } from '../probe-result.ts'
import { redactUrl, type Target } from '../target.ts'

/** Enough for health checks; also ends redirect loops. */
const maxRedirects = 5

/** How much of a body is read; health pages are smaller. */
const maxBytes = 1024 * 1024

/**
 * Requests `http(s)://host/path` and follows redirects.
 *
 * @throws ConnectionError when there is no complete response
 */
export async function probeHttp(
  target: Target,
  request: ProbeRequest,
  deadline: Deadline,
): Promise<HttpResult | NoResponse> {
  let step: Step = {
    method: request.method,
    url: target.url,
    headers: { ...request.headers, ...authorizationHeader(target.login) },
    body: request.body,
  }
  for (let redirects = 0; ; redirects++) {
    const connection = selectConnection(step.url, request.connection)
    const response = await send({ ...step, connection, maxBytes }, deadline)
    if (!isRedirect(response) || request.expectedStatus.has(response.status)) {
      return { kind: 'http', ...response }
    }
    const next =
      redirects < maxRedirects ? followRedirect(step, response) : `more than ${maxRedirects} times`
    if (typeof next === 'string') {
      return { kind: 'no-response', status: response.status, reason: `redirects ${next}` }
    }
    step = next
  }
}

/** One request in a chain of redirects. */
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
 * Returns the next request of a redirect (RFC 9110 §15.4), or why it is not followed, as the end of
 * "redirects …". Headers and body are not sent to another host.
 */
export function followRedirect(step: Step, { status, headers }: HttpResponse): Step | string {
  const location = headers.location ?? ''
  const url = URL.canParse(location, step.url.href) ? new URL(location, step.url) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) return 'to an address that is not http(s)'
  if (step.url.protocol === 'https:' && url.protocol === 'http:') {
    return `from https to ${redactUrl(url)}, which is not safe to follow`
  }
  url.username = ''
  url.password = ''
  const isForeign = url.host !== step.url.host
  const becomesGet = status === 303 || (status < 303 && step.method === 'POST')
  const kept = becomesGet && step.method !== 'HEAD' ? { method: 'GET', body: undefined } : step
  if (isForeign && kept.body !== undefined)
    return `the request body to another host, ${redactUrl(url)}`
  return { method: kept.method, body: kept.body, url, headers: isForeign ? {} : step.headers }
}

/** Returns the connection options for a host; localhost is never reached through a proxy. */
function selectConnection({ hostname }: URL, connection: Connection): Connection {
  return isLoopbackHost(hostname) ? { ...connection, proxy: undefined } : connection
}
