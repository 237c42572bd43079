import { inflateRawSync, constants as zlib } from 'node:zlib'

// The format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT

/** What the directory of a zip says of a file in it. */
export interface ZipEntry {
  readonly path: string
  /** Bytes, unpacked. */
  readonly size: number
  /** As Unix has it, without its kind: 0o755; 0 where the zip was made on a system that has none. */
  readonly mode: number
  readonly isLink: boolean
  /** How its bytes are packed: 0 is not at all, 8 is deflated. */
  readonly method: number
  readonly packedSize: number
  /** Where the zip holds it. */
  readonly offset: number
}

/** The end of the directory and the longest comment behind it. */
const maxTail = 22 + 0xffff

/** The files in a zip, by its directory; undefined when it is no zip that can be read. */
export function entriesOf(zip: Buffer): ZipEntry[] | undefined {
  const tail = Math.max(0, zip.length - maxTail)
  const end = tail + zip.subarray(tail).lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < tail || end + 22 > zip.length) return undefined
  const entries: ZipEntry[] = []
  const count = zip.readUInt16LE(end + 10)
  let at = zip.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || zip.readUInt32LE(at) !== 0x02014b50) return undefined
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28)
    const mode = zip.readUInt32LE(at + 38) >>> 16
    entries.push({
      path: zip.toString('utf8', at + 46, nameEnd),
      size: zip.readUInt32LE(at + 24),
      mode: mode & 0o7777,
      isLink: (mode & 0o170000) === 0o120000,
      method: zip.readUInt16LE(at + 10),
      packedSize: zip.readUInt32LE(at + 20),
      offset: zip.readUInt32LE(at + 42),
    })
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return entries
}

/** The first bytes of a file in a zip; undefined when they cannot be read. */
export function beginningOf(zip: Buffer, entry: ZipEntry, most: number): Buffer | undefined {
  const { offset, method, packedSize } = entry
  if (offset + 30 > zip.length || zip.readUInt32LE(offset) !== 0x04034b50) return undefined
  const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28)
  // So much of deflated bytes is enough for any beginning, and too little for a bomb.
  const packed = zip.subarray(start, start + Math.min(packedSize, most + 1024))
  if (method === 0) return packed.subarray(0, most)
  if (method !== 8) return undefined
  try {
    return inflateRawSync(packed, { finishFlush: zlib.Z_SYNC_FLUSH }).subarray(0, most)
  } catch {
    return undefined
  }
}
