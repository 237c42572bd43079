import type { TextFile } from '../text-file.ts'
import { decodeText } from './characters.ts'
import type { XmlNames } from './names.ts'
import { deepest } from './open-elements.ts'
import type { RecordMatcher } from './record-matcher.ts'
import { Close, End, Open, Text, XmlTokenizer } from './tokenizer.ts'

/**
 * Reads XML as a stream of events, straight from the bytes: no tree, and no string until one is
 * asked for. Well-formedness is checked, a DOCTYPE is passed over and nothing in it is resolved, so
 * that the only entities are the five of XML itself. An empty element is an `Open` and a `Close`;
 * text that is blank is no event.
 *
 * Messages of its failures complete "The report …".
 *
 * @see https://www.w3.org/TR/xml/
 */
export class XmlReader {
  /** The number of the element that was opened or closed. */
  name = 0
  readonly #tokens: XmlTokenizer
  /** Whether the element just opened is empty, and whether the innermost one has just ended. */
  #isClosing = false
  #isClosed = false

  constructor(file: TextFile, names: XmlNames) {
    this.#tokens = new XmlTokenizer(file, names)
  }

  /** How many elements are open; on `Open` and `Close` the element itself counts. */
  get depth(): number {
    return this.#tokens.open.depth
  }

  /** Goes on to the next event. */
  next(): number {
    if (this.#isClosed) this.#leave()
    const event = this.#isClosing ? Close : this.#tokens.next()
    this.#isClosing = event === Open && this.#tokens.isEmpty
    this.#isClosed = event === Close
    if (event === Open) this.name = this.#tokens.name
    else if (event === Close) this.name = this.#tokens.open.number
    return event
  }

  /** Goes on to the next element inside the one at this depth; false when that one closes. */
  nextOpen(depth = 0): boolean {
    for (;;) {
      // The end of an empty element inside is of no interest.
      if (this.#isClosing && this.depth > depth) this.#leave()
      const event = this.next()
      if (event === Open) return true
      if (event === End || (event === Close && this.depth === depth)) return false
    }
  }

  /**
   * Reads the rows that come next directly inside the element at this depth; returns how many. 0 means
   * that what comes next is to be read by `nextOpen`. The element in there that has just ended is one
   * that rows may look like.
   */
  readRows(rows: RecordMatcher, depth: number): number {
    if (depth === 0 || depth === deepest) return 0
    const { input, open, at } = this.#tokens
    if (this.depth === depth + 1 && (this.#isClosing || this.#isClosed)) {
      const start = input.indexOf(open.start)
      if (start >= 0) rows.learn(input.bytes, start, at)
      this.#leave()
    }
    if (this.depth !== depth || this.#isClosing || this.#isClosed) return 0
    const count = rows.read(input.bytes, input.view, at)
    if (count > 0) this.#tokens.at = rows.end
    return count
  }

  /** Goes to the end of the element just opened. */
  skip(): void {
    const { depth } = this
    while (this.nextOpen(depth));
  }

  /** The text in the element just opened, up to its end, without the blanks around it. */
  readText(): string {
    const { depth } = this
    let text = ''
    for (let event = this.next(); event !== End; event = this.next()) {
      if (event === Text) text += this.content
      if (event === Close && this.depth === depth) break
    }
    return text.trim()
  }

  /** The text just read, decoded. */
  get content(): string {
    const { input, textFrom, textTo, isVerbatim } = this.#tokens
    const text = input.bytes.toString('utf8', textFrom, textTo).replace(/\r\n?/g, '\n')
    return isVerbatim ? text : decodeText(text)
  }

  has(attribute: number): boolean {
    return this.#tokens.attributes.has(attribute)
  }

  /** An attribute of the element just opened, decoded. */
  text(attribute: number): string | undefined {
    return this.#tokens.attributes.text(attribute)
  }

  /** A whole number between plus and minus 2^31. */
  integer(attribute: number): number | undefined {
    return this.#tokens.attributes.integer(attribute)
  }

  /** Whether a number, of any size and notation, is more than zero. */
  positive(attribute: number): boolean {
    return this.#tokens.attributes.positive(attribute)
  }

  /** Whether an attribute is this word; upper and lower case are the same. */
  is(attribute: number, word: string): boolean {
    return this.#tokens.attributes.is(attribute, word)
  }

  /** Says what is wrong with the document, and where. */
  fail(what: string, at?: number): never {
    return this.#tokens.fail(what, at)
  }

  #leave(): void {
    this.#isClosing = false
    this.#isClosed = false
    this.#tokens.open.depth--
  }
}
