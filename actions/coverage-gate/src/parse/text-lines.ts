import { Failure, quote } from '@ci-actions/kit'
import type { TextFile } from './text-file.ts'

const chunkSize = 256 * 1024
/** One line is held whole; none of a report is near this. */
const longest = 16 * 1024 * 1024
const LF = 0x0a
const CR = 0x0d

/**
 * Text as whole lines in one buffer that is used again and again: no string until one is asked for.
 * Every line in it ends with a line feed, so that a loop over a line ends there at the latest.
 *
 *     while (lines.fill()) for (let at = 0; at < lines.limit; ) at = …
 */
export class TextLines {
  bytes = Buffer.allocUnsafe(chunkSize)
  /** The same bytes, to look at four at a time. */
  view = viewOf(this.bytes)
  /** Where the last whole line ends. */
  limit = 0
  /** Whether the last line of the file has no line feed of its own. */
  unfinished = false
  readonly #file: TextFile
  #read = 0
  #before = 0

  constructor(file: TextFile) {
    this.#file = file
  }

  /** Replaces the lines by the next ones; false when there are no more. */
  fill(): boolean {
    this.#before += this.limit
    this.bytes.copyWithin(0, this.limit, this.#read)
    this.#read -= this.limit
    this.limit = 0
    while (this.limit === 0) {
      // One byte stays free for the line feed that the end of the file may lack.
      if (this.#read === this.bytes.length - 1) this.#grow()
      const room = this.bytes.subarray(0, this.bytes.length - 1)
      const count = this.#file.read(room, this.#read)
      if (count === 0) return this.#finish()
      const from = this.#read
      this.#read += count
      const last = this.bytes.subarray(from, this.#read).lastIndexOf(LF)
      if (last >= 0) this.limit = from + last + 1
    }
    return true
  }

  /** Where the line feed of a line is. */
  endOf(from: number): number {
    return this.bytes.indexOf(LF, from)
  }

  /** The text from here to the end of its line, without blanks around it. */
  rest(from: number): string {
    return this.bytes.toString('utf8', from, this.endOf(from)).trim()
  }

  /** Where a line ends whose line feed is here, without the carriage return of Windows. */
  trimmed(from: number, end: number): number {
    return end > from && this.bytes[end - 1] === CR ? end - 1 : end
  }

  /** Says what is wrong with the line that begins here. */
  fail(from: number, expected: string): never {
    const seen = quote(this.rest(from))
    throw new Failure(`has ${seen} where ${expected} belongs (at byte ${this.#before + from})`)
  }

  /** Says that the file ends too early. */
  cutOff(where: string): never {
    throw new Failure(`ends ${where}; the tool that writes it did not get to its end`)
  }

  #finish(): boolean {
    if (this.#read === 0) return false
    this.unfinished = true
    this.bytes[this.#read++] = LF
    this.limit = this.#read
    return true
  }

  #grow(): void {
    if (this.bytes.length >= longest) {
      throw new Failure(`has a line of more than 16 MiB (at byte ${this.#before})`)
    }
    const larger = Buffer.allocUnsafe(this.bytes.length * 2)
    this.bytes.copy(larger)
    this.bytes = larger
    this.view = viewOf(larger)
  }
}

export function viewOf({ buffer, byteOffset, length }: Buffer): DataView {
  return new DataView(buffer, byteOffset, length)
}
