import type { Agent, ClientRequest, IncomingMessage, RequestOptions } from 'node:http'
import { ActionError } from '@ci-actions/kit'
import { type Deadline, formatDuration } from '@ci-actions/wait'
import { type Content, decode } from './content-coding.ts'
import { loopback } from './loopback.ts'
import { type ProxyEnv, proxyFor } from './proxy.ts'
import { describeNetworkError } from './reason.ts'
import { certificateExpiry, type HttpResponse, toResponse } from './response.ts'

/** How to reach the other side, beyond its address. */
export interface Connection {
  readonly proxy?: ProxyEnv | undefined
  /** Certificates to trust in place of the built-in ones, PEM. */
  readonly ca?: string | undefined
  /** Trust whatever certificate is shown. */
  readonly insecure?: boolean | undefined
}

/** One request, sent once. */
export interface Request {
  readonly method: string
  readonly url: URL
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly body?: string | undefined
  readonly connection?: Connection | undefined
  /** What is read of the answer's body, at the most; bytes. */
  readonly maxBytes?: number | undefined
  /** How long the exchange may take, where that is less than the deadline; milliseconds. */
  readonly timeLimit?: number | undefined
  /** Called when the other side, or a proxy, is reached: from then on it may be carried out. */
  readonly onSent?: (() => void) | undefined
}

/**
 * There is no answer. `executed` is `no` when the request never left this machine, so that it can
 * be sent again whatever it does; `unknown` when it may have been carried out.
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
 * Sends one request and reads its answer, whatever its status; redirects are answers too.
 *
 * @throws ConnectionError when there is none; the deadline's reason when that ends first; ActionError when a
 *   header cannot be sent, or the proxy of the machine is no address
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
      // Of a socket that is closed nobody can tell any more.
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
      // A tunnel through a proxy is handed over connected.
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
      // A switch of protocols (101) closes it with neither an answer nor an error.
      if (!answered) {
        const error = new Error('the connection was closed before an answer came')
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
      `The header "${name}" cannot be sent: it holds a line break or another character that HTTP ` +
        'does not allow. Is its value complete, and on one line?',
    )
  }
}

// node:https costs 13 ms to load and fetch 40: who asks over http pays neither.
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

/** Most servers that speak TLS answer plain HTTP with nothing at all; only their port tells. */
function portHint({ protocol, port }: URL, error: Error): string {
  const isReset = 'code' in error && error.code === 'ECONNRESET'
  return isReset && protocol === 'http:' && /443$/.test(port)
    ? '; http asked of an https port?'
    : ''
}

/**
 * Whether it was the proxy that did not let a request out. Over http it is asked in place of the
 * service; an https request has no socket before its tunnel stands.
 */
function isProxyFailure({ socket }: ClientRequest, { url }: Request): boolean {
  return url.protocol === 'http:' || !socket
}

async function readContent(incoming: IncomingMessage, most: number): Promise<Content> {
  const coding = incoming.headers['content-encoding']
  return decode(await readBody(incoming, most), coding, most)
}

function readBody(incoming: IncomingMessage, most: number): Promise<Content> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let length = 0
    incoming.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      length += chunk.length
      if (length > most) finish()
    })
    const finish = (): void => {
      resolve({ bytes: Buffer.concat(chunks).subarray(0, most), truncated: length > most })
      incoming.destroy()
    }
    incoming.on('end', finish)
    incoming.on('error', reject)
    incoming.on('close', () =>
      reject(new Error('the connection was closed before the answer ended')),
    )
  })
}
