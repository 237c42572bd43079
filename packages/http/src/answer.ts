import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { excerpt, Failure } from '@ci-actions/kit'
import { type GenericSchema, getDotPath, safeParse } from 'valibot'

/** What the other side answered. */
export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** As UTF-8. */
  readonly body: string
  /** Whether the body goes on after the most that was to be read of it. */
  readonly cut: boolean
}

export function answerOf(incoming: IncomingMessage, body: Buffer, cut: boolean): Answer {
  return {
    status: incoming.statusCode ?? 0,
    headers: incoming.headers,
    body: body.toString('utf8'),
    cut,
  }
}

/**
 * The JSON of an answer, checked against its shape: a 200 may carry the HTML of a proxy.
 *
 * @param from who answered what, as the start of a sentence: `Render's answer to GET /services`
 * @throws Failure that quotes the beginning of what came instead
 */
export function readJson<T>(answer: Answer, shape: GenericSchema<unknown, T>, from: string): T {
  const parsed = safeParse(shape, parseJson(answer.body))
  if (parsed.success) return parsed.output
  const path = getDotPath(parsed.issues[0])
  const where = path ? ` (at "${path}")` : ''
  throw new Failure(
    `${from} is not what its API describes${where}: status ${answer.status}, ` +
      `${answer.headers['content-type'] ?? 'no content type'}, ${begin(answer.body)}`,
  )
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function begin(body: string): string {
  return body.trim() === '' ? 'an empty body.' : `beginning with "${excerpt(body, 120)}".`
}
