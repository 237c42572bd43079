import { ActionError, FileError, quote, readFile } from '@ci-actions/kit'
import { maxFiles } from './zip.ts'

// https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
const megabyte = 1024 * 1024
const maxSent = 50 * megabyte
const maxUnpacked = 250 * megabyte

export function refuseUnsendable(path: string, size: number): void {
  if (size <= maxSent) return
  throw new ActionError(
    `Package ${quote(path)} is a zip of ${say(size)}, and Lambda takes at most ${say(maxSent)} ` +
      'in a request. Upload it to S3 (aws s3 cp) and give s3://bucket/key.',
  )
}

/** @param size bytes, unpacked */
export function refuseLarge(path: string, size: number, files: number): void {
  if (size > maxUnpacked) {
    throw new ActionError(
      `Package ${quote(path)} is over ${say(maxUnpacked)} unpacked, which is the most that Lambda takes; use an image.`,
    )
  }
  if (files > maxFiles) {
    throw new ActionError(
      `Package ${quote(path)} has over ${maxFiles} files, more than a zip holds.`,
    )
  }
}

/** Reads a file of a package, or the package where that is one. */
export function readPart(path: string, place: string): Buffer {
  try {
    return readFile(place, maxUnpacked)
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    throw new ActionError(`Package ${quote(path)} ${error.message}.`)
  }
}

/** A number of bytes as a person says it. */
export function say(bytes: number): string {
  if (bytes < megabyte) return `${Math.ceil(bytes / 1024)} kB`
  return `${(bytes / megabyte).toFixed(1)} MB`
}
