import { createServer, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'

export interface ByteServer {
  readonly port: number
  /** What has been said to it, by connection, oldest first. */
  readonly heard: Buffer[]
  /** Cuts what is still open. */
  close(): Promise<void>
}

/** A server on this machine that does with each connection what it is told, and remembers what it hears. */
export async function startByteServer(
  meet: (socket: Socket) => void,
  tls?: { readonly key: string; readonly cert: string },
): Promise<ByteServer> {
  const heard: Buffer[] = []
  const sockets = new Set<Socket>()
  const serve = (socket: Socket): void => {
    const at = heard.push(Buffer.alloc(0)) - 1
    sockets.add(socket)
    socket.on('error', () => {}).on('close', () => sockets.delete(socket))
    socket.on('data', (bytes) => {
      heard[at] = Buffer.concat([heard[at] ?? bytes.subarray(0, 0), bytes])
    })
    meet(socket)
  }
  const server = tls ? createTlsServer(tls, serve) : createServer(serve)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return {
    port: address.port,
    heard,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

/** Answers the first words with these bytes; who speaks first waits for none, and closes when it hears some. */
export function answering(bytes: Buffer, speaksFirst = false): (socket: Socket) => void {
  return (socket) => {
    if (speaksFirst) socket.write(bytes)
    socket.once('data', () => (speaksFirst ? socket.end() : socket.write(bytes)))
  }
}

/** The same, one byte at a time. */
export function dripping(bytes: Buffer, speaksFirst = false): (socket: Socket) => void {
  return (socket) => {
    const drip = (at: number): void => {
      if (at === bytes.length || socket.destroyed) return
      socket.write(bytes.subarray(at, at + 1), () => setImmediate(drip, at + 1))
    }
    socket.setNoDelay()
    if (speaksFirst) drip(0)
    socket.once('data', () => (speaksFirst ? socket.end() : drip(0)))
  }
}
