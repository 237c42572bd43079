import { quote } from '@ci-actions/kit'
import { BufferedInput } from '../buffered-input.ts'
import {
  AMPERSAND,
  APOSTROPHE,
  BANG,
  CLOSE_BRACKET,
  EQUALS,
  GREATER,
  LESS,
  QUESTION,
  QUOTE,
  SLASH,
} from '../bytes.ts'
import type { TextFile } from '../text-file.ts'
import { XmlAttributes } from './attributes.ts'
import { classes, nameByte, nameStart, plainText, plainValue, space } from './characters.ts'
import {
  endOfCdata,
  endOfComment,
  endOfDoctype,
  endOfInstruction,
  endOfReference,
} from './markup.ts'
import { NameTable, type XmlNames } from './names.ts'
import { maxDepth, OpenElements } from './open-elements.ts'

/** The events of `XmlReader.next`. */
export const End = 0
export const Open = 1
export const Close = 2
export const Text = 3

/**
 * Splits a document into tags and texts and checks that each is well-formed. An incomplete token is read again from
 * its start after more bytes have been read.
 */
export class XmlTokenizer {
  readonly input: BufferedInput
  readonly attributes: XmlAttributes
  readonly open = new OpenElements()
  /** Start of the next token. */
  at = 0
  /** Name number of the element opened last, and whether it is empty. */
  name = 0
  isEmpty = false
  /** The text read last, and whether it is CDATA, which is not decoded. */
  textFrom = 0
  textTo = 0
  isVerbatim = false
  readonly #names: NameTable
  #started = false
  #doctype = false

  constructor(file: TextFile, names: XmlNames) {
    this.input = new BufferedInput(file, 'a tag, text or comment')
    this.#names = new NameTable(Object.keys(names))
    this.attributes = new XmlAttributes(this.input, this.#names)
  }

  /** Returns the next token as an event; an end tag leaves its element open. */
  next(): number {
    for (;;) {
      const token = this.#token()
      if (token !== undefined) return token
    }
  }

  /** @throws ActionError with the position in the file */
  fail(problem: string, at = this.at): never {
    return this.input.fail(problem, at)
  }

  /** Reads one token; returns undefined if it is not an event, or if more has to be read first. */
  #token(): number | undefined {
    const { bytes, limit } = this.input
    const start = this.at
    if (start === limit) return this.#more() ? undefined : this.#end()
    if (bytes[start] !== LESS) return this.#text()
    const next = bytes[start + 1] ?? 0
    if ((classes[next] ?? 0) & nameStart) return this.#tag()
    if (next === SLASH) return this.#endTag()
    if (next === BANG) return this.#declaration()
    if (next === QUESTION) return this.#continueAt(endOfInstruction(this.input, start))
    return this.#unfinished(start + 1, 'a "<" that does not start a tag')
  }

  #end(): number {
    if (this.open.depth > 0) this.#cutOff()
    if (!this.#started) this.fail('contains no XML element')
    return End
  }

  #tag(): number | undefined {
    const { bytes, view } = this.input
    const names = this.#names
    const attributes = this.attributes
    const start = this.at
    const nameEnd = names.readElement(bytes, start + 1)
    const name = names.number
    let at = nameEnd
    let last = name
    const stamp = ++attributes.stamp
    for (;;) {
      // Nearly all attributes are the expected one, with one blank before it and a plain value.
      const expected = names.attributeAfter(name, last)
      const from = expected > 0 ? names.valueOf(expected, view, at) : 0
      if (from > 0) {
        let to = from
        while ((classes[bytes[to] ?? 0] ?? 0) & plainValue) to++
        if (bytes[to] === QUOTE && attributes.stamps[expected] !== stamp) {
          attributes.stamps[expected] = stamp
          attributes.from[expected] = from
          attributes.to[expected] = to
          at = to + 1
          last = expected
          continue
        }
      }
      const gap = at
      while ((classes[bytes[at] ?? 0] ?? 0) & space) at++
      const byte = bytes[at] ?? 0
      if (byte === GREATER) break
      if (byte === SLASH) {
        if (bytes[at + 1] !== GREATER) return this.#unfinished(at + 1, 'a "/" inside a tag')
        break
      }
      if (!((classes[byte] ?? 0) & nameStart))
        return this.#unfinished(at, 'a tag that is not closed')
      if (gap === at) return this.#unfinished(at, 'attributes without a blank between them')
      at = this.#attribute(at, name, last)
      if (at < 0) return undefined
      last = names.number
    }
    if (this.open.depth === 0 && this.#started)
      this.fail('continues after its end: the file contains two documents')
    if (this.open.depth === maxDepth) this.fail(`is nested more than ${maxDepth} elements deep`)
    this.#started = true
    this.isEmpty = bytes[at] === SLASH
    this.at = this.isEmpty ? at + 2 : at + 1
    this.name = name
    // The name of an empty element is not needed again.
    const kept = this.isEmpty ? start + 1 : nameEnd
    this.open.push(name, this.input.positionOf(start), bytes, start + 1, kept)
    return Open
  }

