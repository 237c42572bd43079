import type { Transform } from 'node:stream'
import { quote } from '@ci-actions/kit'

/** The part of a body that was read, and whether there is more. */
export interface Content {
  readonly bytes: Buffer
  readonly truncated: boolean
  /** Why the bytes could not be decoded; undefined if they are decoded. */
  readonly undecoded?: string | undefined
}

/** The same limit as in browsers and other clients: each coding may expand a body a thousandfold. */
const maxCodings = 5

/**
 * Decodes the content codings of a body (RFC 9110 §8.4), up to `maxBytes`. A body that cannot be decoded is returned
 * unchanged, because the caller may need only the status.
 */
export async function decode(
  content: Content,
  header: string | undefined,
  maxBytes: number,
): Promise<Content> {
  const codings = parseCodings(header)
  if (codings.length > maxCodings) {
    return { ...content, undecoded: `it has more than ${maxCodings} content codings` }
  }
  let decoded = content
  for (const coding of codings.toReversed()) {
    // Responses to HEAD, and 204 and 304, have no body.
    if (decoded.bytes.length === 0) return decoded
    const decoder = createDecoder(coding, decoded.bytes)
    if (!decoder) {
      return { ...content, undecoded: `its Content-Encoding ${quote(coding)} is unknown` }
    }
    try {
      decoded = await pour(decoded, decoder, maxBytes)
    } catch {
      const undecoded = `it is not valid for its Content-Encoding ${quote(coding)}`
      return { ...content, undecoded }
    }
  }
  return decoded
}

function parseCodings(header = ''): string[] {
  const codings = header.split(',').map((coding) => coding.trim().toLowerCase())
  return codings.filter((coding) => coding !== '' && coding !== 'identity')
}

// A truncated body is still decoded up to its end: hence flushes instead of ends.
function createDecoder(coding: string, bytes: Buffer): Transform | undefined {
  const zlib = process.getBuiltinModule('node:zlib')
  const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH, ZSTD_e_flush, ZSTD_d_windowLogMax } = zlib.constants
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return zlib.createGunzip({ finishFlush: Z_SYNC_FLUSH })
    case 'deflate':
      // Some servers omit the zlib header, which starts with these four bits.
      return (bytes.at(0) ?? 0) % 16 === 8
        ? zlib.createInflate({ finishFlush: Z_SYNC_FLUSH })
        : zlib.createInflateRaw({ finishFlush: Z_SYNC_FLUSH })
    case 'br':
      return zlib.createBrotliDecompress({ finishFlush: BROTLI_OPERATION_FLUSH })
    case 'zstd':
      // RFC 9659: window size of at most 8 MB.
      return zlib.createZstdDecompress({
        finishFlush: ZSTD_e_flush,
        params: { [ZSTD_d_windowLogMax]: 23 },
      })
    default:
      return undefined
  }
}

async function pour(
  { bytes, truncated }: Content,
  decoder: Transform,
  maxBytes: number,
): Promise<Content> {
  const chunks: Buffer[] = []
  let length = 0
  decoder.end(bytes)
  for await (const chunk of decoder) {
    chunks.push(chunk)
    length += chunk.length
    // Leaving the loop destroys the decoder.
    if (length > maxBytes) break
  }
  return {
    bytes: Buffer.concat(chunks).subarray(0, maxBytes),
    truncated: truncated || length > maxBytes,
  }
}
