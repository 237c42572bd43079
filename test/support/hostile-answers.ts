import { answered } from '../emulators/faults.ts'
import { send } from '../emulators/server.ts'
import { type ProxyBehavior, respondWith } from './fault-proxy.ts'
import { hostileLine, hostileText } from './untrusted-text.ts'

/** Deeper than what calls itself can follow. */
const nested = `{"message":${'['.repeat(20_000)}${']'.repeat(20_000)}}`

/** What a service that is not what it says may answer. */
export const hostileAnswers: readonly (readonly [string, ProxyBehavior])[] = [
  ['a refusal in hostile words', refusedWith(hostileText)],
  ['a refusal in hostile words on one line', refusedWith(hostileLine)],
  ['JSON that is nested without end', said(200, nested)],
  ['a refusal that is nested without end', said(422, nested)],
  ['hostile text that is no JSON', said(500, `\0${hostileText}`)],
  ['names and texts that are hostile', rewritten(/title|body|message|name|login|text|desc|ref/i)],
  ['a hostile text wherever there is one', rewritten(/./)],
]

function refusedWith(words: string): ProxyBehavior {
  const errors = [{ message: words, code: words, field: words, resource: words }]
  return said(422, JSON.stringify({ message: words, error: words, __type: words, errors }))
}

function said(status: number, body: string): ProxyBehavior {
  // A header holds one line, of a character set that is smaller.
  const word = hostileLine.replace(/[^\x20-\x7E]/g, '')
  const headers = {
    'content-type': word,
    'x-amzn-errortype': word,
    'retry-after': word,
    link: word,
  }
  return respondWith(answered(status, body, headers))
}

/** The service is asked; the texts of its answer under these names are others. */
function rewritten(names: RegExp): ProxyBehavior {
  const swap = (name: string, value: unknown): unknown =>
    typeof value === 'string' && names.test(name) ? `${value} ${hostileLine}` : value
  return async (ask, response) => {
    const answer = await ask()
    send(response, { ...answer, body: withJson(answer.body, swap) })
  }
}

function withJson(body: string, swap: (name: string, value: unknown) => unknown): string {
  try {
    return JSON.stringify(JSON.parse(body, swap))
  } catch {
    return `${body} ${hostileText}`
  }
}
