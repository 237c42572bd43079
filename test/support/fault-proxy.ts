import { request, type ServerResponse } from 'node:http'
import type { Fault } from '../emulators/faults.ts'
import { type Answer, listen, type Received, send } from '../emulators/server.ts'
import type { Start } from './bundle.ts'

/** What a request meets at the door; `ask` passes it on to the service behind. */
export type ProxyBehavior = (
  ask: () => Promise<Answer>,
  response: ServerResponse,
  received: Received,
) => unknown

/** What a step is given, with doors before the servers of this machine that it names. */
export interface FaultProxy {
  readonly start: Start
  /** What came to the doors, in order. */
  readonly requests: readonly Received[]
  close(): Promise<unknown>
}

/** It is asked, and its answer handed on. */
export const passThrough: ProxyBehavior = async (ask, response) => send(response, await ask())

/** It is not asked; this is what comes in place of its answer. */
export function respondWith(fault: Fault): ProxyBehavior {
  const unasked = () => {
    throw new Error('The service is not asked.')
  }
  return (_, response) => fault(unasked, response)
}

/** There is no door, and nobody behind it. */
export const neverRespond: ProxyBehavior = () => {}

/** The same, with each server of this machine at a port where nobody listens, and none is ever given. */
export function withDeadPorts<T>(given: T): T {
  return JSON.parse(JSON.stringify(given).replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:1'))
}

/** Puts a door before each server of this machine that stands in inputs, environment or event. */
export async function startFaultProxy(start: Start, meeting: ProxyBehavior): Promise<FaultProxy> {
  if (meeting === neverRespond)
    return { start: withDeadPorts(start), requests: [], close: async () => {} }
  const requests: Received[] = []
  let text = JSON.stringify(start)
  const hosts = new Set(text.match(/127\.0\.0\.1:\d+/g))
  const servers = await Promise.all(
    [...hosts].map(async (host) => {
      const server = await listen((received, response) => {
        requests.push(received)
        const met = meeting(() => answerOf(host, received), response, received)
        // Where nobody is behind the door, it is shut.
        Promise.resolve(met).catch(() => response.socket?.resetAndDestroy())
      })
      text = text.replaceAll(host, `127.0.0.1:${server.port}`)
      return server
    }),
  )
  const close = () => Promise.all(servers.map((server) => server.close()))
  return { start: JSON.parse(text), requests, close }
}

/** What the service behind a door answers. */
function answerOf(host: string, { method, path, query, headers, body }: Received): Promise<Answer> {
  const address = `http://${host}${path}${query.size > 0 ? `?${query}` : ''}`
  return new Promise((resolve, reject) => {
    // The headers stay as they are: a signature may hold for them.
    const outgoing = request(address, { method, headers, agent: false }, async (incoming) => {
      const chunks: Buffer[] = []
      for await (const chunk of incoming) chunks.push(chunk)
      const { 'content-length': _, 'transfer-encoding': __, ...others } = incoming.headers
      const entries = Object.entries(others).map(([name, value]) => [name, String(value)])
      resolve({
        status: incoming.statusCode ?? 0,
        headers: Object.fromEntries(entries),
        body: Buffer.concat(chunks).toString(),
      })
    })
    outgoing.on('error', reject).end(body)
  })
}
