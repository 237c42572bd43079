import { ActionError, quote } from '@ci-actions/kit'
import { BufferedInput } from './buffered-input.ts'
import type { TextFile } from './text-file.ts'

const LF = 0x0a
const CR = 0x0d

/**
 * Text as whole lines in one buffer that is used again and again: no string until one is asked for.
 * Every line in it ends with a line feed, so that a loop over a line ends there at the latest.
 *
 *     while (lines.fill()) for (let at = 0; at < lines.limit; ) at = …
 */
export class TextLines {
  /** Where the last whole line ends. */
  limit = 0
  /** Whether the last line of the file has no line feed of its own. */
  unfinished = false
  readonly #input: BufferedInput

  constructor(file: TextFile) {
    this.#input = new BufferedInput(file, 'a line')
  }

  get bytes(): Buffer {
    return this.#input.bytes
  }

  /** The same bytes, to look at four at a time. */
  get view(): DataView {
    return this.#input.view
  }

  /** Replaces the lines by the next ones; false when there are no more. */
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
    return this.#input.fail(`has ${quote(this.rest(from))} where ${expected} belongs`, from)
  }

  /** Says that the file ends too early. */
  cutOff(where: string): never {
    throw new ActionError(`ends ${where}; the tool that writes it did not get to its end`)
  }

  /** Ends the last line where the file does not. */
  #finish(): boolean {
    const input = this.#input
    if (input.limit === 0) return false
    this.unfinished = true
    input.bytes[input.limit] = LF
    this.limit = ++input.limit
    return true
  }
}
