import type { Socket } from 'node:net'
import querystring from 'node:querystring'
import type { Clock, Deadline } from '@ci-actions/wait'
import type { Connected } from '../observation.ts'
import { placeOf, withSocket } from './socket.ts'

/**
 * Connects to `tcp://host:port` or `unix:///path`, and sees whether the connection lasts.
 *
 * @throws ConnectionError when nothing takes the connection, or it is closed at once
 */
export function connect(url: URL, deadline: Deadline): Promise<Connected> {
  const { clock } = deadline
  const began = clock.now()
  const options =
    url.protocol === 'unix:'
      ? { path: querystring.unescape(url.pathname) }
      : placeOf(url, Number(url.port))
  return withSocket({ options, isSecure: false, connection: {} }, deadline, async (socket) => {
    const took = Math.ceil(clock.now() - began)
    await lasting(socket, Math.max(leastLife, 2 * took), clock)
    return { kind: 'connected', took }
  })
}

/**
 * How long a connection must last, in milliseconds, or twice what it took to come about: Docker's proxy and
 * load balancers take each one, and close it when they reach nobody behind them.
 */
const leastLife = 150

/** Resolves when the other side says something, or the connection has lasted for so many milliseconds. */
function lasting(socket: Socket, ms: number, clock: Clock): Promise<void> {
  return new Promise((resolve, reject) => {
    const closed = (): void => reject(new Error('it closes each connection at once'))
    socket
      .once('data', () => resolve())
      .once('end', closed)
      .once('error', closed)
    // Where this process was held up, what has come meanwhile is heard first.
    clock.after(ms, () => setImmediate(resolve))
  })
}
