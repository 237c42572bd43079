import { once } from 'node:events'
import type { NetConnectOpts, Socket } from 'node:net'
import { type Connection, ConnectionError, describeNetworkError, loopback } from '@ci-actions/http'
import type { Deadline } from '@ci-actions/wait'

/** Where a socket leads, and whether over TLS. */
export interface Place {
  readonly options: NetConnectOpts
  readonly isSecure: boolean
  readonly connection: Connection
}

/** The place `host:port` of an address. */
export function placeOf({ hostname }: URL, port: number) {
  const host = hostname.replace(/^\[|\]$/g, '')
  return { host, port, ...loopback(host) }
}

/**
 * Connects, uses the connection, and lets go of it.
 *
 * @throws ConnectionError when it does not come about or breaks off; the deadline's reason when that ends first
 */
export async function withSocket<T>(
  place: Place,
  deadline: Deadline,
  use: (socket: Socket) => Promise<T>,
): Promise<T> {
  const { signal } = deadline
  signal.throwIfAborted()
  const socket = open(place)
  const giveUp = (): void => void socket.destroy(signal.reason)
  signal.addEventListener('abort', giveUp, { once: true })
  try {
    await once(socket, place.isSecure ? 'secureConnect' : 'connect')
    // Whoever uses it sees that it is broken; this one only keeps the process from ending.
    socket.on('error', () => {})
    return await use(socket)
  } catch (error) {
    if (signal.aborted) throw signal.reason
    throw new ConnectionError(describeNetworkError(error), 'unknown', error)
  } finally {
    signal.removeEventListener('abort', giveUp)
    socket.destroySoon()
  }
}

function open({ options, isSecure, connection: { ca, insecure } }: Place): Socket {
  if (!isSecure) return process.getBuiltinModule('node:net').connect(options)
  const net = process.getBuiltinModule('node:net')
  const tls = process.getBuiltinModule('node:tls')
  const host = 'host' in options ? (options.host ?? '') : ''
  const servername = net.isIP(host) === 0 ? host : ''
  return tls.connect({ ...options, servername, rejectUnauthorized: !insecure, ...(ca && { ca }) })
}
