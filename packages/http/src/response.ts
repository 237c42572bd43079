import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { ActionError, excerpt, parseJson } from '@ci-actions/kit'
import { type GenericSchema, getDotPath, safeParse } from 'valibot'
import type { Content } from './content-coding.ts'

/** What the other side answered. */
export interface HttpResponse {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** Decoded, and read in the charset that it says it has, else as UTF-8. */
  readonly body: string
  /** Whether the body goes on after the most that was to be read of it. */
  readonly truncated: boolean
  /** Why the body could not be decoded and is as it came, in words: `its Content-Encoding "x" is not known`. */
  readonly undecoded?: string | undefined
  /** When the certificate it came with ends; undefined without TLS. */
  readonly certificateEnds?: Date | undefined
}

export function toResponse(
  incoming: IncomingMessage,
  { bytes, truncated, undecoded }: Content,
  certificateEnds: Date | undefined,
): HttpResponse {
  const { statusCode = 0, headers } = incoming
  return {
    status: statusCode,
    headers,
    body: decodeText(bytes, headers['content-type']),
    truncated,
    ...(undecoded && { undecoded }),
    ...(certificateEnds && { certificateEnds }),
  }
}

/** In the charset that a byte order mark or the content type names; the mark is no part of the text. */
function decodeText(bytes: Buffer, contentType = ''): string {
  const [, named = 'utf-8'] = /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(contentType) ?? []
  try {
    return new TextDecoder(charsetByMark[bytes.toString('hex', 0, 2)] ?? named).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}

const charsetByMark: Readonly<Record<string, string>> = { fffe: 'utf-16le', feff: 'utf-16be' }

/** When the certificate that the other side showed ends; undefined where there is no TLS. */
export function certificateExpiry(socket: object | undefined): Date | undefined {
  if (!socket || !('getPeerCertificate' in socket)) return undefined
  if (typeof socket.getPeerCertificate !== 'function') return undefined
  const end = new Date(socket.getPeerCertificate()?.valid_to ?? '')
  return Number.isNaN(end.getTime()) ? undefined : end
}

/**
 * The JSON of an answer, checked against its shape: a 200 may carry the HTML of a proxy.
 *
 * @param from who answered what, as the start of a sentence: `Render's answer to GET /services`
 * @throws ActionError that quotes the beginning of what came instead
 */
export function readJson<T>(
  answer: HttpResponse,
  shape: GenericSchema<unknown, T>,
  from: string,
): T {
  const parsed = safeParse(shape, parseJson(answer.body))
  if (parsed.success) return parsed.output
  const path = getDotPath(parsed.issues[0])
  const where = path ? ` (at "${path}")` : ''
  throw new ActionError(
    `${from} is not what its API describes${where}: status ${answer.status}, ` +
      `${answer.headers['content-type'] ?? 'no content type'}, ${describeBody(answer)}`,
  )
}

function describeBody({ body, undecoded }: HttpResponse): string {
  if (undecoded) return `with a body that cannot be read: ${undecoded}.`
  return body.trim() === '' ? 'an empty body.' : `beginning with "${excerpt(body, 120)}".`
}