  /** Reads one attribute; returns its end, or -1 if more has to be read first. */
  #attribute(start: number, element: number, last: number): number {
    const { bytes } = this.input
    let at = this.#names.readAttribute(bytes, start, element, last)
    const name = this.#names.number
    while ((classes[bytes[at] ?? 0] ?? 0) & space) at++
    if (bytes[at] !== EQUALS) return this.#short(at, 'an attribute without a value')
    at++
    while ((classes[bytes[at] ?? 0] ?? 0) & space) at++
    const mark = bytes[at] ?? 0
    if (mark !== QUOTE && mark !== APOSTROPHE) return this.#short(at, 'an attribute without quotes')
    const from = ++at
    for (;;) {
      while ((classes[bytes[at] ?? 0] ?? 0) & plainValue) at++
      const byte = bytes[at] ?? 0
      if (byte === mark) break
      if (byte === AMPERSAND) {
        at = endOfReference(this.input, at)
        if (at < 0) return this.#short(this.input.limit, '')
      } else if (byte === QUOTE || byte === APOSTROPHE || (classes[byte] ?? 0) & space) {
        at++
      } else {
        return this.#short(at, 'an attribute that is not closed, or a character XML does not allow')
      }
    }
    if (name > 0 && !this.attributes.keep(name, from, at)) {
      this.fail('has the same attribute twice in a tag', from)
    }
    return at + 1
  }

  #endTag(): number | undefined {
    const { bytes, limit } = this.input
    let at = this.open.endOfName(bytes, this.at + 2)
    if (at < 0) return this.#wrongEndTag()
    while ((classes[bytes[at] ?? 0] ?? 0) & space) at++
    if (bytes[at] !== GREATER) return at < limit ? this.#wrongEndTag() : this.#wait()
    this.at = at + 1
    return Close
  }

  #wrongEndTag(): undefined {
    const { bytes, limit } = this.input
    let at = this.at + 2
    while ((classes[bytes[at] ?? 0] ?? 0) & nameByte) at++
    if (at >= limit) return this.#wait()
    const seen = quote(`</${bytes.toString('utf8', this.at + 2, at)}>`)
    if (this.open.depth === 0) this.fail(`has ${seen} where no element is open`)
    this.fail(`has ${seen} where </${this.#openName()}> is expected`)
  }

  #openName(): string {
    return quote(this.open.name, 40).slice(1, -1)
  }

  #text(): number | undefined {
    const { bytes, limit } = this.input
    let at = this.at
    while ((classes[bytes[at] ?? 0] ?? 0) & space) at++
    const blank = bytes[at] === LESS || (at === limit && this.open.depth === 0)
    if (blank) return this.#continueAt(at)
    if (this.open.depth === 0) this.fail('is not XML: there is text outside the root element', at)
    for (;;) {
      while ((classes[bytes[at] ?? 0] ?? 0) & plainText) at++
      const byte = bytes[at] ?? 0
      if (byte === LESS) break
      if (byte === AMPERSAND) {
        at = endOfReference(this.input, at)
        if (at < 0) return this.#wait()
      } else if (byte === CLOSE_BRACKET) {
        if (bytes[at + 1] === CLOSE_BRACKET && bytes[at + 2] === GREATER)
          this.fail('has a "]]>" in its text', at)
        at++
      } else {
        return this.#unfinished(at, 'a character XML does not allow')
      }
    }
    return this.#hold(this.at, at, at, false)
  }

  #hold(from: number, to: number, end: number, verbatim: boolean): number {
    this.textFrom = from
    this.textTo = to
    this.isVerbatim = verbatim
    this.at = end
    return Text
  }

  /** `<!--`, `<![CDATA[` or `<!DOCTYPE`. */
  #declaration(): number | undefined {
    const input = this.input
    const start = this.at
    if (input.limit - start < 9) return this.#wait()
    const head = input.bytes.toString('latin1', start, start + 9)
    if (head.startsWith('<!--')) return this.#continueAt(endOfComment(input, start))
    if (head === '<![CDATA[' && this.open.depth > 0) {
      const end = endOfCdata(input, start)
      return end < 0 ? this.#wait() : this.#hold(start + 9, end - 3, end, true)
    }
    if (head !== '<!DOCTYPE' || this.#started || this.#doctype) {
      this.fail(`has ${quote(head)} where it is not allowed`)
    }
    const end = endOfDoctype(input, start)
    this.#doctype = end >= 0
    return this.#continueAt(end)
  }

  /** Continues after markup that is not an event; a negative end means that more has to be read. */
  #continueAt(end: number): undefined {
    if (end < 0) return this.#wait()
    this.at = end
    return undefined
  }

  /** A loop stopped, either at the end of the bytes read, or at an invalid byte. */
  #unfinished(at: number, fault: string): undefined {
    if (at < this.input.limit) this.fail(`has ${fault}`, at)
    return this.#wait()
  }

  #short(at: number, fault: string): -1 {
    this.#unfinished(at, fault)
    return -1
  }

  /** Reads more bytes; the token is then read again from its start. */
  #wait(): undefined {
    if (!this.#more()) this.#cutOff()
    return undefined
  }

  #cutOff(): never {
    const inside = this.open.depth > 0 ? `<${this.#openName()}>` : 'a tag'
    this.fail(`ends in the middle, inside ${inside}: it was cut off while being written`)
  }

  /** Reads more bytes after the current token; returns false at the end of the file. */
  #more(): boolean {
    const hasMore = this.input.more(this.at)
    this.at = 0
    return hasMore
  }
}
