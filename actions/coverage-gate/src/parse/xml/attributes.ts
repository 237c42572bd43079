import { quote } from '@ci-actions/kit'
import type { BufferedInput } from '../buffered-input.ts'
import { DASH, ZERO } from '../bytes.ts'
import { decodeText } from './characters.ts'
import type { NameTable } from './names.ts'

/** Characters in a value that have to be decoded. */
const encoded = /[\t\r\n&]/

/** The attributes of the tag read last, by name number, with the bounds of their values in the buffer. */
export class XmlAttributes {
  readonly from: Int32Array
  readonly to: Int32Array
  /** The stamp of the tag in which each attribute was read last; `stamp` is that of the last tag. */
  readonly stamps: Int32Array
  stamp = 0
  readonly #input: BufferedInput
  readonly #names: NameTable

  constructor(input: BufferedInput, names: NameTable) {
    this.#input = input
    this.#names = names
    this.from = new Int32Array(names.size)
    this.to = new Int32Array(names.size)
    this.stamps = new Int32Array(names.size)
  }

  has(name: number): boolean {
    return this.stamps[name] === this.stamp
  }

  /** Adds an attribute of the last tag; returns false if it exists already. */
  keep(name: number, from: number, to: number): boolean {
    if (this.has(name)) return false
    this.stamps[name] = this.stamp
    this.from[name] = from
    this.to[name] = to
    return true
  }

  /** Returns the decoded value. */
  text(name: number): string | undefined {
    if (!this.has(name)) return undefined
    const value = this.#input.bytes.toString('utf8', this.from[name], this.to[name])
    return encoded.test(value) ? decodeText(value.replace(/\r\n|[\t\r\n]/g, ' ')) : value
  }

  /** Returns the value as a whole number between plus and minus 2^31. */
  integer(name: number): number | undefined {
    if (!this.has(name)) return undefined
    const { bytes } = this.#input
    const to = this.to[name] ?? 0
    const from = this.from[name] ?? 0
    const negative = bytes[from] === DASH
    let value = 0
    let at = negative ? from + 1 : from
    if (at === to) this.#refuse(name, 'a whole number')
    for (; at < to; at++) {
      const digit = (bytes[at] ?? 0) - ZERO
      if (digit < 0 || digit > 9) this.#refuse(name, 'a whole number')
      value = value * 10 + digit
      if (value > 0x7fffffff) this.#refuse(name, 'a whole number below 2^31')
    }
    return negative ? -value : value
  }

  /** Whether the value, a number of any size and notation, is positive. */
  positive(name: number): boolean {
    if (!this.has(name)) return false
    const { bytes } = this.#input
    const to = this.to[name] ?? 0
    const from = this.from[name] ?? 0
    let at = from
    let digits = 0
    for (; at < to; at++) {
      const digit = (bytes[at] ?? 0) - ZERO
      if (digit < 0 || digit > 9) break
      digits |= digit
    }
    if (at === to && to > from) return digits > 0
    const value = bytes.toString('latin1', from, to).trim()
    if (value === '-') return false
    if (!/^[+-]?\d+([.,]\d*)?(e[+-]?\d+)?$/i.test(value)) this.#refuse(name, 'a number')
    return /^\+?[0.,]*[1-9]/.test(value)
  }

  /** Whether the value equals a lower-case word, ignoring case. */
  is(name: number, word: string): boolean {
    if (!this.has(name)) return false
    const from = this.from[name] ?? 0
    if ((this.to[name] ?? 0) - from !== word.length) return false
    for (let i = 0; i < word.length; i++) {
      if (((this.#input.bytes[from + i] ?? 0) | 0x20) !== word.charCodeAt(i)) return false
    }
    return true
  }

  #refuse(name: number, expected: string): never {
    const seen = quote(this.text(name) ?? '')
    this.#input.fail(
      `has ${this.#names.nameOf(name)}=${seen} where ${expected} is expected`,
      this.to[name] ?? 0,
    )
  }
}
