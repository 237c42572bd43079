import { Failure, quote } from '@ci-actions/kit'
import type { RecordMatcher } from './record-matcher.ts'
import type { TextFile } from './text-file.ts'

/** What `XmlReader.next` came to. */
export const End = 0
export const Open = 1
export const Close = 2
export const Text = 3

/** The names a reader tells apart, each by its number; every other name is 0. */
export type XmlNames<N extends string = string> = Readonly<Record<N, number>>

/** Numbers the names of the elements and attributes that are of interest, from 1 on. */
export function xmlNames<const N extends string>(...names: N[]): XmlNames<N> {
  return Object.fromEntries(names.map((name, i) => [name, i + 1])) as XmlNames<N>
}

const chunkSize = 256 * 1024
/** How far behind the last byte read a name is looked for. */
const slack = 64
/** One tag, text or comment is held whole; none of a report is near this. */
const largestToken = 16 * 1024 * 1024
const deepest = 1_000

const LF = 0x0a
const CR = 0x0d
const BANG = 0x21
const QUOTE = 0x22
const AMP = 0x26
const APOSTROPHE = 0x27
const DASH = 0x2d
const SLASH = 0x2f
const SEMICOLON = 0x3b
const LT = 0x3c
const EQUALS = 0x3d
const GT = 0x3e
const QUESTION = 0x3f
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d

/** What a byte may be. NUL is none of it: it stands behind the last byte read and ends every loop. */
const nameStart = 1
const nameByte = 2
const space = 4
const plainText = 8
const plainValue = 16
const classes = Uint8Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte)
  const beyondAscii = byte >= 0x80
  const blank = ' \t\r\n'.includes(character)
  const allowed = byte >= 0x20 || blank
  return (
    (beyondAscii || /[A-Za-z_:]/.test(character) ? nameStart : 0) |
    (beyondAscii || /[\w:.-]/.test(character) ? nameByte : 0) |
    (blank ? space : 0) |
    (allowed && !'<&]'.includes(character) ? plainText : 0) |
    (allowed && !'<&"\'\t\r\n'.includes(character) ? plainValue : 0)
  )
})

