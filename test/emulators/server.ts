import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'

/** A request as an emulator reads and remembers it. */
export interface Received {
  readonly method: string
  /** Without the query. */
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
  /** `http://127.0.0.1:<port>` */
  readonly url: string
  /** Cuts what is still open, so that nothing an emulator left hanging outlives it. */
  close(): Promise<void>
}

/** A server on a free port of this machine; `handle` gets each request whole. */
export async function listen(
  handle: (received: Received, response: ServerResponse) => void,
): Promise<Server> {
  const server = createServer(async (message, response) => {
    const received = await receive(message).catch(() => undefined)
    if (received) handle(received, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
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
  const { pathname, searchParams } = new URL(`http://127.0.0.1${message.url ?? '/'}`)
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk)
  return {
    method: message.method ?? 'GET',
    path: pathname,
    query: searchParams,
    headers: message.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  }
}
