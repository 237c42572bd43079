import type { TextFile } from '../text-file.ts'
import { decodeText } from './characters.ts'
import type { XmlNames } from './names.ts'
import { maxDepth } from './open-elements.ts'
import type { RecordMatcher } from './record-matcher.ts'
import { Close, End, Open, Text, XmlTokenizer } from './tokenizer.ts'

/**
 * A pull parser for XML that works on bytes: it builds no tree, and creates strings only on request. It checks that
 * the document is well-formed. A DOCTYPE is skipped, so that only the five predefined entities are resolved. An empty
 * element is an `Open` and a `Close`; blank text is not an event.
 *
 * Error messages complete "Report …".
 *
 * @see https://www.w3.org/TR/xml/
 */
export class XmlReader {
  /** Name number of the element that was opened or closed. */
  name = 0
  readonly #tokens: XmlTokenizer
  /** Whether the element opened last is empty, and whether the innermost one has just ended. */
  #isClosing = false
  #isClosed = false

  constructor(file: TextFile, names: XmlNames) {
    this.#tokens = new XmlTokenizer(file, names)
  }

  /** The number of open elements, including the one of an `Open` or `Close`. */
  get depth(): number {
    return this.#tokens.open.depth
  }

  /** Advances to the next event. */
  next(): number {
    if (this.#isClosed) this.#leave()
    const event = this.#isClosing ? Close : this.#tokens.next()
    this.#isClosing = event === Open && this.#tokens.isEmpty
    this.#isClosed = event === Close
    if (event === Open) this.name = this.#tokens.name
    else if (event === Close) this.name = this.#tokens.open.number
    return event
  }

  /** Advances to the next element inside the one at a depth; returns false when that one closes. */
  nextOpen(depth = 0): boolean {
    for (;;) {
      // Skips the `Close` of an empty child.
      if (this.#isClosing && this.depth > depth) this.#leave()
      const event = this.next()
      if (event === Open) return true
      if (event === End || (event === Close && this.depth === depth)) return false
    }
  }

  /**
   * Reads a batch of records directly inside the element at a depth; returns how many. If it returns 0, use
   * `nextOpen`. The matcher learns from the child element that has just ended.
   */
  readRecords(records: RecordMatcher, depth: number): number {
    if (depth === 0 || depth === maxDepth) return 0
    const { input, open, at } = this.#tokens
    if (this.depth === depth + 1 && (this.#isClosing || this.#isClosed)) {
      const start = input.indexOf(open.start)
      if (start >= 0) records.learn(input.bytes, start, at)
      this.#leave()
    }
    if (this.depth !== depth || this.#isClosing || this.#isClosed) return 0
    const count = records.read(input.bytes, input.view, at)
    if (count > 0) this.#tokens.at = records.end
    return count
  }

  /** Skips to the end of the element opened last. */
  skip(): void {
    const { depth } = this
    while (this.nextOpen(depth));
  }

  /** Reads the text of the element opened last, up to its end, trimmed. */
  readText(): string {
    const { depth } = this
    let text = ''
    for (let event = this.next(); event !== End; event = this.next()) {
      if (event === Text) text += this.content
      if (event === Close && this.depth === depth) break
    }
    return text.trim()
  }

  /** The text read last, decoded. */
  get content(): string {
    const { input, textFrom, textTo, isVerbatim } = this.#tokens
    const text = input.bytes.toString('utf8', textFrom, textTo).replace(/\r\n?/g, '\n')
    return isVerbatim ? text : decodeText(text)
  }

  has(attribute: number): boolean {
    return this.#tokens.attributes.has(attribute)
  }

  /** Returns an attribute of the element opened last, decoded. */
  text(attribute: number): string | undefined {
    return this.#tokens.attributes.text(attribute)
  }

  /** Returns an attribute as a whole number between plus and minus 2^31. */
  integer(attribute: number): number | undefined {
    return this.#tokens.attributes.integer(attribute)
  }

  /** Whether an attribute, a number of any size and notation, is positive. */
  positive(attribute: number): boolean {
    return this.#tokens.attributes.positive(attribute)
  }

  /** Whether an attribute equals a lower-case word, ignoring case. */
  is(attribute: number, word: string): boolean {
    return this.#tokens.attributes.is(attribute, word)
  }

  /** @throws ActionError with the position in the file */
  fail(problem: string, at?: number): never {
    return this.#tokens.fail(problem, at)
  }

  #leave(): void {
    this.#isClosing = false
    this.#isClosed = false
    this.#tokens.open.depth--
  }
}
