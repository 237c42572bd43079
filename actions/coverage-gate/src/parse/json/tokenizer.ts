import { quote } from '@ci-actions/kit'
import { BufferedInput } from '../buffered-input.ts'
import { BACKSLASH, DASH, LOWER_U, NINE, QUOTE, readLike, ZERO } from '../bytes.ts'
import type { TextFile } from '../text-file.ts'

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

/**
 * The words of a JSON document, one after the other: strings, numbers, literals, and single bytes. The
 * one read last is held in the buffer until the next one is read.
 */
export class JsonTokenizer {
  readonly input: BufferedInput
  /** Where the next word begins. */
  at = 0
  /** Where the string, without its quotes, or the number is that was read last. */
  from = 0
  to = 0
  hasEscape = false
  /** Whether the number read last is of digits only. */
  isWhole = false

  constructor(file: TextFile) {
    this.input = new BufferedInput(file, 'a text')
  }

  /** Passes blanks; returns the byte behind them, 0 at the end of the file. */
  skipBlanks(): number {
    for (;;) {
      const byte = this.#skipBlanksHere()
      if (byte !== 0 || this.at < this.input.limit || !this.#more(this.at)) return byte
    }
  }

  /** Takes a byte that has to come behind the string just read, with or without blanks before it. */
  takeBehindString(expected: number): void {
    const length = this.to - this.from
    let byte = this.#skipBlanksHere()
    while (byte === 0 && this.at === this.input.limit && this.#more(this.from)) {
      this.from = 0
      byte = this.#skipBlanksHere()
    }
    this.to = this.from + length
    if (byte !== expected) this.failSyntax()
    this.at++
  }

  #skipBlanksHere(): number {
    const { bytes } = this.input
    let at = this.at
    let byte = bytes[at] ?? 0
    while (((classes[byte] ?? 0) & space) !== 0) byte = bytes[++at] ?? 0
    this.at = at
    return byte
  }

  /** Reads a string, beginning at its quotation mark, and holds it. */
  readString(): void {
    let start = this.at
    let at = start + 1
    this.hasEscape = false
    for (;;) {
      const { bytes } = this.input
      while (((classes[bytes[at] ?? 0] ?? 0) & plain) !== 0) at++
      const byte = bytes[at]
      if (byte === QUOTE) break
      const escaped = byte === BACKSLASH ? this.#escapeAt(at) : 0
      if (escaped > 0) {
        this.hasEscape = true
        at += escaped
      } else if (at < this.input.limit && byte !== BACKSLASH) {
        this.at = at
        this.failSyntax()
      } else {
        at -= start
        if (!this.#more(start)) this.#cutOff()
        start = 0
      }
    }
    this.from = start + 1
    this.to = at
    this.at = at + 1
  }

  /** Passes a string over without holding it. */
  skipString(): void {
    let at = this.at + 1
    for (;;) {
      const { bytes } = this.input
      while (((classes[bytes[at] ?? 0] ?? 0) & plain) !== 0) at++
      const byte = bytes[at]
      if (byte === QUOTE) break
      const escaped = byte === BACKSLASH ? this.#escapeAt(at) : 0
      if (escaped > 0) at += escaped
      else if (at < this.input.limit && byte !== BACKSLASH) {
        this.at = at
        this.failSyntax()
      } else {
        if (!this.#more(at)) this.#cutOff()
        at = 0
      }
    }
    this.at = at + 1
  }

  /** How long the escape is that begins here; 0 when its end has to be read first. */
  #escapeAt(at: number): number {
    const { bytes } = this.input
    const byte = bytes[at + 1] ?? 0
    if (at + 1 < this.input.limit && ((classes[byte] ?? 0) & escapable) !== 0) return 2
    if (at + (byte === LOWER_U ? 5 : 1) >= this.input.limit) return 0
    let digits = 0
    while (digits < 4 && ((classes[bytes[at + 2 + digits] ?? 0] ?? 0) & hexadecimal) !== 0) digits++
    if (byte === LOWER_U && digits === 4) return 6
    this.at = at
    return this.failSyntax()
  }

  /** Reads a number and holds it. */
  readNumber(expected: string): void {
    const first = this.skipBlanks()
    if (first !== DASH && (first < ZERO || first > NINE)) this.failExpected(expected)
    let start = this.at
    let at = start
    for (;;) {
      const { bytes } = this.input
      while (((classes[bytes[at] ?? 0] ?? 0) & numeral) !== 0) at++
      if (at < this.input.limit) break
      at -= start
      const more = this.#more(start)
      start = 0
      if (!more) break
    }
    this.from = start
    this.to = at
    this.at = at
    this.isWhole = this.#isWhole()
    if (!this.isWhole && !this.#isDecimal()) this.failSyntax()
  }

  /** Takes what is written like the pattern, as `readLike` has it; else nothing is taken. */
  take(pattern: Uint8Array, numbers: Int32Array): boolean {
    const end = readLike(this.input.bytes, this.at, pattern, numbers)
    if (end >= 0) this.at = end
    return end >= 0
  }

  /** Digits alone, as nearly all numbers are. */
  #isWhole(): boolean {
    const { bytes } = this.input
    for (let at = this.from; at < this.to; at++) {
      const byte = bytes[at] ?? 0
      if (byte < ZERO || byte > NINE) return false
    }
    return bytes[this.from] !== ZERO || this.to === this.from + 1
  }

  #isDecimal(): boolean {
    const text = this.input.bytes.toString('latin1', this.from, this.to)
    return /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text)
  }

  /** Passes over `true`, `false` or `null`. */
  readLiteral(name: string): void {
    while (this.input.limit - this.at < name.length) if (!this.#more(this.at)) this.#cutOff()
    const at = this.at
    if (this.input.bytes.toString('latin1', at, at + name.length) !== name) this.failSyntax()
    this.at = at + name.length
  }

  /** The string read last. */
  get text(): string {
    const text = this.input.bytes.toString('utf8', this.from, this.to)
    if (!this.hasEscape) return text
    try {
      return String(JSON.parse(`"${text}"`))
    } catch {
      return this.failSyntax()
    }
  }

  /** Says what is wrong with the document, and where. */
  fail(what: string): never {
    return this.input.fail(what, this.at)
  }

  /** Says that a value of another kind stands here. */
  failExpected(what: string): never {
    const seen = this.#context()
    if (this.at >= this.input.limit || !'{["-0123456789tfn'.includes(seen.charAt(0)))
      this.failSyntax()
    return this.fail(`has ${quote(seen, 20)} where ${what} belongs`)
  }

  /** Says that what stands here is no JSON. */
  failSyntax(): never {
    if (this.at >= this.input.limit) this.#cutOff()
    return this.fail(`is no valid JSON: ${quote(this.#context(), 20)} stands where it cannot`)
  }

  #context(): string {
    return this.input.bytes.toString('utf8', this.at, Math.min(this.at + 40, this.input.limit))
  }

  /** Reads on; what stands from `keep` on moves to the front. False at the end of the file. */
  #more(keep: number): boolean {
    const hasMore = this.input.more(keep)
    this.at -= keep
    return hasMore
  }

  #cutOff(): never {
    return this.fail(
      'is no valid JSON: it ends in the middle, so the tool that writes it did not get to its end',
    )
  }
}
