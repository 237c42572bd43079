/** What the directory of a zip says of a file in it. */
export interface ZipEntry {
  readonly path: string
  /** Bytes, unpacked. */
  readonly size: number
  readonly isLink: boolean
}

/** The end of the directory and the longest comment behind it. */
const mostTail = 22 + 0xffff

/** The files in a zip, by its directory; undefined when it is no zip that can be read. */
export function entriesOf(zip: Buffer): ZipEntry[] | undefined {
  const tail = Math.max(0, zip.length - mostTail)
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
      isLink: (mode & 0o170000) === 0o120000,
    })
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return entries
}
