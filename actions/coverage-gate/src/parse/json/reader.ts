import { quote } from '@ci-actions/kit'
import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  DASH,
  LOWER_F,
  LOWER_N,
  LOWER_T,
  NINE,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  ZERO,
} from '../bytes.ts'
import { isHit } from '../hits.ts'
import type { TextFile } from '../text-file.ts'
import { JsonTokenizer } from './tokenizer.ts'

const deepest = 1_000

/** What is known of an object or array that is open. */
const hasMember = 1
const isObject = 2

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
  readonly #tokens: JsonTokenizer
  /** The objects and arrays that are open, by their depth. */
  readonly #open = new Uint8Array(deepest + 1)
  #depth = 0

  constructor(file: TextFile) {
    this.#tokens = new JsonTokenizer(file)
  }

  /** Which value comes next: `{`, `[`, `"`, `0` for any number, `t`, `f`, `n`; '' at the end. */
  kind(): string {
    const byte = this.#tokens.skipBlanks()
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
    const tokens = this.#tokens
    if (tokens.skipBlanks() !== QUOTE) tokens.failSyntax()
    tokens.readString()
    tokens.takeBehindString(COLON)
    return true
  }

  /** Goes on to the next element of the array; false when it ends here. */
  element(): boolean {
    return this.#member(CLOSE_BRACKET)
  }

  /** Whether the key just read is this one. */
  is(name: JsonKey): boolean {
    const { from, to, hasEscape, input } = this.#tokens
    if (hasEscape) return this.name() === Buffer.from(name).toString()
    if (to - from !== name.length) return false
    const { bytes } = input
    for (let i = 0; i < name.length; i++) if (bytes[from + i] !== name[i]) return false
    return true
  }

  /** The key just read. */
  name(): string {
    return this.#tokens.text
  }

  /** The key just read as a whole number, -1 when it is none. */
  index(): number {
    const { from, to, input } = this.#tokens
    const { bytes } = input
    const length = to - from
    if (length === 0 || length > 9 || (length > 1 && bytes[from] === ZERO)) return -1
    let value = 0
    for (let at = from; at < to; at++) {
      const digit = (bytes[at] ?? 0) - ZERO
      if (digit < 0 || digit > 9) return -1
      value = value * 10 + digit
    }
    return value
  }

  text(): string {
    const tokens = this.#tokens
    if (tokens.skipBlanks() !== QUOTE) tokens.failExpected('a text')
    tokens.readString()
    return tokens.text
  }

  /** A whole number between plus and minus 2^53. */
  integer(): number {
    this.#tokens.readNumber('a whole number')
    const { from, to, input } = this.#tokens
    const { bytes } = input
    const negative = bytes[from] === DASH
    let value = 0
    for (let at = negative ? from + 1 : from; at < to; at++) {
      const digit = (bytes[at] ?? 0) - ZERO
      if (digit < 0 || digit > 9) return this.#refuse('a whole number')
      value = value * 10 + digit
    }
    if (value > Number.MAX_SAFE_INTEGER) return this.#refuse('a whole number')
    return negative ? -value : value
  }

  /** A whole number that is not negative and below 2^31. */
  count(): number {
    const value = this.integer()
    if (value < 0 || value > 0x7fffffff) return this.#refuse('a whole number from 0 to 2^31')
    return value
  }

  /** A number of a line or column, a whole one below 2^31; one below the least is that. */
  ordinal(least: number): number {
    const value = this.integer()
    if (value > 0x7fffffff) return this.#refuse('a number of a line or column')
    return Math.max(value, least)
  }

  /** Whether a number, of any size and notation, is more than zero. */
  hit(): boolean {
    this.#tokens.readNumber('a number of hits')
    const { from, to, isWhole, input } = this.#tokens
    // A whole number has no zero in front, so that its first digit tells.
    if (isWhole) return (input.bytes[from] ?? 0) > ZERO
    return isHit(input.bytes.toString('latin1', from, to)) ?? this.#refuse('a number of hits')
  }

  /** `true` or `false`. */
  flag(): boolean {
    const kind = this.kind()
    if (kind !== 't' && kind !== 'f') this.#tokens.failExpected('true or false')
    this.skip()
    return kind === 't'
  }

  /** Takes the value if it is written like the pattern, as `readLike` has it; else it is left to be read. */
  takes(pattern: Uint8Array, numbers: Int32Array): boolean {
    return this.#tokens.take(pattern, numbers)
  }

  /** Passes a value over, whatever it is; it need not fit into memory. */
  skip(): void {
    const tokens = this.#tokens
    const depth = this.#depth
    this.#skipOne()
    while (this.#depth > depth) {
      if (((this.#open[this.#depth] ?? 0) & isObject) !== 0) {
        if (!this.#member(CLOSE_BRACE)) continue
        if (tokens.skipBlanks() !== QUOTE) tokens.failSyntax()
        tokens.skipString()
        if (tokens.skipBlanks() !== COLON) tokens.failSyntax()
        tokens.at++
      } else if (!this.#member(CLOSE_BRACKET)) continue
      this.#skipOne()
    }
  }

  /** Makes sure that nothing follows. */
  end(): void {
    const tokens = this.#tokens
    if (tokens.skipBlanks() !== 0 || tokens.at < tokens.input.limit) {
      this.fail('goes on after its end: it is two documents in one file')
    }
  }

  /** Says what is wrong with the document, and where. */
  fail(what: string): never {
    return this.#tokens.fail(what)
  }

  #skipOne(): void {
    const tokens = this.#tokens
    const byte = tokens.skipBlanks()
    if (byte === QUOTE) tokens.skipString()
    else if (byte === OPEN_BRACE) this.object()
    else if (byte === OPEN_BRACKET) this.array()
    else if (byte === DASH || (byte >= ZERO && byte <= NINE)) tokens.readNumber('a number')
    else if (byte === LOWER_T) tokens.readLiteral('true')
    else if (byte === LOWER_F) tokens.readLiteral('false')
    else if (byte === LOWER_N) tokens.readLiteral('null')
    else tokens.failSyntax()
  }

  #enter(mark: number, what: string): void {
    const tokens = this.#tokens
    if (tokens.skipBlanks() !== mark) tokens.failExpected(what)
    if (this.#depth === deepest) this.fail(`is nested more than ${deepest} levels deep`)
    tokens.at++
    this.#open[++this.#depth] = mark === OPEN_BRACE ? isObject : 0
  }

  /** Whether there is one more member before this end; takes the comma, or the end. */
  #member(end: number): boolean {
    const tokens = this.#tokens
    const byte = tokens.skipBlanks()
    if (byte === end) {
      tokens.at++
      this.#depth--
      return false
    }
    const known = this.#open[this.#depth] ?? 0
    if ((known & hasMember) === 0) {
      this.#open[this.#depth] = known | hasMember
      return true
    }
    if (byte !== COMMA) tokens.failSyntax()
    tokens.at++
    if (tokens.skipBlanks() === end) tokens.failSyntax()
    return true
  }

  #refuse(expected: string): never {
    const { from, to, input } = this.#tokens
    const seen = quote(input.bytes.toString('latin1', from, Math.min(to, from + 99)))
    return this.fail(`has ${seen} where ${expected} belongs`)
  }
}
