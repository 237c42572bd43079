import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import { createServer as createTlsServer } from 'node:https'

/** A request as an emulator reads and remembers it. */
export interface Received {
  readonly method: string
  /** Without the query; of what is asked of a proxy, the whole address. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  /** As UTF-8; empty when there was none. */
  readonly body: string
}

export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string
}

export interface Server {
  /** `http://127.0.0.1:<port>`, or `https:` where it speaks TLS. */
  readonly url: string
  readonly port: number
  /** Cuts what is still open, so that nothing an emulator left hanging outlives it. */
  close(): Promise<void>
}

/** Where to listen: a free port of 127.0.0.1, unless it is said. */
export interface Place {
  readonly host?: string
  readonly port?: number
  /** Speak TLS with this key and certificate, PEM. */
  readonly tls?: { readonly key: string; readonly cert: string }
}

/** A server on this machine; `handle` gets each request whole. */
export async function listen(
  handle: (received: Received, response: ServerResponse) => void,
  { host = '127.0.0.1', port = 0, tls }: Place = {},
): Promise<Server> {
  const server = tls ? createTlsServer(tls) : createServer()
  server.on('request', async (message: IncomingMessage, response: ServerResponse) => {
    const received = await receive(message).catch(() => undefined)
    if (received) handle(received, response)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return {
    url: `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body)
}

async function receive(message: IncomingMessage): Promise<Received> {
  const [path = '', query = ''] = (message.url ?? '').split('?', 2)
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk)
  return {
    method: message.method ?? 'GET',
    path,
    query: new URLSearchParams(query),
    headers: message.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  }
}
