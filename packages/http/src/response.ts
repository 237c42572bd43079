import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { ActionError, excerpt, parseJson } from '@ci-actions/kit'
import { type GenericSchema, getDotPath, safeParse } from 'valibot'
import type { Content } from './content-coding.ts'

/** The response of a server. */
export interface HttpResponse {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** Decoded text, in the declared charset or else UTF-8. */
  readonly body: string
  /** Whether the body was longer than the limit. */
  readonly truncated: boolean
  /** Why the body could not be decoded and is returned unchanged: `its Content-Encoding "x" is unknown`. */
  readonly undecoded?: string | undefined
  /** Expiry of the server's certificate; undefined without TLS. */
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

/** Decodes text in the charset of its byte order mark or its content type, and removes the mark. */
function decodeText(bytes: Buffer, contentType = ''): string {
  const [, named = 'utf-8'] = /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(contentType) ?? []
  try {
    return new TextDecoder(charsetByMark[bytes.toString('hex', 0, 2)] ?? named).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}

const charsetByMark: Readonly<Record<string, string>> = { fffe: 'utf-16le', feff: 'utf-16be' }

/** Returns when the server's certificate expires; undefined without TLS. */
export function certificateExpiry(socket: object | undefined): Date | undefined {
  if (!socket || !('getPeerCertificate' in socket)) return undefined
  if (typeof socket.getPeerCertificate !== 'function') return undefined
  const end = new Date(socket.getPeerCertificate()?.valid_to ?? '')
  return Number.isNaN(end.getTime()) ? undefined : end
}

/**
 * Returns the JSON of a response, validated against a schema: a 200 may carry a proxy's HTML.
 *
 * @param from names the response at the start of the error: `Render's response to GET /services`
 * @throws ActionError that quotes the beginning of the body
 */
export function readJson<T>(
  response: HttpResponse,
  shape: GenericSchema<unknown, T>,
  from: string,
): T {
  const parsed = safeParse(shape, parseJson(response.body))
  if (parsed.success) return parsed.output
  const path = getDotPath(parsed.issues[0])
  const where = path ? ` (at "${path}")` : ''
  throw new ActionError(
    `${from} is not what its API describes${where}: status ${response.status}, ` +
      `${response.headers['content-type'] ?? 'no content type'}, ${describeBody(response)}`,
  )
}

function describeBody({ body, undecoded }: HttpResponse): string {
  if (undecoded) return `with an unreadable body: ${undecoded}.`
  return body.trim() === '' ? 'an empty body.' : `beginning with "${excerpt(body, 120)}".`
}
