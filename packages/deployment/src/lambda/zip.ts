import { promisify } from 'node:util'
import { crc32, deflateRaw, deflateRawSync } from 'node:zlib'

// The format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT

/** A file to put into a zip. */
export interface ZipFile {
  /** Path, separated by `/`. */
  readonly path: string
  /** Contents; for a link, its target. */
  readonly bytes: Buffer
  readonly kind: ZipKind
}

/** `program` is an executable file. */
export type ZipKind = 'file' | 'program' | 'link'

/** Unix modes. */
const modes = { file: 0o100644, program: 0o100755, link: 0o120777 } as const

/** Maximum number of entries without the Zip64 extension. */
export const maxFiles = 0xffff

const inBackground = promisify(deflateRaw)

/** Smaller files are deflated faster synchronously; bytes. */
const worthAStream = 64 * 1024

/** 1 January 1980, midnight: the earliest time in a zip, and the same for every file. */
const time = { hour: 0, day: 0x21 }

const utf8Names = 0x0800
const unix = 3 << 8
const needed = 20

/**
 * Creates a zip that depends only on its files, not on their times, owners or order, so that the same files have the
 * same hash.
 */
export async function zip(files: readonly ZipFile[]): Promise<Buffer> {
  const sorted = files
    .map((file) => ({ ...file, name: Buffer.from(file.path) }))
    .sort((a, b) => Buffer.compare(a.name, b.name))
  const packed = await Promise.all(
    sorted.map(async (file) => ({ ...file, ...(await pack(file.bytes)) })),
  )
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const file of packed) {
    const local = localHeader(file)
    directory.push(directoryEntry(file, offset))
    parts.push(local, file.data)
    offset += local.length + file.data.length
  }
  const size = directory.reduce((total, { length }) => total + length, 0)
  return Buffer.concat([...parts, ...directory, endOfDirectory(packed.length, size, offset)])
}

interface Packed extends Pick<ZipFile, 'bytes' | 'kind'> {
  readonly name: Buffer
  readonly method: 0 | 8
  readonly data: Buffer
  readonly sum: number
}

/** Deflates a file, or stores it if deflating makes it longer. */
async function pack(bytes: Buffer): Promise<Pick<Packed, 'method' | 'data' | 'sum'>> {
  const isSmall = bytes.length < worthAStream
  const small = isSmall ? deflateRawSync(bytes) : await inBackground(bytes)
  const sum = crc32(bytes)
  return small.length < bytes.length
    ? { method: 8, data: small, sum }
    : { method: 0, data: bytes, sum }
}

function localHeader(file: Packed): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  writeShared(header, file, 4)
  return Buffer.concat([header, file.name])
}

function directoryEntry(file: Packed, offset: number): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(unix | needed, 4)
  writeShared(entry, file, 6)
  entry.writeUInt32LE((modes[file.kind] << 16) >>> 0, 38)
  entry.writeUInt32LE(offset, 42)
  return Buffer.concat([entry, file.name])
}

/** Writes the fields that the local header and the directory entry share. */
function writeShared(target: Buffer, { name, bytes, method, data, sum }: Packed, at: number): void {
  target.writeUInt16LE(needed, at)
  target.writeUInt16LE(utf8Names, at + 2)
  target.writeUInt16LE(method, at + 4)
  target.writeUInt16LE(time.hour, at + 6)
  target.writeUInt16LE(time.day, at + 8)
  target.writeUInt32LE(sum, at + 10)
  target.writeUInt32LE(data.length, at + 14)
  target.writeUInt32LE(bytes.length, at + 18)
  target.writeUInt16LE(name.length, at + 22)
}

function endOfDirectory(files: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files, 8)
  end.writeUInt16LE(files, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return end
}
