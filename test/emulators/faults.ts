import type { ServerResponse } from 'node:http'
import { type Answer, type Received, send } from './server.ts'

/** What goes wrong with one request. Whether it is carried out is told by `execute` being called. */
export type Fault = (execute: () => Answer, response: ServerResponse) => void

/** A line in the table of faults: which calls it hits. All that is given must hold. */
export interface Rule {
  readonly fault: Fault
  readonly method?: string
  readonly path?: RegExp
  /** The state of what is asked about, as the emulator names it. */
  readonly phase?: string
  /** Of the calls that match: the first so many, the nth (from 1), or every nth. */
  readonly first?: number
  readonly nth?: number
  readonly every?: number
}

/** Plays a table of faults: each line counts the calls it matches, the first that is due is played. */
export function faultPlayer() {
  let table: { rule: Rule; calls: number }[] = []
  return {
    /** Replaces the table; the counts begin anew. */
    play(rules: readonly Rule[]): void {
      table = rules.map((rule) => ({ rule, calls: 0 }))
    },
    faultFor(received: Received, phase?: string): Fault | undefined {
      const matching = table.filter(({ rule }) => matches(rule, received, phase))
      for (const line of matching) line.calls++
      return matching.find(({ rule, calls }) => isDue(rule, calls))?.rule.fault
    },
  }
}

function matches(rule: Rule, received: Received, phase?: string): boolean {
  return (
    (rule.method ?? received.method) === received.method &&
    (rule.path?.test(received.path) ?? true) &&
    (rule.phase ?? phase) === phase
  )
}

function isDue({ first, nth, every }: Rule, call: number): boolean {
  return (
    call <= (first ?? call) && call === (nth ?? call) && (every === undefined || call % every === 0)
  )
}

/** Answered like this, and not carried out. */
export function answered(status: number, body = '', headers: Answer['headers'] = {}): Fault {
  return (_execute, response) => send(response, { status, headers, body })
}

/** The same fault, but what was asked has been done. */
export function executed(fault: Fault): Fault {
  return (execute, response) => {
    const answer = execute()
    fault(() => answer, response)
  }
}

/** 429; `Retry-After` is sent as it is given, or not at all. */
export function rateLimited(retryAfter?: string): Fault {
  const headers = retryAfter === undefined ? json : { ...json, 'retry-after': retryAfter }
  return answered(429, '{"message":"rate limit exceeded"}', headers)
}

const json = { 'content-type': 'application/json; charset=utf-8' }
const html = { 'content-type': 'text/html; charset=utf-8' }

export const serverError = answered(500, '{"message":"internal server error"}', json)
export const badGateway = answered(502, '<html><h1>502 Bad Gateway</h1></html>', html)
export const unavailable = answered(503, '{"message":"service unavailable"}', json)
export const notFound = answered(404, '{"message":"not found"}', json)
/** A proxy on the way wants its user to log in. */
export const loginPage = answered(200, '<!doctype html><title>Log in</title><form></form>', html)

/** The connection is reset before anything is carried out. */
export const reset: Fault = (_execute, response) => {
  response.socket?.resetAndDestroy()
}

/** Carried out, but the answer is lost. */
export const dropped = executed(reset)

/** Not carried out and never answered. */
export const hanging: Fault = () => {}

/** Carried out, and answered when so many have come, so that all of them see the same. */
export function together(count: number): Fault {
  const waiting: (() => void)[] = []
  return (execute, response) => {
    const answer = execute()
    waiting.push(() => send(response, answer))
    if (waiting.length < count) return
    for (const go of waiting.splice(0)) go()
  }
}

/** Carried out, answered with nothing. */
export function empty(status = 200): Fault {
  return (execute, response) => send(response, { ...execute(), status, body: '' })
}

/** Carried out, and half of the answer sent as if it were all. */
export const truncated: Fault = (execute, response) => {
  const answer = execute()
  send(response, { ...answer, body: answer.body.slice(0, answer.body.length / 2) })
}

/** Carried out, but the connection ends before the length that was promised. */
export const cutShort: Fault = (execute, response) => {
  const { status, headers, body } = execute()
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) + 100 })
  response.write(body, () => response.socket?.end())
}

/** Carried out, and answered with one byte a second. */
export const slow: Fault = (execute, response) => {
  const { status, headers, body } = execute()
  const bytes = Buffer.from(body)
  response.writeHead(status, { ...headers, 'content-length': bytes.length })
  let sent = 0
  const drip = setInterval(() => {
    if (sent < bytes.length) response.write(bytes.subarray(sent, ++sent))
    else response.end()
  }, 1000)
  response.on('close', () => clearInterval(drip))
}
