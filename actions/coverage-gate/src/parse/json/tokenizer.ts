import { quote } from '@ci-actions/kit'
import { BufferedInput } from '../buffered-input.ts'
import { BACKSLASH, DASH, LOWER_U, NINE, QUOTE, readPattern, ZERO } from '../bytes.ts'
import type { TextFile } from '../text-file.ts'

/** Classes of bytes. NUL is in none of them: it follows the last byte read and ends every loop. */
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
 * Splits a JSON document into tokens: strings, numbers, literals and single bytes. The token read last stays in the
 * buffer until the next one is read.
 */
export class JsonTokenizer {
  readonly input: BufferedInput
  /** Start of the next token. */
  at = 0
  /** Bounds of the string, without its quotes, or number read last. */
  from = 0
  to = 0
  hasEscape = false
  /** Whether the number read last has only digits. */
  isWhole = false

  constructor(file: TextFile) {
    this.input = new BufferedInput(file, 'a string')
  }

  /** Skips blanks; returns the byte after them, 0 at the end of the file. */
  skipBlanks(): number {
    for (;;) {
      const byte = this.#skipBlanksHere()
      if (byte !== 0 || this.at < this.input.limit || !this.#more(this.at)) return byte
    }
  }

  /** Consumes the byte that must follow the string read last, possibly after blanks. */
  takeAfterString(expected: number): void {
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

  /** Reads a string that starts with a quotation mark, and keeps it in the buffer. */
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

  /** Skips a string without keeping it in the buffer. */
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

  /** Returns the length of an escape sequence; 0 if its end has to be read first. */
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

  /** Reads a number and keeps it in the buffer. */
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

  /** Consumes bytes that match the pattern, see `readPattern`; otherwise consumes nothing. */
  take(pattern: Uint8Array, numbers: Int32Array): boolean {
    const end = readPattern(this.input.bytes, this.at, pattern, numbers)
    if (end >= 0) this.at = end
    return end >= 0
  }

  /** Whether the number has only digits, as nearly all have. */
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

  /** Skips `true`, `false` or `null`. */
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

  /** @throws ActionError with the position in the file */
  fail(problem: string): never {
    return this.input.fail(problem, this.at)
  }

  /** @throws ActionError about a value of an unexpected kind */
  failExpected(expected: string): never {
    const seen = this.#context()
    if (this.at >= this.input.limit || !'{["-0123456789tfn'.includes(seen.charAt(0)))
      this.failSyntax()
    return this.fail(`has ${quote(seen, 20)} where ${expected} is expected`)
  }

  /** @throws ActionError about invalid syntax */
  failSyntax(): never {
    if (this.at >= this.input.limit) this.#cutOff()
    return this.fail(`is not valid JSON: unexpected ${quote(this.#context(), 20)}`)
  }

  #context(): string {
    return this.input.bytes.toString('utf8', this.at, Math.min(this.at + 40, this.input.limit))
  }

  /** Reads more bytes and moves those from `keep` on to the front; returns false at the end of the file. */
  #more(keep: number): boolean {
    const hasMore = this.input.more(keep)
    this.at -= keep
    return hasMore
  }

  #cutOff(): never {
    return this.fail(
      'is not valid JSON: it ends in the middle, so the tool that writes it did not finish',
    )
  }
}
