import { ActionError } from '@ci-actions/kit'
import type { TextFile } from './text-file.ts'

const chunkSize = 256 * 1024
/** How many bytes after the last one read may be accessed; the first of them is NUL. */
const lookAhead = 64
/** The largest line, tag or text, which has to fit into the buffer; far more than reports contain. */
const largestToken = 16 * 1024 * 1024

/**
 * Reads a file into one buffer that is reused. A NUL follows the last byte read, so that a loop over a class of bytes
 * without NUL needs no other end condition.
 */
export class BufferedInput {
  bytes = Buffer.alloc(chunkSize + lookAhead)
  /** View of the same bytes, for reading four at a time. */
  view = viewOf(this.bytes)
  /** End of the bytes read. */
  limit = 0
  readonly #file: TextFile
  readonly #token: string
  /** Position in the file of the first byte in the buffer. */
  #before = 0

  /** `token` names the unit that must fit into the buffer in error messages, such as `a line`. */
  constructor(file: TextFile, token: string) {
    this.#file = file
    this.#token = token
  }

  /** Returns the position in the file of a byte in the buffer. */
  positionOf(at: number): number {
    return this.#before + at
  }

  /** Returns the index in the buffer of a byte of the file; negative if it is no longer in the buffer. */
  indexOf(position: number): number {
    return position - this.#before
  }

  /** Reads more bytes and moves those from `keep` on to the front; returns false at the end of the file. */
  more(keep: number): boolean {
    const kept = this.limit - keep
    if (kept > this.bytes.length / 2) this.#grow(keep)
    else this.bytes.copyWithin(0, keep, this.limit)
    this.#before += keep
    const room = this.bytes.subarray(0, this.bytes.length - lookAhead)
    const count = this.#file.read(room, kept)
    this.limit = kept + count
    this.bytes[this.limit] = 0
    return count > 0
  }

  /** @throws ActionError with the position in the file */
  fail(problem: string, at: number): never {
    throw new ActionError(`${problem} (at byte ${this.positionOf(at)})`)
  }

  #grow(keep: number): void {
    if (this.limit - keep > largestToken) {
      this.fail(`has ${this.#token} of more than 16 MiB`, keep)
    }
    const larger = Buffer.alloc(this.bytes.length * 2)
    this.bytes.copy(larger, 0, keep, this.limit)
    this.bytes = larger
    this.view = viewOf(larger)
  }
}

export function viewOf({ buffer, byteOffset, length }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, length)
}
