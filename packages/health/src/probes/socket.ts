import { once } from 'node:events'
import type { NetConnectOpts, Socket } from 'node:net'
import { type Connection, ConnectionError, describeNetworkError, loopback } from '@ci-actions/http'
import type { Deadline } from '@ci-actions/wait'

/** What a socket connects to, and whether over TLS. */
export interface SocketTarget {
  readonly options: NetConnectOpts
  readonly isSecure: boolean
  readonly connection: Connection
}

/** Returns the options that connect to the host of an address at a port. */
export function tcpOptions({ hostname }: URL, port: number) {
  const host = hostname.replace(/^\[|\]$/g, '')
  return { host, port, ...loopback(host) }
}

/**
 * Connects, calls `use` with the socket, and closes it.
 *
 * @throws ConnectionError when connecting fails or the connection breaks; the deadline's reason when that ends first
 */
export async function withSocket<T>(
  target: SocketTarget,
  deadline: Deadline,
  use: (socket: Socket) => Promise<T>,
): Promise<T> {
  const { signal } = deadline
  signal.throwIfAborted()
  const socket = open(target)
  const abort = (): void => void socket.destroy(signal.reason)
  signal.addEventListener('abort', abort, { once: true })
  try {
    await once(socket, target.isSecure ? 'secureConnect' : 'connect')
    // `use` handles errors itself; without a listener they would end the process.
    socket.on('error', () => {})
    return await use(socket)
  } catch (error) {
    if (signal.aborted) throw signal.reason
    throw new ConnectionError(describeNetworkError(error), 'unknown', error)
  } finally {
    signal.removeEventListener('abort', abort)
    socket.destroySoon()
  }
}

function open({ options, isSecure, connection: { ca, insecure } }: SocketTarget): Socket {
  if (!isSecure) return process.getBuiltinModule('node:net').connect(options)
  const net = process.getBuiltinModule('node:net')
  const tls = process.getBuiltinModule('node:tls')
  const host = 'host' in options ? (options.host ?? '') : ''
  const servername = net.isIP(host) === 0 ? host : ''
  return tls.connect({ ...options, servername, rejectUnauthorized: !insecure, ...(ca && { ca }) })
}
