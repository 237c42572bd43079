import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import {
  answered,
  badGateway,
  cutShort,
  empty,
  type Fault,
  hanging,
  loginPage,
  notFound,
  rateLimited,
  reset,
  serverError,
  slow,
  truncated,
  unavailable,
} from '../emulators/faults.ts'
import { send } from '../emulators/server.ts'
import { neverRespond, type ProxyBehavior, respondWith } from './fault-proxy.ts'

export interface NetworkFault {
  readonly fault: string
  /** Faults of one kind are met by the same code of a step. */
  readonly kind: string
  readonly meeting: ProxyBehavior
}

/** What may stand between a step and its service; it stands there for every request. */
export function networkFaults(elsewhere: string): readonly NetworkFault[] {
  const kinds: Readonly<Record<string, readonly (readonly [string, ProxyBehavior])[]>> = {
    connection: [
      ['nothing that listens', neverRespond],
      ['a reset at once', respondWith(reset)],
      ['a reset in the middle of the body', of(resetHalfWay)],
      ['no answer, ever', respondWith(hanging)],
      ['one byte a second', of(slow)],
    ],
    content: [
      ['200 with the login page of a proxy', respondWith(loginPage)],
      ['200 with half of the JSON', of(truncated)],
      ['200 with nothing', of(empty())],
      ['200 with JSON that is no object', respondWith(answered(200, 'null', json))],
      ['200 with the JSON of something else', respondWith(answered(200, strange, json))],
      ['less than the length that was promised', of(cutShort)],
      ['204', respondWith(answered(204))],
      ['304', respondWith(answered(304))],
      ['what is not HTTP', respondWith(otherProtocol)],
      ['a header of a megabyte', respondWith(endlessHeader)],
      ['a body that never ends', respondWith(endless)],
      ['a bomb in gzip', respondWith(bomb)],
    ],
    refusal: [
      ['401', respondWith(answered(401, '{"message":"Bad credentials"}', json))],
      ['403', respondWith(answered(403, '{"message":"Forbidden"}', json))],
      ['404', respondWith(notFound)],
      ['500', respondWith(serverError)],
      ['502 in HTML', respondWith(badGateway)],
      ['503', respondWith(unavailable)],
      ['429 without a time', respondWith(rateLimited())],
      ['429 with a day', respondWith(rateLimited('86400'))],
      ['429 with a time that is over', respondWith(rateLimited('-5'))],
      ['429 with garbage', respondWith(rateLimited('soon, maybe'))],
      ['429 with a date', respondWith(rateLimited('Fri, 31 Dec 2100 23:59:59 GMT'))],
    ],
    leak: [
      ['301 to another host', respondWith(answered(301, '', { location: elsewhere }))],
      ['307 to another host', respondWith(answered(307, '', { location: elsewhere }))],
      ['a refusal that repeats what it was told', repeated],
      ['a refusal that repeats who asked', repeatedAccess((told) => told)],
      ['a refusal that repeats who asked, encoded', repeatedAccess(encoded)],
    ],
  }
  return Object.entries(kinds).flatMap(([kind, faults]) =>
    faults.map(([fault, meeting]) => ({ fault, kind, meeting })),
  )
}

const json = { 'content-type': 'application/json; charset=utf-8' }
const strange =
  '{"__proto__":{"ok":true},"constructor":[[[]]],"id":{},"message":[null],"status":-1}'

/** The service is asked, and this becomes of its answer. */
function of(fault: Fault): ProxyBehavior {
  return async (ask, response) => {
    const answer = await ask()
    // Who asked may have gone meanwhile.
    if (!response.closed) fault(() => answer, response)
  }
}

const resetHalfWay: Fault = (execute, response) => {
  const { status, headers, body } = execute()
  const half = body.slice(0, body.length / 2)
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) + 1 })
  response.write(half, () => response.socket?.resetAndDestroy())
}

const otherProtocol: Fault = (_, response) => {
  response.socket?.end('SSH-2.0-OpenSSH_9.2\r\n')
}

const endlessHeader: Fault = (_, response) => {
  response.socket?.end(`HTTP/1.1 200 OK\r\nx-a: ${'a'.repeat(1024 * 1024)}\r\n\r\n`)
}

const endless: Fault = (_, response) => {
  const chunk = Buffer.alloc(64 * 1024, ' ')
  const pour = (): void => {
    while (!response.destroyed && response.write(chunk));
  }
  response
    .writeHead(200, json)
    .on('drain', pour)
    .on('error', () => {})
  pour()
}

/** A gigabyte: several bodies of gzip in a row are one. */
const zeros = Buffer.concat(Array(64).fill(gzipSync(Buffer.alloc(16 * 1024 * 1024))))
const bomb: Fault = (_, response) => {
  response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(zeros)
}

/** What a badly made proxy says: the request, whole. */
const repeated: ProxyBehavior = (_, response, { method, path, query, headers, body }) => {
  const told = `${method} ${path}?${query} ${JSON.stringify(headers)} ${body}`.slice(0, 4000)
  refuse(response, told)
}

function repeatedAccess(write: (told: string) => string): ProxyBehavior {
  return (_, response, { path, headers }) => {
    const { authorization, 'x-amz-security-token': session, 'x-api-key': key } = headers
    refuse(response, write([key, session, authorization, path].filter(Boolean).join(' ')))
  }
}

function encoded(told: string): string {
  const bytes = Buffer.from(told)
  return `${bytes.toString('base64')} ${bytes.toString('hex')}`
}

function refuse(response: ServerResponse, told: string): void {
  const message = `cannot take ${told}`
  send(response, { status: 400, headers: json, body: JSON.stringify({ message, error: message }) })
}
