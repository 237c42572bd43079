import type { Agent, ClientRequest, IncomingMessage, RequestOptions } from 'node:http'
import { ActionError } from '@ci-actions/kit'
import { type Deadline, formatDuration } from '@ci-actions/wait'
import { type Content, decode } from './content-coding.ts'
import { loopback } from './loopback.ts'
import { type ProxyEnv, proxyFor } from './proxy.ts'
import { describeNetworkError } from './reason.ts'
import { certificateExpiry, type HttpResponse, toResponse } from './response.ts'

/** How to connect to a server. */
export interface Connection {
  readonly proxy?: ProxyEnv | undefined
  /** PEM certificates to trust instead of the built-in ones. */
  readonly ca?: string | undefined
  /** Trust any certificate. */
  readonly insecure?: boolean | undefined
}

/** A single request. */
export interface Request {
  readonly method: string
  readonly url: URL
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly body?: string | undefined
  readonly connection?: Connection | undefined
  /** Maximum number of bytes to read of the response body. */
  readonly maxBytes?: number | undefined
  /** Time limit in milliseconds, if shorter than the deadline. */
  readonly timeLimit?: number | undefined
  /** Called when the server or a proxy is connected; from then on the request may be executed. */
  readonly onSent?: (() => void) | undefined
}

/**
 * There is no response. `executed` is `no` if the request never left this machine and can be retried whatever it does,
 * and `unknown` if it may have been executed.
 */
export class ConnectionError extends Error {
  override name = 'ConnectionError'
  readonly executed: 'no' | 'unknown'

  constructor(reason: string, executed: 'no' | 'unknown', cause?: unknown) {
    super(reason, { cause })
    this.executed = executed
  }
}

const megabyte = 1024 * 1024

/**
 * Sends one request and returns the response, whatever its status; redirects are not followed.
 *
 * @throws ConnectionError if there is no response; the deadline's reason if that ends first; ActionError if a header
 * cannot be sent, or the proxy setting is invalid
 */
export function send(request: Request, deadline: Deadline): Promise<HttpResponse> {
  return new Promise((resolve, reject) => {
    deadline.signal.throwIfAborted()
    rejectUnsendable(request.headers ?? {})
    const { timeLimit } = request
    const attempt = timeLimit === undefined ? deadline : deadline.capped(timeLimit)
    const proxy = proxyFor(request.url, request.connection?.proxy)
    let isSent = false
    let answered = false
    const outgoing = open(request, proxy, (incoming) => {
      answered = true
      // The certificate is no longer available once the socket is closed.
      const certificateEnds = certificateExpiry(incoming.socket)
      readContent(incoming, request.maxBytes ?? 10 * megabyte).then(
        (content) => resolve(toResponse(incoming, content, certificateEnds)),
        (error) => fail(describeNetworkError(error), error),
      )
    })
    const fail = (reason: string, error: unknown): void => {
      const isOfProxy = proxy && !isSent && isProxyFailure(outgoing, request)
      outgoing.destroy()
      const where = isOfProxy ? `at the proxy ${proxy.host}, ${reason}` : reason
      reject(
        deadline.signal.aborted
          ? deadline.signal.reason
          : new ConnectionError(where, isSent ? 'unknown' : 'no', error),
      )
    }
    const markSent = (): void => {
      isSent = true
      request.onSent?.()
    }
    outgoing.on('socket', (socket) => {
      // A tunnel through a proxy is already connected here.
      if (!socket.connecting) return markSent()
      socket.once('encrypted' in socket ? 'secureConnect' : 'connect', markSent)
    })
    outgoing.on('error', (error) =>
      fail(`${describeNetworkError(error)}${portHint(request.url, error)}`, error),
    )
    const giveUp = (): void => {
      const what = isSent ? 'none' : 'no connection'
      fail(`${what} within ${formatDuration(timeLimit ?? 0)}`, attempt.signal.reason)
    }
    attempt.signal.addEventListener('abort', giveUp, { once: true })
    outgoing.on('close', () => {
      attempt.signal.removeEventListener('abort', giveUp)
      // A protocol switch (101) closes it without a response or an error.
      if (!answered) {
        const error = new Error('the connection was closed before a response arrived')
        fail(error.message, error)
      }
    })
    outgoing.end(request.body)
  })
}

function rejectUnsendable(headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) {
    if (!/[^\t\x20-\x7E\x80-\xFF]/.test(value)) continue
    throw new ActionError(
      `The header "${name}" cannot be sent: it contains a line break or another character that HTTP ` +
        'does not allow. Check that its value is complete and on one line.',
    )
  }
}

// Loading node:https takes 13 ms and fetch 40 ms; plain http needs neither.
function open(
  request: Request,
  proxy: URL | undefined,
  answered: (incoming: IncomingMessage) => void,
): ClientRequest {
  const { url, connection: { ca, insecure } = {}, body } = request
  const options: RequestOptions = {
    ...(!proxy && loopback(url.hostname)),
    method: request.method,
    headers: {
      'user-agent': 'ci-actions',
      ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
      ...request.headers,
    },
  }
  if (url.protocol === 'http:') {
    const http = process.getBuiltinModule('node:http')
    return http.request(url, { ...options, agent: agentFor(http.Agent, proxy) }, answered)
  }
  const https = process.getBuiltinModule('node:https')
  const trust = { ca, rejectUnauthorized: !insecure }
  return https.request(url, { ...options, ...trust, agent: agentFor(https.Agent, proxy) }, answered)
}

function agentFor<A extends typeof Agent>(Kind: A, proxy: URL | undefined): Agent | false {
  return proxy ? new Kind({ proxyEnv: { http_proxy: proxy.href, https_proxy: proxy.href } }) : false
}

/** Most TLS servers do not respond to plain HTTP at all, so only the port gives a hint. */
function portHint({ protocol, port }: URL, error: Error): string {
  const isReset = 'code' in error && error.code === 'ECONNRESET'
  return isReset && protocol === 'http:' && /443$/.test(port)
    ? '; http request to an https port?'
    : ''
}

/**
 * Whether the proxy failed and not the service. Plain http requests go to the proxy itself; an https request has no
 * socket until its tunnel is open.
 */
function isProxyFailure({ socket }: ClientRequest, { url }: Request): boolean {
  return url.protocol === 'http:' || !socket
}

async function readContent(incoming: IncomingMessage, maxBytes: number): Promise<Content> {
  const coding = incoming.headers['content-encoding']
  return decode(await readBody(incoming, maxBytes), coding, maxBytes)
}

function readBody(incoming: IncomingMessage, maxBytes: number): Promise<Content> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let length = 0
    incoming.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      length += chunk.length
      if (length > maxBytes) finish()
    })
    const finish = (): void => {
      resolve({ bytes: Buffer.concat(chunks).subarray(0, maxBytes), truncated: length > maxBytes })
      incoming.destroy()
    }
    incoming.on('end', finish)
    incoming.on('error', reject)
    incoming.on('close', () =>
      reject(new Error('the connection was closed before the response was complete')),
    )
  })
}
