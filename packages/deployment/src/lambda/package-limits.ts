import { ActionError, FileError, quote, readFile } from '@ci-actions/kit'
import { maxFiles } from './zip.ts'

// https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
const megabyte = 1024 * 1024
const maxSent = 50 * megabyte
const maxUnpacked = 250 * megabyte

export function refuseUnsendable(path: string, size: number): void {
  if (size <= maxSent) return
  throw new ActionError(
    `Package ${quote(path)} is a zip of ${say(size)}, but Lambda accepts at most ${say(maxSent)} ` +
      'per request. Upload it to S3 (aws s3 cp) and use s3://bucket/key.',
  )
}

/** @param size unpacked size in bytes */
export function refuseLarge(path: string, size: number, files: number): void {
  if (size > maxUnpacked) {
    throw new ActionError(
      `Package ${quote(path)} is over ${say(maxUnpacked)} unpacked, the maximum for Lambda; use an image.`,
    )
  }
  if (files > maxFiles) {
    throw new ActionError(
      `Package ${quote(path)} has over ${maxFiles} files, more than a zip can contain.`,
    )
  }
}

/** Reads a file of a package, or the whole package if it is a file. */
export function readPart(path: string, place: string): Buffer {
  try {
    return readFile(place, maxUnpacked)
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    throw new ActionError(`Package ${quote(path)} ${error.message}.`)
  }
}

/** Formats a number of bytes for people. */
export function say(bytes: number): string {
  if (bytes < megabyte) return `${Math.ceil(bytes / 1024)} kB`
  return `${(bytes / megabyte).toFixed(1)} MB`
}
