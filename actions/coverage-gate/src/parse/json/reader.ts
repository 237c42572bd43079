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

const maxDepth = 1_000

/** Flags of an open object or array. */
const hasMember = 1
const isObject = 2

/** A name to compare keys with, as bytes. */
export type JsonKey = Uint8Array

export const jsonKey = (text: string): JsonKey => new TextEncoder().encode(text)

/**
 * A pull parser for JSON that works on bytes: it builds no tree, and creates strings only on request. Each value must
 * be read or skipped before the next one.
 *
 *     json.object()
 *     while (json.key()) if (json.is(path)) name = json.text(); else json.skip()
 *
 * Error messages complete "Report …".
 *
 * @see https://www.rfc-editor.org/rfc/rfc8259
 */
export class JsonReader {
  readonly #tokens: JsonTokenizer
  /** Flags of the open objects and arrays, by depth. */
  readonly #open = new Uint8Array(maxDepth + 1)
  #depth = 0

  constructor(file: TextFile) {
    this.#tokens = new JsonTokenizer(file)
  }

  /** Returns the kind of the next value: `{`, `[`, `"`, `0` for any number, `t`, `f`, `n`; '' at the end. */
  kind(): string {
    const byte = this.#tokens.skipBlanks()
    if (byte === DASH || (byte >= ZERO && byte <= NINE)) return '0'
    return byte === 0 ? '' : String.fromCharCode(byte)
  }

  /** Enters an object. */
  object(): void {
    this.#enter(OPEN_BRACE, 'an object')
  }

  /** Enters an array. */
  array(): void {
    this.#enter(OPEN_BRACKET, 'an array')
  }

  /** Reads the next key of the object; returns false at its end. */
  key(): boolean {
    if (!this.#member(CLOSE_BRACE)) return false
    const tokens = this.#tokens
    if (tokens.skipBlanks() !== QUOTE) tokens.failSyntax()
    tokens.readString()
    tokens.takeAfterString(COLON)
    return true
  }

  /** Advances to the next element of the array; returns false at its end. */
  element(): boolean {
    return this.#member(CLOSE_BRACKET)
  }

  /** Whether the key read last equals a name. */
  is(name: JsonKey): boolean {
    const { from, to, hasEscape, input } = this.#tokens
    if (hasEscape) return this.name() === Buffer.from(name).toString()
    if (to - from !== name.length) return false
    const { bytes } = input
    for (let i = 0; i < name.length; i++) if (bytes[from + i] !== name[i]) return false
    return true
  }

  /** Returns the key read last. */
  name(): string {
    return this.#tokens.text
  }

  /** Returns the key read last as a whole number; -1 if it is none. */
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
    if (tokens.skipBlanks() !== QUOTE) tokens.failExpected('a string')
    tokens.readString()
    return tokens.text
  }

  /** Reads a whole number between plus and minus 2^53. */
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

  /** Reads a whole number from 0 to 2^31 - 1. */
  count(): number {
    const value = this.integer()
    if (value < 0 || value > 0x7fffffff) return this.#refuse('a whole number from 0 to 2^31')
    return value
  }

  /** Reads a line or column number below 2^31; returns `least` if it is smaller. */
  ordinal(least: number): number {
    const value = this.integer()
    if (value > 0x7fffffff) return this.#refuse('a number of a line or column')
    return Math.max(value, least)
  }

  /** Reads a number of any size and notation; returns whether it is positive. */
  hit(): boolean {
    this.#tokens.readNumber('a number of hits')
    const { from, to, isWhole, input } = this.#tokens
    // A whole number has no leading zero, so its first digit is enough.
    if (isWhole) return (input.bytes[from] ?? 0) > ZERO
    return isHit(input.bytes.toString('latin1', from, to)) ?? this.#refuse('a number of hits')
  }

  /** Reads `true` or `false`. */
  flag(): boolean {
    const kind = this.kind()
    if (kind !== 't' && kind !== 'f') this.#tokens.failExpected('true or false')
    this.skip()
    return kind === 't'
  }

  /** Consumes the value if it matches the pattern, see `readPattern`; otherwise leaves it to be read. */
  takes(pattern: Uint8Array, numbers: Int32Array): boolean {
    return this.#tokens.take(pattern, numbers)
  }

  /** Skips a value of any kind, which need not fit into memory. */
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

  /** @throws ActionError if the document continues */
  end(): void {
    const tokens = this.#tokens
    if (tokens.skipBlanks() !== 0 || tokens.at < tokens.input.limit) {
      this.fail('continues after its end: the file contains two documents')
    }
  }

  /** @throws ActionError with the position in the file */
  fail(problem: string): never {
    return this.#tokens.fail(problem)
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

  #enter(bracket: number, expected: string): void {
    const tokens = this.#tokens
    if (tokens.skipBlanks() !== bracket) tokens.failExpected(expected)
    if (this.#depth === maxDepth) this.fail(`is nested more than ${maxDepth} levels deep`)
    tokens.at++
    this.#open[++this.#depth] = bracket === OPEN_BRACE ? isObject : 0
  }

  /** Consumes the comma or the end; returns whether there is another member. */
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
    return this.fail(`has ${seen} where ${expected} is expected`)
  }
}
