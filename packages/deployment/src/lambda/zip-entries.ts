import { inflateRawSync, constants as zlib } from 'node:zlib'

// The format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT

/** A file in the directory of a zip. */
export interface ZipEntry {
  readonly path: string
  /** Unpacked size in bytes. */
  readonly size: number
  /** Unix permissions, such as 0o755; 0 if the zip was made on a system without them. */
  readonly mode: number
  readonly isLink: boolean
  /** The compression method: 0 is stored, 8 is deflated. */
  readonly method: number
  readonly packedSize: number
  /** The position of the file in the zip. */
  readonly offset: number
}

/** Size of the end of the directory and the longest comment after it. */
const maxTail = 22 + 0xffff

/** Returns the files in a zip, from its directory; undefined if it is not a readable zip. */
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

/** Returns the first bytes of a file in a zip; undefined if they cannot be read. */
export function beginningOf(zip: Buffer, entry: ZipEntry, maxBytes: number): Buffer | undefined {
  const { offset, method, packedSize } = entry
  if (offset + 30 > zip.length || zip.readUInt32LE(offset) !== 0x04034b50) return undefined
  const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28)
  // Enough deflated data for any beginning, and too little for a zip bomb.
  const packed = zip.subarray(start, start + Math.min(packedSize, maxBytes + 1024))
  if (method === 0) return packed.subarray(0, maxBytes)
  if (method !== 8) return undefined
  try {
    return inflateRawSync(packed, { finishFlush: zlib.Z_SYNC_FLUSH }).subarray(0, maxBytes)
  } catch {
    return undefined
  }
}
