import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { excerpt, Failure, parseJson } from '@ci-actions/kit'
import { type GenericSchema, getDotPath, safeParse } from 'valibot'

/** What the other side answered. */
export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** As UTF-8. */
  readonly body: string
  /** Whether the body goes on after the most that was to be read of it. */
  readonly cut: boolean
  /** When the certificate it came with ends; undefined without TLS. */
  readonly certificateEnds?: Date | undefined
}

export function answerOf(incoming: IncomingMessage, body: Buffer, cut: boolean): Answer {
  const certificateEnds = certificateEndsOf(incoming.socket)
  return {
    status: incoming.statusCode ?? 0,
    headers: incoming.headers,
    body: body.toString('utf8'),
    cut,
    ...(certificateEnds && { certificateEnds }),
  }
}

/** When the certificate that the other side showed ends; undefined where there is no TLS. */
export function certificateEndsOf(socket: object | undefined): Date | undefined {
  if (!socket || !('getPeerCertificate' in socket)) return undefined
  if (typeof socket.getPeerCertificate !== 'function') return undefined
  const end = new Date(socket.getPeerCertificate()?.valid_to ?? '')
  return Number.isNaN(end.getTime()) ? undefined : end
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

function begin(body: string): string {
  return body.trim() === '' ? 'an empty body.' : `beginning with "${excerpt(body, 120)}".`
}
