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
import type { ServerStatus } from '../probe-result.ts'

/**
 * Requests the health of the service in `grpc://host:port/service` (`grpcs:` over TLS); without a service
 * name, that of the server.
 *
 * @see https://github.com/grpc/grpc/blob/master/doc/health-checking.md
 * @throws ConnectionError when there is no complete response
 */
export async function probeGrpc(
  url: URL,
  headers: Headers,
  connection: Connection,
  deadline: Deadline,
): Promise<ServerStatus> {
  deadline.signal.throwIfAborted()
  const service = querystring.unescape(url.pathname.slice(1))
  const session = open(url, connection)
  const abort = (): void => session.destroy(deadline.signal.reason)
  deadline.signal.addEventListener('abort', abort, { once: true })
  try {
    let certificateEnds: Date | undefined
    session.on('connect', (_session, socket) => {
      certificateEnds = certificateExpiry(socket)
    })
    const response = await sendRequest(session, headers, encodeRequest(service))
    return { ...toServerStatus(service, response), certificateEnds }
  } catch (error) {
    if (deadline.signal.aborted) throw deadline.signal.reason
    // The error of a stream only says that it was aborted; its cause is the error of the connection.
    const cause = error instanceof Error && error.cause ? error.cause : error
    throw new ConnectionError(describeNetworkError(cause), 'unknown', error)
  } finally {
    deadline.signal.removeEventListener('abort', abort)
    session.destroy()
  }
}

function open({ protocol, host, hostname }: URL, { ca, insecure }: Connection): ClientHttp2Session {
  const http2 = process.getBuiltinModule('node:http2')
  const scheme = protocol === 'grpcs:' ? 'https' : 'http'
  const trust = { ...(ca && { ca }), rejectUnauthorized: !insecure }
  return http2.connect(`${scheme}://${host}`, { ...loopback(hostname), ...trust })
}

interface GrpcResponse {
  /** HTTP status. */
  readonly status: number
  readonly contentType: string
  /** gRPC status, from the trailers, or from the headers of a response without a body. */
  readonly grpcStatus: string | undefined
  readonly message: string
  readonly body: Buffer
}

/** Larger than any response to this request. */
const maxBytes = 4096

function sendRequest(
  session: ClientHttp2Session,
  headers: Headers,
  body: Buffer,
): Promise<GrpcResponse> {
  return new Promise((resolve, reject) => {
    const closed = (): void =>
      reject(new Error('the connection was closed before a response arrived'))
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
      if (length < maxBytes) chunks.push(chunk)
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

/** Encodes `HealthCheckRequest { string service = 1 }` as a length-prefixed message. */
function encodeRequest(service: string): Buffer {
  const name = Buffer.from(service)
  const message =
    name.length === 0 ? name : Buffer.concat([Buffer.of(0x0a), encodeVarint(name.length), name])
  const prefix = Buffer.alloc(5)
  prefix.writeUInt32BE(message.length, 1)
  return Buffer.concat([prefix, message])
}

function encodeVarint(number: number): Buffer {
  const bytes: number[] = []
  let rest = number
  for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80)
  return Buffer.of(...bytes, rest)
}

const servingStatuses = ['UNKNOWN', 'SERVING', 'NOT_SERVING', 'SERVICE_UNKNOWN']

function toServerStatus(service: string, response: GrpcResponse): ServerStatus {
  const { status, contentType, grpcStatus, message, body } = response
  const notServing = (reason: string): ServerStatus => ({
    kind: 'server-status',
    serving: false,
    reason,
  })
  if (status !== 200 || !contentType.startsWith('application/grpc')) {
    return notServing(`answered HTTP ${status}, which is not gRPC`)
  }
  const named = service === '' ? 'the server' : excerpt(service, 80)
  if (grpcStatus === '5') return notServing(`has no service "${named}" (NOT_FOUND)`)
  if (grpcStatus === '12') {
    return notServing('has no health service, grpc.health.v1.Health (UNIMPLEMENTED)')
  }
  if (grpcStatus !== '0') {
    const suffix = message === '' ? '' : `: ${excerpt(message, 120)}`
    return notServing(`answered gRPC status ${grpcStatus ?? 'none'}${suffix}`)
  }
  const state = parseServingStatus(body)
  if (state === undefined)
    return notServing('answered gRPC status 0, but without a readable health status')
  const reason = `reports ${servingStatuses[state] ?? state} for ${named}`
  return { kind: 'server-status', serving: servingStatuses[state] === 'SERVING', reason }
}

/** Parses `HealthCheckResponse { ServingStatus status = 1 }`; a missing field is 0. */
function parseServingStatus(body: Buffer): number | undefined {
  if (body.length < 5 || body[0] !== 0) return undefined
  const message = body.subarray(5, 5 + body.readUInt32BE(1))
  if (message.length === 0) return 0
  const [tag, value] = message
  return tag === 0x08 && value !== undefined && value < 0x80 ? value : undefined
}
