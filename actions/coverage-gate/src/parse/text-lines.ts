import { ActionError, quote } from '@ci-actions/kit'
import { BufferedInput } from './buffered-input.ts'
import type { TextFile } from './text-file.ts'

const LF = 0x0a
const CR = 0x0d

/**
 * Reads whole lines into one buffer that is reused; strings are created only on request. Every line in the buffer
 * ends with a line feed, so that a loop over a line ends there at the latest.
 *
 *     while (lines.fill()) for (let at = 0; at < lines.limit; ) at = …
 */
export class TextLines {
  /** End of the last whole line. */
  limit = 0
  /** Whether the file ends without a line feed. */
  unfinished = false
  readonly #input: BufferedInput

  constructor(file: TextFile) {
    this.#input = new BufferedInput(file, 'a line')
  }

  get bytes(): Buffer {
    return this.#input.bytes
  }

  /** View of the same bytes, for reading four at a time. */
  get view(): DataView {
    return this.#input.view
  }

  /** Replaces the lines by the next ones; returns false if there are no more. */
  fill(): boolean {
    const input = this.#input
    let keep = this.limit
    this.limit = 0
    for (;;) {
      const searched = input.limit - keep
      if (!input.more(keep)) return this.#finish()
      const last = input.bytes.subarray(searched, input.limit).lastIndexOf(LF)
      if (last >= 0) {
        this.limit = searched + last + 1
        return true
      }
      keep = 0
    }
  }

  /** Returns the index of the line feed of a line. */
  endOf(from: number): number {
    return this.bytes.indexOf(LF, from)
  }

  /** Returns the rest of a line, trimmed. */
  rest(from: number): string {
    return this.bytes.toString('utf8', from, this.endOf(from)).trim()
  }

  /** Returns the end of a line without a carriage return, given the index of its line feed. */
  trimmed(from: number, end: number): number {
    return end > from && this.bytes[end - 1] === CR ? end - 1 : end
  }

  /** @throws ActionError about the rest of a line */
  fail(from: number, expected: string): never {
    return this.#input.fail(`has ${quote(this.rest(from))} where ${expected} is expected`, from)
  }

  /** @throws ActionError because the file ends too early */
  cutOff(where: string): never {
    throw new ActionError(`ends ${where}; the tool that writes it did not finish`)
  }

  /** Adds the missing line feed to the last line. */
  #finish(): boolean {
    const input = this.#input
    if (input.limit === 0) return false
    this.unfinished = true
    input.bytes[input.limit] = LF
    this.limit = ++input.limit
    return true
  }
}
