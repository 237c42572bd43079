import {
  createSecureServer,
  createServer,
  type Http2Server,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from 'node:http2'

/** What is said of a service: a state of the health protocol, a gRPC status, or something broken. */
export type Health =
  | { readonly state: number }
  | { readonly grpcStatus: number; readonly message?: string }
  | { readonly answer: (stream: ServerHttp2Stream) => void }

export interface GrpcServer {
  readonly port: number
  /** The metadata of each question, oldest first, with the service asked for. */
  readonly questions: { readonly service: string; readonly authorization: string | undefined }[]
  set(service: string, health: Health): void
  close(): Promise<void>
}

/** The health service of gRPC, version 1, for the services that are set. */
export async function startGrpcHealth(tls?: { key: string; cert: string }): Promise<GrpcServer> {
  const services = new Map<string, Health>()
  const questions: { service: string; authorization: string | undefined }[] = []
  const server: Http2Server = tls ? createSecureServer(tls) : createServer()
  const sessions = new Set<ServerHttp2Session>()
  server.on('session', (session) => sessions.add(session))
  server.on('stream', (stream, headers) => {
    const chunks: Buffer[] = []
    stream.on('error', () => {})
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      const service = serviceOf(Buffer.concat(chunks))
      questions.push({ service, authorization: headers.authorization })
      if (headers[':path'] !== '/grpc.health.v1.Health/Check')
        return respond(stream, { grpcStatus: 12 })
      respond(stream, services.get(service) ?? { grpcStatus: 5, message: 'unknown service' })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return {
    port: address.port,
    questions,
    set: (service, health) => void services.set(service, health),
    close: () =>
      new Promise((resolve) => {
        for (const session of sessions) session.destroy()
        server.close(() => resolve())
      }),
  }
}

/** `HealthCheckRequest { string service = 1 }`, of names shorter than 128 bytes. */
function serviceOf(framed: Buffer): string {
  const message = framed.subarray(5)
  if (framed.readUInt32BE(1) !== message.length) throw new Error('The frame lies about its length.')
  if (message.length === 0) return ''
  if (message[0] !== 0x0a || message[1] !== message.length - 2) throw new Error('No such request.')
  return message.subarray(2).toString()
}

function respond(stream: ServerHttp2Stream, health: Health): void {
  const head = { ':status': 200, 'content-type': 'application/grpc' }
  if ('answer' in health) {
    health.answer(stream)
    return
  }
  if ('grpcStatus' in health) {
    const { grpcStatus, message = '' } = health
    const end = { 'grpc-status': String(grpcStatus), 'grpc-message': encodeURIComponent(message) }
    stream.respond({ ...head, ...end }, { endStream: true })
    return
  }
  stream.respond(head, { waitForTrailers: true })
  stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }))
  const message = health.state === 0 ? Buffer.alloc(0) : Buffer.of(0x08, health.state)
  stream.end(Buffer.concat([Buffer.of(0, 0, 0, 0, message.length), message]))
}
