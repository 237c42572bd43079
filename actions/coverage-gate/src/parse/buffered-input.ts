import { ActionError } from '@ci-actions/kit'
import type { TextFile } from './text-file.ts'

const chunkSize = 256 * 1024
/** How many bytes behind the last one read may be looked at; the first of them is NUL. */
const lookAhead = 64
/** What is held whole is one line, tag or text; none of a report is near this. */
const largestToken = 16 * 1024 * 1024

/**
 * The bytes of a file in one buffer that is used again and again. A NUL stands behind the last byte
 * read, so that a loop over bytes of a kind that NUL is not of needs no other end.
 */
export class BufferedInput {
  bytes = Buffer.alloc(chunkSize + lookAhead)
  /** The same bytes, to look at four at a time. */
  view = viewOf(this.bytes)
  /** Where the bytes read end. */
  limit = 0
  readonly #file: TextFile
  readonly #token: string
  /** How many bytes came before those in the buffer. */
  #before = 0

  /** `token` is what has to be held whole, as its message names it: `a line`. */
  constructor(file: TextFile, token: string) {
    this.#file = file
    this.#token = token
  }

  /** Where a byte of the buffer is in the file. */
  positionOf(at: number): number {
    return this.#before + at
  }

  /** Where a byte of the file is in the buffer; negative when it has left it. */
  indexOf(position: number): number {
    return position - this.#before
  }

  /** Reads on; what stands from `keep` on moves to the front. False at the end of the file. */
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

  /** Says what is wrong with the report, and where. */
  fail(what: string, at: number): never {
    throw new ActionError(`${what} (at byte ${this.positionOf(at)})`)
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
