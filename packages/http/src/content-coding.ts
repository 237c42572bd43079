import type { Transform } from 'node:stream'
import { quote } from '@ci-actions/kit'

/** What was read of a body, and whether it goes on after that. */
export interface Content {
  readonly bytes: Buffer
  readonly truncated: boolean
  /** Why these are not the bytes that were meant, in words; undefined when they are. */
  readonly undecoded?: string | undefined
}

/** Browsers and clients take no more either; each may make a body a thousand times as large. */
const maxCodings = 5

/**
 * A body without its content codings (RFC 9110 §8.4), and no more of it than `most` bytes. What cannot
 * be undone stays as it came, for its status may be all that anybody wants to know.
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
    // Answers to HEAD, 204 and 304 have none.
    if (decoded.bytes.length === 0) return decoded
    const decoder = createDecoder(coding, decoded.bytes)
    if (!decoder) {
      return { ...content, undecoded: `its Content-Encoding ${quote(coding)} is not known` }
    }
    try {
      decoded = await pour(decoded, decoder, maxBytes)
    } catch {
      const undecoded = `it cannot be decoded as its Content-Encoding says, ${quote(coding)}`
      return { ...content, undecoded }
    }
  }
  return decoded
}

function parseCodings(header = ''): string[] {
  const codings = header.split(',').map((coding) => coding.trim().toLowerCase())
  return codings.filter((coding) => coding !== '' && coding !== 'identity')
}

// What was cut still begins well: hence the flushes in place of the ends.
function createDecoder(coding: string, bytes: Buffer): Transform | undefined {
  const zlib = process.getBuiltinModule('node:zlib')
  const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH, ZSTD_e_flush, ZSTD_d_windowLogMax } = zlib.constants
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return zlib.createGunzip({ finishFlush: Z_SYNC_FLUSH })
    case 'deflate':
      // Some send it without the header of zlib, whose first four bits are these.
      return (bytes.at(0) ?? 0) % 16 === 8
        ? zlib.createInflate({ finishFlush: Z_SYNC_FLUSH })
        : zlib.createInflateRaw({ finishFlush: Z_SYNC_FLUSH })
    case 'br':
      return zlib.createBrotliDecompress({ finishFlush: BROTLI_OPERATION_FLUSH })
    case 'zstd':
      // RFC 9659: a window of no more than 8 MB.
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
  most: number,
): Promise<Content> {
  const chunks: Buffer[] = []
  let length = 0
  decoder.end(bytes)
  for await (const chunk of decoder) {
    chunks.push(chunk)
    length += chunk.length
    // Leaving the loop destroys the decoder.
    if (length > most) break
  }
  return { bytes: Buffer.concat(chunks).subarray(0, most), truncated: truncated || length > most }
}
