import { Failure, quote } from '@ci-actions/kit'
import { isHit } from './hits.ts'
import type { TextFile } from './text-file.ts'

const chunkSize = 256 * 1024
/** One name, text or number is held whole if it is asked for; none of a report is near this. */
const largestToken = 16 * 1024 * 1024
const deepest = 1_000

const QUOTE = 0x22
const COMMA = 0x2c
const DASH = 0x2d
const ZERO = 0x30
const NINE = 0x39
const COLON = 0x3a
const OPEN_BRACKET = 0x5b
const BACKSLASH = 0x5c
const CLOSE_BRACKET = 0x5d
const UNICODE = 0x75
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d

/** What a byte may be. NUL is none of it: it stands behind the last byte read and ends every loop. */
const space = 1
const plain = 2
const numeral = 4
const escapable = 8
const hexadecimal = 16
const classes = Uint8Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte)
  return (
    (' \t\r\n'.includes(character) ? space : 0) |
    (byte >= 0x20 && !'"\\'.includes(character) ? plain : 0) |
    (/[\d+.eE-]/.test(character) ? numeral : 0) |
    (/["\\/bfnrt]/.test(character) ? escapable : 0) |
    (/[\da-fA-F]/.test(character) ? hexadecimal : 0)
  )
})

const ofObject = 2

/** A word that a key is held against, as bytes. */
export type JsonKey = Uint8Array

export const jsonKey = (text: string): JsonKey => new TextEncoder().encode(text)

/**
 * Reads JSON as a stream, straight from the bytes: no tree, and no string until one is asked for. Who
 * reads walks along: each value must be read or skipped before the next one.
 *
 *     json.object()
 *     while (json.key()) if (json.is(path)) name = json.text(); else json.skip()
 *
 * Messages of its failures complete "Report …".
 *
 * @see https://www.rfc-editor.org/rfc/rfc8259
 */
export class JsonReader {
  readonly #file: TextFile
  #bytes = Buffer.allocUnsafe(chunkSize + 1)
  #at = 0
  #limit = 0
  #before = 0
  /** For each object or array that is open: whether it has had a member. */
  readonly #filled = new Uint8Array(deepest + 1)
  #depth = 0

  // The key, text or number read last.
  #from = 0
  #to = 0
  #escaped = false
  #whole = false

  constructor(file: TextFile) {
    this.#file = file
    this.#bytes[0] = 0
  }

  /** Which value comes next: `{`, `[`, `"`, `0` for any number, `t`, `f`, `n`; '' at the end. */
  kind(): string {
    const byte = this.#blank()
    if (byte === DASH || (byte >= ZERO && byte <= NINE)) return '0'
    return byte === 0 ? '' : String.fromCharCode(byte)
  }

  /** Goes into an object. */
  object(): void {
    this.#enter(OPEN_BRACE, 'an object')
  }

  /** Goes into an array. */
  array(): void {
    this.#enter(OPEN_BRACKET, 'an array')
  }

