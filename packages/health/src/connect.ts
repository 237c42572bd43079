import querystring from 'node:querystring'
import { loopback, reasonOf, Unanswered } from '@ci-actions/http'
import type { Deadline } from '@ci-actions/wait'

/** A port or a socket that takes connections; nothing more is asked of it. */
export interface Connected {
  readonly kind: 'connected'
}

/**
 * Connects to `tcp://host:port` or `unix:///path`, and lets go again.
 *
 * @throws Unanswered when nothing takes the connection
 */
export function connect(url: URL, { signal }: Deadline): Promise<Connected> {
  const net = process.getBuiltinModule('node:net')
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const socket = net.connect(placeOf(url))
    const giveUp = (): void => void socket.destroy(signal.reason)
    signal.addEventListener('abort', giveUp, { once: true })
    socket.on('connect', () => {
      resolve({ kind: 'connected' })
      socket.destroy()
    })
    socket.on('error', (error) => {
      reject(signal.aborted ? error : new Unanswered(reasonOf(error), 'no', error))
    })
    socket.on('close', () => signal.removeEventListener('abort', giveUp))
  })
}

function placeOf({ protocol, hostname, port, pathname }: URL) {
  if (protocol === 'unix:') return { path: querystring.unescape(pathname) }
  const host = hostname.replace(/^\[|\]$/g, '')
  return { host, port: Number(port), ...loopback(host) }
}
