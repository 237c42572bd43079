import { closeSync, readSync } from 'node:fs'
import { TextDecoder } from 'node:util'
import { ActionError, openFile, quote } from '@ci-actions/kit'

/** A text file, read in chunks and converted to UTF-8. */
export interface TextFile {
  /** Fills `into` from `at` on. Returns the number of bytes, 0 at the end of the file. */
  read(into: Uint8Array, at: number): number
  close(): void
}

/**
 * Opens a file and detects its encoding by a byte order mark, the zeros of UTF-16, or an XML declaration. The default
 * is UTF-8.
 *
 * @throws ActionError if the declared encoding is not supported, or if the file contains bytes that are invalid in it
 * @see https://www.w3.org/TR/xml/#sec-guessing
 */
export function openText(path: string): TextFile {
  const descriptor = openFile(path)
  const head = Buffer.alloc(256)
  const { encoding, mark } = detectEncoding(head.subarray(0, readSync(descriptor, head, 0, 256, 0)))
  let position = mark
  const raw = (into: Uint8Array, at: number): number => {
    const count = readSync(descriptor, into, at, into.length - at, position)
    position += count
    return count
  }
  const close = (): void => closeSync(descriptor)
  return encoding === 'utf-8' ? { read: raw, close } : { read: decodedReader(raw, encoding), close }
}

function detectEncoding(head: Buffer): { encoding: string; mark: number } {
  const starts = (...bytes: number[]): boolean => bytes.every((byte, i) => head[i] === byte)
  if (starts(0xef, 0xbb, 0xbf)) return { encoding: 'utf-8', mark: 3 }
  if (starts(0xff, 0xfe, 0, 0) || starts(0, 0, 0xfe, 0xff)) return { encoding: 'utf-32', mark: 0 }
  if (starts(0xff, 0xfe)) return { encoding: 'utf-16le', mark: 2 }
  if (starts(0xfe, 0xff)) return { encoding: 'utf-16be', mark: 2 }
  if (head.length > 1 && head[0] !== 0 && head[1] === 0) return { encoding: 'utf-16le', mark: 0 }
  if (head[0] === 0 && head[1] !== 0) return { encoding: 'utf-16be', mark: 0 }
  const declared = /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']*)/.exec(head.toString('latin1'))?.[1]
  // .NET tools declare UTF-16, but write UTF-8. Real UTF-16 was detected above.
  const eightBits = !declared || /^(utf-?8|utf-16.*|(us-)?ascii)$/i.test(declared)
  return { encoding: eightBits ? 'utf-8' : declared, mark: 0 }
}

function decodedReader(raw: TextFile['read'], encoding: string): TextFile['read'] {
  const decoder = createDecoder(encoding)
  const chunk = new Uint8Array(65_536)
  let pending: Uint8Array = new Uint8Array(0)
  let ended = false
  return (into, at) => {
    while (pending.length === 0 && !ended) {
      const count = raw(chunk, 0)
      ended = count === 0
      pending = Buffer.from(decode(decoder, chunk.subarray(0, count), ended))
    }
    const piece = pending.subarray(0, into.length - at)
    into.set(piece, at)
    pending = pending.subarray(piece.length)
    return piece.length
  }
}

function createDecoder(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true })
  } catch {
    throw new ActionError(`uses the encoding ${quote(encoding)}, which is not supported; use UTF-8`)
  }
}

function decode(decoder: TextDecoder, bytes: Uint8Array, last: boolean): string {
  try {
    return decoder.decode(bytes, { stream: !last })
  } catch {
    throw new ActionError(
      `declares ${decoder.encoding}, but contains bytes that are invalid in that encoding`,
    )
  }
}