  /** Goes on to the next key of the object; false when it ends here. */
  key(): boolean {
    if (!this.#member(CLOSE_BRACE)) return false
    if (this.#blank() !== QUOTE) this.#invalid()
    this.#string()
    // What is read behind the key may move it.
    const began = this.#before + this.#from
    const length = this.#to - this.#from
    if (this.#blank(this.#from) !== COLON) this.#invalid()
    this.#from = began - this.#before
    this.#to = this.#from + length
    this.#at++
    return true
  }

  /** Goes on to the next element of the array; false when it ends here. */
  element(): boolean {
    return this.#member(CLOSE_BRACKET)
  }

  /** Whether the key just read is this one. */
  is(name: JsonKey): boolean {
    if (this.#escaped) return this.name() === Buffer.from(name).toString()
    const from = this.#from
    if (this.#to - from !== name.length) return false
    const bytes = this.#bytes
    for (let i = 0; i < name.length; i++) if (bytes[from + i] !== name[i]) return false
    return true
  }

  /** The key just read. */
  name(): string {
    return this.#decoded()
  }

  /** The key just read as a whole number, -1 when it is none. */
  index(): number {
    const bytes = this.#bytes
    const length = this.#to - this.#from
    if (length === 0 || length > 9 || (length > 1 && bytes[this.#from] === ZERO)) return -1
    let value = 0
    for (let at = this.#from; at < this.#to; at++) {
      const digit = (bytes[at] ?? 0) - ZERO
      if (digit < 0 || digit > 9) return -1
      value = value * 10 + digit
    }
    return value
  }

  text(): string {
    if (this.#blank() !== QUOTE) this.#expected('a text')
    this.#string()
    return this.#decoded()
  }

  /** A whole number between plus and minus 2^53. */
  integer(): number {
    this.#number('a whole number')
    const bytes = this.#bytes
    const negative = bytes[this.#from] === DASH
    let value = 0
    for (let at = negative ? this.#from + 1 : this.#from; at < this.#to; at++) {
      const digit = (bytes[at] ?? 0) - ZERO
      if (digit < 0 || digit > 9) return this.#notWhole()
      value = value * 10 + digit
    }
    if (value > Number.MAX_SAFE_INTEGER) return this.#notWhole()
    return negative ? -value : value
  }

  /** A whole number that is not negative and below 2^31. */
  count(): number {
    const value = this.integer()
    if (value < 0 || value > 0x7fffffff) return this.#refuse('a whole number from 0 to 2^31')
    return value
  }

  /** A number of a line or column, a whole one below 2^31; one below 0 is 0. */
  ordinal(): number {
    const value = this.integer()
    if (value > 0x7fffffff) return this.#refuse('a number of a line or column')
    return Math.max(value, 0)
  }

  /** Whether a number, of any size and notation, is more than zero. */
  hit(): boolean {
    this.#number('a number of hits')
    // A whole number has no zero in front, so that its first digit tells.
    const first = this.#bytes[this.#from] ?? 0
    if (this.#whole) return first > ZERO
    const covered = isHit(this.#bytes.toString('latin1', this.#from, this.#to))
    return covered ?? this.#refuse('a number of hits')
  }

  /** `true` or `false`. */
  flag(): boolean {
    const kind = this.kind()
    if (kind !== 't' && kind !== 'f') this.#expected('true or false')
    this.skip()
    return kind === 't'
  }

  /**
   * Takes the value if it is written just like this one, without other blanks and with a whole number
   * of at most nine digits for each `0`; the numbers go into the array. Else it is left to be read.
   */
  takes(value: JsonKey, numbers: Int32Array): boolean {
    const bytes = this.#bytes
    let at = this.#at
    let count = 0
    for (let i = 0; i < value.length; i++) {
      if (value[i] !== ZERO) {
        if (bytes[at++] !== value[i]) return false
        continue
      }
      const from = at
      let number = 0
      for (let digit = (bytes[at] ?? 0) - ZERO; digit >= 0 && digit <= 9; ) {
        number = number * 10 + digit
        digit = (bytes[++at] ?? 0) - ZERO
      }
      if (at === from || at > from + 9 || (bytes[from] === ZERO && at > from + 1)) return false
      numbers[count++] = number
    }
    this.#at = at
    return true
  }

  /** Passes a value over, whatever it is; it need not fit into memory. */
  skip(): void {
    const depth = this.#depth
    this.#skipOne()
    while (this.#depth > depth) {
      const inObject = (this.#filled[this.#depth] ?? 0) >= ofObject
      if (inObject) {
        if (!this.#member(CLOSE_BRACE)) continue
        if (this.#blank() !== QUOTE) this.#invalid()
        this.#skipString()
        if (this.#blank() !== COLON) this.#invalid()
        this.#at++
      } else if (!this.#member(CLOSE_BRACKET)) continue
      this.#skipOne()
    }
  }

  /** Makes sure that nothing follows. */
  end(): void {
    if (this.#blank() !== 0 || this.#at < this.#limit) {
      this.fail('goes on after its end: it is two documents in one file')
    }
  }

  fail(what: string): never {
    throw new Failure(`${what} (at byte ${this.#before + this.#at})`)
  }

  #skipOne(): void {
    const byte = this.#blank()
    if (byte === QUOTE) this.#skipString()
    else if (byte === OPEN_BRACE) this.object()
    else if (byte === OPEN_BRACKET) this.array()
    else if (byte === DASH || (byte >= ZERO && byte <= NINE)) this.#number('a number')
    else if (byte === 0x74) this.#literal('true')
    else if (byte === 0x66) this.#literal('false')
    else if (byte === 0x6e) this.#literal('null')
    else this.#invalid()
  }

  #enter(mark: number, what: string): void {
    if (this.#blank() !== mark) this.#expected(what)
    if (this.#depth === deepest) this.fail(`is nested more than ${deepest} levels deep`)
    this.#at++
    this.#filled[++this.#depth] = mark === OPEN_BRACE ? ofObject : 0
  }

  /** Whether there is one more member before this end; takes the comma, or the end. */
  #member(end: number): boolean {
    const byte = this.#blank()
    const filled = this.#filled[this.#depth] ?? 0
    if (byte === end) {
      this.#at++
      this.#depth--
      return false
    }
    if ((filled & 1) === 0) {
      this.#filled[this.#depth] = filled | 1
      return true
    }
    if (byte !== COMMA) this.#invalid()
    this.#at++
    if (this.#blank() === end) this.#invalid()
    return true
  }

  /** Passes blanks; returns the byte behind them, 0 at the end of the file. `keep` stays in the buffer. */
  #blank(keep = -1): number {
    let held = keep
    for (;;) {
      const bytes = this.#bytes
      let at = this.#at
      let byte = bytes[at] ?? 0
      while (((classes[byte] ?? 0) & space) !== 0) byte = bytes[++at] ?? 0
      this.#at = at
      if (byte !== 0 || at < this.#limit) return byte
      if (!this.#more(held < 0 ? at : held)) return 0
      held = Math.min(held, 0)
    }
  }

  /** Reads a string, beginning at its quotation mark, and holds it. */
  #string(): void {
    let start = this.#at
    let at = start + 1
    this.#escaped = false
    for (;;) {
      const bytes = this.#bytes
      while (((classes[bytes[at] ?? 0] ?? 0) & plain) !== 0) at++
      const byte = bytes[at]
      if (byte === QUOTE) break
      const escaped = byte === BACKSLASH ? this.#escapeAt(at) : 0
      if (escaped > 0) {
        this.#escaped = true
        at += escaped
      } else if (at < this.#limit && byte !== BACKSLASH) {
        this.#at = at
        this.#invalid()
      } else {
        at -= start
        if (!this.#more(start)) this.#cutOff()
        start = 0
      }
    }
    this.#from = start + 1
    this.#to = at
    this.#at = at + 1
  }

  /** Passes a string over without holding it. */
  #skipString(): void {
    let at = this.#at + 1
    for (;;) {
      const bytes = this.#bytes
      while (((classes[bytes[at] ?? 0] ?? 0) & plain) !== 0) at++
      const byte = bytes[at]
      if (byte === QUOTE) break
      const escaped = byte === BACKSLASH ? this.#escapeAt(at) : 0
      if (escaped > 0) at += escaped
      else if (at < this.#limit && byte !== BACKSLASH) {
        this.#at = at
        this.#invalid()
      } else {
        if (!this.#more(at)) this.#cutOff()
        at = 0
      }
    }
    this.#at = at + 1
  }

  /** How long the escape is that begins here; 0 when its end has to be read first. */
  #escapeAt(at: number): number {
    const bytes = this.#bytes
    const byte = bytes[at + 1] ?? 0
    if (at + 1 < this.#limit && ((classes[byte] ?? 0) & escapable) !== 0) return 2
    if (at + (byte === UNICODE ? 5 : 1) >= this.#limit) return 0
    let digits = 0
    while (digits < 4 && ((classes[bytes[at + 2 + digits] ?? 0] ?? 0) & hexadecimal) !== 0) digits++
    if (byte === UNICODE && digits === 4) return 6
    this.#at = at
    return this.#invalid()
  }

  /** Reads a number and holds it. */
  #number(expected: string): void {
    const first = this.#blank()
    if (first !== DASH && (first < ZERO || first > NINE)) this.#expected(expected)
    let start = this.#at
    let at = start
    for (;;) {
      const bytes = this.#bytes
      while (((classes[bytes[at] ?? 0] ?? 0) & numeral) !== 0) at++
      if (at < this.#limit) break
      at -= start
      const more = this.#more(start)
      start = 0
      if (!more) break
    }
    this.#from = start
    this.#to = at
    this.#at = at
    this.#whole = this.#isWhole()
    if (!this.#whole && !this.#isDecimal()) this.#invalid()
  }

  /** Digits alone, as nearly all numbers are. */
  #isWhole(): boolean {
    const bytes = this.#bytes
    for (let at = this.#from; at < this.#to; at++) {
      const byte = bytes[at] ?? 0
      if (byte < ZERO || byte > NINE) return false
    }
    return bytes[this.#from] !== ZERO || this.#to === this.#from + 1
  }

  #isDecimal(): boolean {
    const text = this.#bytes.toString('latin1', this.#from, this.#to)
    return /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text)
  }

  #literal(name: string): void {
    while (this.#limit - this.#at < name.length) if (!this.#more(this.#at)) this.#cutOff()
    const at = this.#at
    if (this.#bytes.toString('latin1', at, at + name.length) !== name) this.#invalid()
    this.#at = at + name.length
  }

  #decoded(): string {
    const text = this.#bytes.toString('utf8', this.#from, this.#to)
    if (!this.#escaped) return text
    try {
      return String(JSON.parse(`"${text}"`))
    } catch {
      return this.#invalid()
    }
  }

  /** Reads on; what stands from `keep` on moves to the front. False at the end of the file. */
  #more(keep: number): boolean {
    const rest = this.#limit - keep
    this.#bytes.copyWithin(0, keep, this.#limit)
    this.#before += keep
    this.#at -= keep
    this.#limit = rest
    if (rest === this.#bytes.length - 1) this.#grow()
    const count = this.#file.read(this.#bytes.subarray(0, this.#bytes.length - 1), rest)
    this.#limit += count
    this.#bytes[this.#limit] = 0
    return count > 0
  }

  #grow(): void {
    if (this.#bytes.length >= largestToken) this.fail('holds a text of more than 16 MiB')
    const larger = Buffer.allocUnsafe(this.#bytes.length * 2)
    this.#bytes.copy(larger)
    this.#bytes = larger
  }

  #notWhole(): never {
    return this.#refuse('a whole number')
  }

  #refuse(expected: string): never {
    const seen = quote(
      this.#bytes.toString('latin1', this.#from, Math.min(this.#to, this.#from + 99)),
    )
    return this.fail(`has ${seen} where ${expected} belongs`)
  }

  #expected(what: string): never {
    if (this.#at >= this.#limit || !'{["-0123456789tfn'.includes(this.#context().charAt(0)))
      this.#invalid()
    return this.fail(`has ${quote(this.#context(), 20)} where ${what} belongs`)
  }

  #invalid(): never {
    if (this.#at >= this.#limit) this.#cutOff()
    return this.fail(`is no valid JSON: ${quote(this.#context(), 20)} stands where it cannot`)
  }

  #context(): string {
    return this.#bytes.toString('utf8', this.#at, Math.min(this.#at + 40, this.#limit))
  }

  #cutOff(): never {
    return this.fail(
      'is no valid JSON: it ends in the middle, so the tool that writes it did not get to its end',
    )
  }
}
