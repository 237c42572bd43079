import type { Socket } from 'node:net'
import querystring from 'node:querystring'
import type { Clock, Deadline } from '@ci-actions/wait'
import type { Connected } from '../probe-result.ts'
import { tcpOptions, withSocket } from './socket.ts'

/**
 * Connects to `tcp://host:port` or `unix:///path`, and checks that the connection stays open.
 *
 * @throws ConnectionError when the connection is not accepted, or closed at once
 */
export function probeConnection(url: URL, deadline: Deadline): Promise<Connected> {
  const { clock } = deadline
  const began = clock.now()
  const options =
    url.protocol === 'unix:'
      ? { path: querystring.unescape(url.pathname) }
      : tcpOptions(url, Number(url.port))
  return withSocket({ options, isSecure: false, connection: {} }, deadline, async (socket) => {
    const connectTime = Math.ceil(clock.now() - began)
    await waitUntilStable(socket, Math.max(minLifetime, 2 * connectTime), clock)
    return { kind: 'connected', connectTime }
  })
}

/**
 * How long a connection must stay open at least, in milliseconds; twice the connect time if that is longer.
 * Docker's proxy and load balancers accept every connection, and close it when they cannot reach the service.
 */
const minLifetime = 150

/** Resolves when the server sends something, or the connection has stayed open for `ms` milliseconds. */
function waitUntilStable(socket: Socket, ms: number, clock: Clock): Promise<void> {
  return new Promise((resolve, reject) => {
    const closed = (): void => reject(new Error('it closes every connection at once'))
    socket
      .once('data', () => resolve())
      .once('end', closed)
      .once('error', closed)
    // If this process was delayed, events that arrived meanwhile are handled first.
    clock.after(ms, () => setImmediate(resolve))
  })
}