/** What does not stand for itself in a value. */
const odd = /[\t\r\n&]/

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
}

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
  /** How many elements are open; on `Open` and `Close` the element itself counts. */
  depth = 0

  readonly #file: TextFile
  readonly #vocabulary: Vocabulary
  #bytes = Buffer.alloc(chunkSize + slack)
  #view = viewOf(this.#bytes)
  /** Where the next token begins, where the bytes read end, and how many came before the buffer. */
  #at = 0
  #limit = 0
  #before = 0
  #started = false
  #doctype = false
  #closing = false
  #closed = false

  // The open elements: where each begins in the file, their numbers, and their names as bytes one
  // behind the other.
  readonly #starts = new Float64Array(deepest + 1)
  readonly #names = new Int32Array(deepest + 1)
  readonly #nameEnds = new Int32Array(deepest + 1)
  #path = Buffer.alloc(4096)

  // The attributes of the last tag by number: they are its own if their stamp is.
  readonly #from: Int32Array
  readonly #to: Int32Array
  readonly #stamps: Int32Array
  #stamp = 0

  #textFrom = 0
  #textTo = 0
  #verbatim = false

  constructor(file: TextFile, names: XmlNames) {
    this.#file = file
    this.#vocabulary = new Vocabulary(Object.keys(names))
    const size = Object.keys(names).length + 1
    this.#from = new Int32Array(size)
    this.#to = new Int32Array(size)
    this.#stamps = new Int32Array(size)
  }

  /** Goes on to the next event. */
  next(): number {
    if (this.#closing) return this.#close()
    if (this.#closed) this.#leave()
    for (;;) {
      const event = this.#token()
      if (event !== undefined) return event
    }
  }

  /** Goes on to the next element inside the one at this depth; false when that one closes. */
  nextOpen(depth = 0): boolean {
    for (;;) {
      if (this.#closing && this.depth > depth) {
        // An empty element inside: its end is of no interest.
        this.#closing = false
        this.depth--
      }
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
    if (this.depth === depth + 1 && (this.#closing || this.#closed)) {
      const start = (this.#starts[this.depth] ?? 0) - this.#before
      if (start >= 0) rows.learn(this.#bytes, start, this.#at)
      this.#closing = false
      this.#leave()
    }
    if (this.depth !== depth || this.#closing || this.#closed) return 0
    const count = rows.read(this.#bytes, this.#view, this.#at)
    if (count > 0) this.#at = rows.end
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

  has(attribute: number): boolean {
    return this.#stamps[attribute] === this.#stamp
  }

  /** An attribute of the element just opened, decoded. */
  text(attribute: number): string | undefined {
    if (!this.has(attribute)) return undefined
    const value = this.#bytes.toString('utf8', this.#from[attribute], this.#to[attribute])
    return odd.test(value) ? decoded(value.replace(/\r\n|[\t\r\n]/g, ' ')) : value
  }

  /** The text just read, decoded. */
  get content(): string {
    const text = this.#bytes.toString('utf8', this.#textFrom, this.#textTo).replace(/\r\n?/g, '\n')
    return this.#verbatim ? text : decoded(text)
  }

  /** A whole number between plus and minus 2^31. */
  integer(attribute: number): number | undefined {
    if (!this.has(attribute)) return undefined
    const bytes = this.#bytes
    const to = this.#to[attribute] ?? 0
    const from = this.#from[attribute] ?? 0
    const negative = bytes[from] === DASH
    let value = 0
    let at = negative ? from + 1 : from
    if (at === to) this.#refuse(attribute, 'a whole number')
    for (; at < to; at++) {
      const digit = (bytes[at] ?? 0) - 0x30
      if (digit < 0 || digit > 9) this.#refuse(attribute, 'a whole number')
      value = value * 10 + digit
      if (value > 0x7fffffff) this.#refuse(attribute, 'a whole number below 2^31')
    }
    return negative ? -value : value
  }

  /** Whether a number, of any size and notation, is more than zero. */
  positive(attribute: number): boolean {
    if (!this.has(attribute)) return false
    const bytes = this.#bytes
    const to = this.#to[attribute] ?? 0
    const from = this.#from[attribute] ?? 0
    let at = from
    let digits = 0
    for (; at < to; at++) {
      const digit = (bytes[at] ?? 0) - 0x30
      if (digit < 0 || digit > 9) break
      digits |= digit
    }
    if (at === to && to > from) return digits > 0
    const value = bytes.toString('latin1', from, to).trim()
    if (value === '-') return false
    if (!/^[+-]?\d+([.,]\d*)?(e[+-]?\d+)?$/i.test(value)) this.#refuse(attribute, 'a number')
    return /^\+?[0.,]*[1-9]/.test(value)
  }

  /** Whether an attribute is this word; upper and lower case are the same. */
  is(attribute: number, word: string): boolean {
    if (!this.has(attribute)) return false
    const from = this.#from[attribute] ?? 0
    if ((this.#to[attribute] ?? 0) - from !== word.length) return false
    for (let i = 0; i < word.length; i++) {
      if (((this.#bytes[from + i] ?? 0) | 0x20) !== word.charCodeAt(i)) return false
    }
    return true
  }

  /** Says what is wrong with the document, and where. */
  fail(what: string, at = this.#at): never {
    throw new Failure(`${what} (at byte ${this.#before + at})`)
  }

  #refuse(attribute: number, expected: string): never {
    const seen = quote(this.text(attribute) ?? '')
    this.fail(`has ${this.#vocabulary.nameOf(attribute)}=${seen} where ${expected} belongs`)
  }

  /** One token; undefined when it is no event, or when more has to be read before it can be told. */
  #token(): number | undefined {
    const bytes = this.#bytes
    if (this.#at === this.#limit) return this.#more() ? undefined : this.#end()
    if (bytes[this.#at] !== LT) return this.#text()
    const next = bytes[this.#at + 1] ?? 0
    if ((classes[next] ?? 0) & nameStart) return this.#open()
    if (next === SLASH) return this.#endTag()
    if (next === BANG) return this.#declaration()
    if (next === QUESTION) return this.#instruction()
    return this.#unfinished(this.#at + 1, 'a "<" that begins no tag')
  }

  #end(): number {
    if (this.depth > 0) this.#cutOff()
    if (!this.#started) this.fail('holds no XML element')
    return End
  }

  #open(): number | undefined {
    const bytes = this.#bytes
    const view = this.#view
    const vocabulary = this.#vocabulary
    const froms = this.#from
    const tos = this.#to
    const stamps = this.#stamps
    const start = this.#at
    const nameEnd = vocabulary.readElement(bytes, start + 1)
    const name = vocabulary.number
    let at = nameEnd
    let last = name
    const stamp = ++this.#stamp
    for (;;) {
      // Nearly all attributes are the expected one, with one blank before it and plain text in it.
      const guess = vocabulary.attributeAfter(name, last)
      const from = guess > 0 ? vocabulary.valueOf(guess, view, at) : 0
      if (from > 0) {
        let to = from
        while ((classes[bytes[to] ?? 0] ?? 0) & plainValue) to++
        if (bytes[to] === QUOTE && stamps[guess] !== stamp) {
          stamps[guess] = stamp
          froms[guess] = from
          tos[guess] = to
          at = to + 1
          last = guess
          continue
        }
      }
      const gap = at
      while ((classes[bytes[at] ?? 0] ?? 0) & space) at++
      const byte = bytes[at] ?? 0
      if (byte === GT) break
      if (byte === SLASH) {
        if (bytes[at + 1] !== GT) return this.#unfinished(at + 1, 'a "/" inside a tag')
        break
      }
      if (!((classes[byte] ?? 0) & nameStart))
        return this.#unfinished(at, 'a tag that is not closed')
      if (gap === at) return this.#unfinished(at, 'attributes without a blank between them')
      at = this.#attribute(at, stamp, name, last)
      if (at < 0) return undefined
      last = vocabulary.number
    }
    if (this.depth === 0 && this.#started)
      this.fail('goes on after its end: it is two documents in one file')
    this.#started = true
    this.#closing = bytes[at] === SLASH
    this.#at = this.#closing ? at + 2 : at + 1
    this.#enter(name, start, nameEnd)
    return Open
  }

  /** Reads one attribute; returns where it ends, or -1 when more has to be read first. */
  #attribute(start: number, stamp: number, element: number, last: number): number {
    const bytes = this.#bytes
    let at = this.#vocabulary.readAttribute(bytes, start, element, last)
    const name = this.#vocabulary.number
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
      if (byte === AMP) {
        at = this.#reference(at)
        if (at < 0) return -1
      } else if (byte === QUOTE || byte === APOSTROPHE || (classes[byte] ?? 0) & space) {
        at++
      } else {
        return this.#short(at, 'an attribute that is not closed, or a character XML does not allow')
      }
    }
    this.#keep(name, from, at, stamp)
    return at + 1
  }

  #keep(name: number, from: number, to: number, stamp: number): void {
    if (name === 0) return
    if (this.#stamps[name] === stamp) this.fail('has the same attribute twice in a tag', from)
    this.#stamps[name] = stamp
    this.#from[name] = from
    this.#to[name] = to
  }

  #enter(name: number, start: number, nameEnd: number): void {
    if (this.depth === deepest) this.fail(`is nested more than ${deepest} elements deep`)
    const at = this.#nameEnds[this.depth] ?? 0
    const from = start + 1
    // The name of an element that is closed at once is not needed again.
    const end = this.#closing ? at : at + nameEnd - from
    if (end > this.#path.length) {
      const longer = Buffer.alloc(end * 2)
      this.#path.copy(longer)
      this.#path = longer
    }
    for (let i = at; i < end; i++) this.#path[i] = this.#bytes[from + i - at] ?? 0
    this.depth++
    this.#starts[this.depth] = this.#before + start
    this.#names[this.depth] = name
    this.#nameEnds[this.depth] = end
    this.name = name
  }

  #close(): number {
    this.#closing = false
    this.#closed = true
    this.name = this.#names[this.depth] ?? 0
    return Close
  }

  #leave(): void {
    this.#closed = false
    this.depth--
  }

  #endTag(): number | undefined {
    const bytes = this.#bytes
    const path = this.#path
    let at = this.#at + 2
    let i = this.#nameEnds[this.depth - 1] ?? 0
    const end = this.#nameEnds[this.depth] ?? 0
    while (i < end && bytes[at] === path[i]) {
      at++
      i++
    }
    const matches = i === end && this.depth > 0
    if (!matches) return this.#wrongEndTag()
    while ((classes[bytes[at] ?? 0] ?? 0) & space) at++
    if (bytes[at] !== GT) return at < this.#limit ? this.#wrongEndTag() : this.#wait()
    this.#at = at + 1
    return this.#close()
  }

  #wrongEndTag(): undefined {
    const bytes = this.#bytes
    let at = this.#at + 2
    while ((classes[bytes[at] ?? 0] ?? 0) & nameByte) at++
    if (at >= this.#limit) return this.#wait()
    const seen = quote(`</${bytes.toString('utf8', this.#at + 2, at)}>`)
    if (this.depth === 0) this.fail(`has ${seen} where no element is open`)
    this.fail(`has ${seen} where </${this.#openName()}> belongs`)
  }

  #openName(): string {
    const from = this.#nameEnds[this.depth - 1]
    const name = this.#path.toString('utf8', from, this.#nameEnds[this.depth])
    return quote(name, 40).slice(1, -1)
  }

  #text(): number | undefined {
    const bytes = this.#bytes
    let at = this.#at
    while ((classes[bytes[at] ?? 0] ?? 0) & space) at++
    const blank = bytes[at] === LT || (at === this.#limit && this.depth === 0)
    if (blank) {
      this.#at = at
      return undefined
    }
    if (this.depth === 0) this.fail('is no XML: there is text outside of its element', at)
    for (;;) {
      while ((classes[bytes[at] ?? 0] ?? 0) & plainText) at++
      const byte = bytes[at] ?? 0
      if (byte === LT) break
      if (byte === AMP) {
        at = this.#reference(at)
        if (at < 0) return undefined
      } else if (byte === CLOSE_BRACKET) {
        if (bytes[at + 1] === CLOSE_BRACKET && bytes[at + 2] === GT)
          this.fail('has a "]]>" in its text', at)
        at++
      } else {
        return this.#unfinished(at, 'a character XML does not allow')
      }
    }
    this.#textFrom = this.#at
    this.#textTo = at
    this.#verbatim = false
    this.#at = at
    return Text
  }

  /** Passes over a reference; returns where it ends, or -1 when more has to be read first. */
  #reference(start: number): number {
    const bytes = this.#bytes
    let at = start + 1
    while (bytes[at] !== SEMICOLON && at - start < 64 && at < this.#limit) at++
    if (at >= this.#limit) return this.#short(at, '')
    const name = bytes.toString('utf8', start + 1, at)
    if (bytes[at] !== SEMICOLON || characterOf(name) === undefined) {
      this.fail(
        `refers to ${quote(`&${name};`, 40)}, and entities of its own are not resolved`,
        start,
      )
    }
    return at + 1
  }

  /** `<!--`, `<![CDATA[` or `<!DOCTYPE`. */
  #declaration(): number | undefined {
    const start = this.#at
    if (this.#limit - start < 9) return this.#wait()
    const head = this.#bytes.toString('latin1', start, start + 9)
    if (head.startsWith('<!--')) return this.#comment()
    if (head === '<![CDATA[' && this.depth > 0) return this.#cdata()
    if (head === '<!DOCTYPE' && !this.#started && !this.#doctype) return this.#passDoctype()
    this.fail(`has ${quote(head)} where it is not allowed`)
  }

  #comment(): undefined {
    const end = this.#find('--', this.#at + 4)
    if (end < 0 || end + 2 === this.#limit) return this.#wait()
    if (this.#bytes[end + 2] !== GT) this.fail('has "--" in a comment', end)
    this.#at = end + 3
    return undefined
  }

  #cdata(): number | undefined {
    const end = this.#find(']]>', this.#at + 9)
    if (end < 0) return this.#wait()
    this.#textFrom = this.#at + 9
    this.#textTo = end
    this.#verbatim = true
    this.#at = end + 3
    return Text
  }

  #instruction(): undefined {
    const start = this.#at
    const end = this.#find('?>', start + 2)
    if (end < 0) return this.#wait()
    const target = /^[A-Za-z_:\x80-\xff][\w:.\x80-\xff-]*(?=\s|$)/.exec(
      this.#bytes.toString('latin1', start + 2, Math.min(end, start + 258)),
    )?.[0]
    const first = this.#before + start === 0
    if (!target || (/^xml$/i.test(target) && !(first && target === 'xml'))) {
      this.fail('has a processing instruction that is not allowed here')
    }
    this.#at = end + 2
    return undefined
  }

  /** Passes over a DOCTYPE: quotes, comments and its brackets are followed, nothing else is looked at. */
  #passDoctype(): undefined {
    const bytes = this.#bytes
    let at = this.#at + 9
    let bracket = false
    for (; at < this.#limit; at++) {
      const byte = bytes[at]
      if (byte === GT && !bracket) {
        this.#doctype = true
        this.#at = at + 1
        return undefined
      }
      if (byte === OPEN_BRACKET) bracket = true
      else if (byte === CLOSE_BRACKET) bracket = false
      else if (byte === QUOTE) at = this.#find('"', at + 1)
      else if (byte === APOSTROPHE) at = this.#find("'", at + 1)
      else if (byte === LT && bytes[at + 1] === BANG && bytes[at + 2] === DASH) {
        at = this.#find('-->', at + 4)
      } else if (byte === LT && bytes[at + 1] === QUESTION) at = this.#find('?>', at + 2)
      if (at < 0) break
    }
    return this.#wait()
  }

  /** Where the text stands in what has been read, or -1. */
  #find(text: string, from: number): number {
    const at = this.#bytes.indexOf(text, from, 'latin1')
    return at >= 0 && at + text.length <= this.#limit ? at : -1
  }

  /** A loop stopped: at the end of what was read, which is no fault yet, or at a byte that is one. */
  #unfinished(at: number, fault: string): undefined {
    if (at < this.#limit) this.fail(`has ${fault}`, at)
    return this.#wait()
  }

  #short(at: number, fault: string): -1 {
    this.#unfinished(at, fault)
    return -1
  }

  /** Reads on; the token is then read again from its start. */
  #wait(): undefined {
    if (!this.#more()) this.#cutOff()
    return undefined
  }

  #cutOff(): never {
    const inside = this.depth > 0 ? `<${this.#openName()}>` : 'a tag'
    this.fail(`ends in the middle, inside ${inside}: it was cut off while being written`)
  }

  /** Reads more behind the token that has begun; false at the end of the file. */
  #more(): boolean {
    const kept = this.#limit - this.#at
    if (kept > this.#bytes.length / 2) {
      if (kept > largestToken) this.fail('has a tag, text or comment of over 16 MiB')
      const larger = Buffer.alloc(this.#bytes.length * 2)
      this.#bytes.copy(larger, 0, this.#at, this.#limit)
      this.#bytes = larger
      this.#view = viewOf(larger)
    } else {
      this.#bytes.copyWithin(0, this.#at, this.#limit)
    }
    this.#before += this.#at
    this.#at = 0
    // Some bytes are left for the NUL that ends every loop, and for looking ahead.
    const room = this.#bytes.subarray(0, this.#bytes.length - slack)
    const count = this.#file.read(room, kept)
    this.#limit = kept + count
    this.#bytes[this.#limit] = 0
    return count > 0
  }
}

/**
 * Finds the number of a name. Reports repeat themselves, so that the name that came after the last
 * one before is tried first; else it is found by a hash of its bytes. Elements and attributes are
 * expected apart, because attributes may be left out.
 */
class Vocabulary {
  /** The number of the name just read. */
  number = 0
  readonly #elementAfter: Uint8Array
  readonly #attributeAfter: Uint8Array
  #lastElement = 0
  readonly #names: readonly string[]
  readonly #slots = new Uint8Array(256)
  /** All names as ` name="`, one behind the other, and where each ends. */
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #ends: Int32Array

  constructor(names: readonly string[]) {
    this.#names = names
    this.#bytes = Buffer.from(names.map((name) => ` ${name}="`).join(''))
    this.#view = viewOf(this.#bytes)
    this.#ends = new Int32Array(names.length + 1)
    this.#elementAfter = new Uint8Array(names.length + 1)
    this.#attributeAfter = new Uint8Array((names.length + 1) ** 2)
    names.forEach((name, i) => {
      const bytes = Buffer.from(name)
      let slot = bytes.reduce((hash, byte) => (Math.imul(hash, 31) + byte) | 0, 0) & 255
      while (this.#slots[slot] !== 0) slot = (slot + 1) & 255
      this.#slots[slot] = i + 1
      this.#ends[i + 1] = (this.#ends[i] ?? 0) + bytes.length + 3
    })
  }

  nameOf(number: number): string {
    return this.#names[number - 1] ?? ''
  }

  /** The attribute that is expected in an element after this one; 0 when none is known. */
  attributeAfter(element: number, last: number): number {
    return this.#attributeAfter[element * (this.#names.length + 1) + last] ?? 0
  }

  /** Where the value of an attribute begins if it stands here, blank and all, else 0. */
  valueOf(number: number, view: DataView, from: number): number {
    const names = this.#view
    const start = this.#ends[number - 1] ?? 0
    const length = (this.#ends[number] ?? 0) - start
    // Four bytes at a time; the last four may overlap those before.
    const last = length - 4
    for (let i = 0; i < last; i += 4) {
      if (names.getInt32(start + i) !== view.getInt32(from + i)) return 0
    }
    if (names.getInt32(start + last) !== view.getInt32(from + last)) return 0
    return from + length
  }

  /** Reads the name of an element that begins here; returns where it ends. */
  readElement(bytes: Uint8Array, from: number): number {
    const last = this.#lastElement
    const guess = this.#elementAfter[last] ?? 0
    const guessed = guess > 0 ? this.#compare(guess, bytes, from) : 0
    if (guessed > 0 && ((classes[bytes[guessed] ?? 0] ?? 0) & nameByte) === 0) {
      this.number = guess
      this.#lastElement = guess
      return guessed
    }
    const end = this.#read(bytes, from)
    this.#elementAfter[last] = this.number
    this.#lastElement = this.number
    return end
  }

  /** The same of an attribute. */
  readAttribute(bytes: Uint8Array, from: number, element: number, last: number): number {
    const end = this.#read(bytes, from)
    this.#attributeAfter[element * (this.#names.length + 1) + last] = this.number
    return end
  }

  #read(bytes: Uint8Array, from: number): number {
    let at = from
    let hash = 0
    for (let byte = bytes[at] ?? 0; (classes[byte] ?? 0) & nameByte; byte = bytes[++at] ?? 0) {
      hash = (Math.imul(hash, 31) + byte) | 0
    }
    this.number = this.#find(bytes, from, at, hash)
    return at
  }

  #find(bytes: Uint8Array, from: number, to: number, hash: number): number {
    for (let slot = hash & 255; ; slot = (slot + 1) & 255) {
      const number = this.#slots[slot] ?? 0
      if (number === 0 || this.#compare(number, bytes, from) === to) return number
    }
  }

  /** Where a name ends if it stands here, else 0. */
  #compare(number: number, bytes: Uint8Array, from: number): number {
    const names = this.#bytes
    const end = (this.#ends[number] ?? 0) - 2
    let i = (this.#ends[number - 1] ?? 0) + 1
    let at = from
    while (i < end) if (names[i++] !== bytes[at++]) return 0
    return at
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&([^;]*);/g, (whole, name: string) => characterOf(name) ?? whole)
}

/** The character that `lt`, `#65` or `#x41` stands for; undefined when XML knows no such. */
function characterOf(reference: string): string | undefined {
  const [, hex, decimal] = /^#(?:x([\da-fA-F]+)|(\d+))$/.exec(reference) ?? []
  if (hex === undefined && decimal === undefined) {
    return Object.hasOwn(entities, reference) ? entities[reference] : undefined
  }
  const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  const allowed =
    (point >= 0x20 && point < 0xd800) ||
    (point >= 0xe000 && point < 0xfffe) ||
    (point >= 0x10000 && point <= 0x10ffff) ||
    point === 0x09 ||
    point === LF ||
    point === CR
  return allowed ? String.fromCodePoint(point) : undefined
}
