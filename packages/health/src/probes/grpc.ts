import type { ClientHttp2Session, ClientHttp2Stream } from 'node:http2'
import querystring from 'node:querystring'
import {
  type Connection,
  ConnectionError,
  certificateExpiry,
  describeNetworkError,
  loopback,
} from '@ci-actions/http'
import { excerpt } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import type { Headers } from '../headers.ts'
import type { Said } from '../observation.ts'

/**
 * Asks `grpc://host:port/service` (`grpcs:` over TLS) how the service is; without a name, how the
 * server is.
 *
 * @see https://github.com/grpc/grpc/blob/master/doc/health-checking.md
 * @throws ConnectionError when there is no complete answer
 */
export async function askGrpc(
  url: URL,
  headers: Headers,
  connection: Connection,
  deadline: Deadline,
): Promise<Said> {
  deadline.signal.throwIfAborted()
  const service = querystring.unescape(url.pathname.slice(1))
  const session = open(url, connection)
  const giveUp = (): void => session.destroy(deadline.signal.reason)
  deadline.signal.addEventListener('abort', giveUp, { once: true })
  try {
    let certificateEnds: Date | undefined
    session.on('connect', (_session, socket) => {
      certificateEnds = certificateExpiry(socket)
    })
    const said = verdict(service, await call(session, headers, question(service)))
    return { ...said, certificateEnds }
  } catch (error) {
    if (deadline.signal.aborted) throw deadline.signal.reason
    // A stream only tells that it was given up; why is told by what took the connection down.
    const first = error instanceof Error && error.cause ? error.cause : error
    throw new ConnectionError(describeNetworkError(first), 'unknown', error)
  } finally {
    deadline.signal.removeEventListener('abort', giveUp)
    session.destroy()
  }
}

function open({ protocol, host, hostname }: URL, { ca, insecure }: Connection): ClientHttp2Session {
  const http2 = process.getBuiltinModule('node:http2')
  const scheme = protocol === 'grpcs:' ? 'https' : 'http'
  const trust = { ...(ca && { ca }), rejectUnauthorized: !insecure }
  return http2.connect(`${scheme}://${host}`, { ...loopback(hostname), ...trust })
}

interface Answer {
  /** Of HTTP. */
  readonly status: number
  readonly contentType: string
  /** Of gRPC, from the trailers, or from the headers where there is nothing else. */
  readonly grpcStatus: string | undefined
  readonly message: string
  readonly body: Buffer
}

/** More than any answer to this question has. */
const mostBytes = 4096

function call(session: ClientHttp2Session, headers: Headers, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const closed = (): void => reject(new Error('the connection was closed before an answer came'))
    session.on('error', reject)
    session.on('close', closed)
    const stream: ClientHttp2Stream = session.request({
      ...headers,
      ':method': 'POST',
      ':path': '/grpc.health.v1.Health/Check',
      'content-type': 'application/grpc',
      te: 'trailers',
    })
    let fields: Record<string, unknown> = {}
    const chunks: Buffer[] = []
    let length = 0
    stream.on('response', (head) => {
      fields = { ...head }
    })
    stream.on('trailers', (trailers) => {
      fields = { ...fields, ...trailers }
    })
    stream.on('data', (chunk: Buffer) => {
      if (length < mostBytes) chunks.push(chunk)
      length += chunk.length
    })
    stream.on('error', reject)
    stream.on('end', () => {
      if (fields[':status'] === undefined) return closed()
      resolve({
        status: Number(fields[':status']),
        contentType: String(fields['content-type'] ?? ''),
        grpcStatus: fields['grpc-status'] === undefined ? undefined : String(fields['grpc-status']),
        message: querystring.unescape(String(fields['grpc-message'] ?? '')),
        body: Buffer.concat(chunks),
      })
    })
    stream.end(body)
  })
}

/** The length-prefixed message `HealthCheckRequest { string service = 1 }`. */
function question(service: string): Buffer {
  const name = Buffer.from(service)
  const message =
    name.length === 0 ? name : Buffer.concat([Buffer.of(0x0a), varint(name.length), name])
  const prefix = Buffer.alloc(5)
  prefix.writeUInt32BE(message.length, 1)
  return Buffer.concat([prefix, message])
}

function varint(number: number): Buffer {
  const bytes: number[] = []
  let rest = number
  for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80)
  return Buffer.of(...bytes, rest)
}

const states = ['UNKNOWN', 'SERVING', 'NOT_SERVING', 'SERVICE_UNKNOWN']

function verdict(service: string, answer: Answer): Said {
  const { status, contentType, grpcStatus, message, body } = answer
  const no = (reason: string): Said => ({ kind: 'said', serving: false, reason })
  if (status !== 200 || !contentType.startsWith('application/grpc')) {
    return no(`answered HTTP ${status}, which is not gRPC`)
  }
  const named = service === '' ? 'the server' : excerpt(service, 80)
  if (grpcStatus === '5') return no(`knows no service "${named}" (NOT_FOUND)`)
  if (grpcStatus === '12') {
    return no('has no health service, grpc.health.v1.Health (UNIMPLEMENTED)')
  }
  if (grpcStatus !== '0') {
    const said = message === '' ? '' : `: ${excerpt(message, 120)}`
    return no(`answered gRPC status ${grpcStatus ?? 'none'}${said}`)
  }
  const state = stateIn(body)
  if (state === undefined) return no('answered gRPC status 0, but no health that can be read')
  const reason = `says of ${named}: ${states[state] ?? state}`
  return { kind: 'said', serving: states[state] === 'SERVING', reason }
}

/** `HealthCheckResponse { ServingStatus status = 1 }`; what is left out is 0. */
function stateIn(body: Buffer): number | undefined {
  if (body.length < 5 || body[0] !== 0) return undefined
  const message = body.subarray(5, 5 + body.readUInt32BE(1))
  if (message.length === 0) return 0
  const [tag, value] = message
  return tag === 0x08 && value !== undefined && value < 0x80 ? value : undefined
}
