import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs'
import { resolve } from 'node:path'
import { ActionError, InputError } from './errors.ts'
import { errorCode } from './machine-errors.ts'
import { quote } from './quote.ts'

/** A file that cannot be opened, read or written. The message completes "the file …, which …". */
export class FileError extends ActionError {
  override name = 'FileError'

  get isMissing(): boolean {
    return this.message === missing
  }
}

const missing = 'does not exist'

/**
 * Reads the file that an input names, relative to the workspace or absolute.
 *
 * @param most maximum size in bytes
 * @throws InputError if the file does not exist, is not a regular file, or is larger
 */
export function readInputFile(
  input: string,
  path: string,
  workspace: string,
  most = defaultMaxBytes,
): Buffer {
  try {
    return readFile(resolve(workspace, path), most)
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    const hint = error.isMissing ? ' Does actions/checkout run before this step?' : ''
    throw new InputError(
      `Input "${input}" names the file ${quote(path)}, which ${error.message}.${hint}`,
    )
  }
}

/** More than anyone writes by hand. */
const defaultMaxBytes = 1024 * 1024

/**
 * Reads a file of the workspace, which is untrusted: a build or a contributor may have put anything there.
 *
 * @param most maximum size in bytes
 * @throws FileError if the file does not exist, is not a regular file, or is larger
 */
export function readFile(path: string, most: number): Buffer {
  const bytes = readBeginning(path, most + 1)
  if (bytes.length > most) throw new FileError(`is larger than ${formatSize(most)}`)
  return bytes
}

/**
 * Reads the first bytes of a file.
 *
 * @param most maximum number of bytes
 * @throws FileError if the file does not exist or is not a regular file
 */
export function readBeginning(path: string, most: number): Buffer {
  const descriptor = openFile(path)
  try {
    const pieces: Buffer[] = []
    for (let left = most; left > 0; ) {
      const piece = Buffer.allocUnsafe(Math.min(left, pieceSize))
      const length = readSync(descriptor, piece)
      if (length === 0) break
      pieces.push(piece.subarray(0, length))
      left -= length
    }
    return Buffer.concat(pieces)
  } catch (error) {
    throw new FileError(`cannot be read (${errorCode(error)})`)
  } finally {
    closeSync(descriptor)
  }
}

const pieceSize = 64 * 1024

/**
 * Opens a regular file for reading and returns its descriptor.
 *
 * @throws FileError if the file does not exist or is not a regular file
 */
export function openFile(path: string): number {
  return open(path, constants.O_RDONLY)
}

/**
 * Opens a file for writing, truncates it and returns its descriptor.
 *
 * @throws FileError if the file cannot be written or is not a regular file
 */
export function createFile(path: string): number {
  return open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC)
}

/**
 * Opens a file without blocking. A named pipe would otherwise block the whole process until its other end is opened,
 * regardless of the deadline and of cancellation.
 */
function open(path: string, flags: number): number {
  let descriptor: number
  try {
    // Undefined on Windows.
    descriptor = openSync(path, flags | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    throw new FileError(fileErrorReason(error))
  }
  const stats = fstatSync(descriptor)
  if (stats.isFile()) return descriptor
  closeSync(descriptor)
  throw new FileError(`is ${fileKind(stats)}, not a file`)
}

const reasons = new Map([
  ['ENOENT', missing],
  ['ENOTDIR', missing],
  ['EISDIR', 'is a folder, not a file'],
  ['ENXIO', 'is a pipe, a socket or a device, not a file'],
  ['ENODEV', 'is a device, not a file'],
])

function fileErrorReason(error: unknown): string {
  const code = errorCode(error)
  return reasons.get(code) ?? `cannot be opened (${code})`
}

function fileKind(stats: Stats): string {
  if (stats.isDirectory()) return 'a folder'
  if (stats.isFIFO()) return 'a named pipe'
  return stats.isSocket() ? 'a socket' : 'a device'
}

function formatSize(bytes: number): string {
  return `${bytes / 1024 ** 2} MiB`
}
