import { viewOf } from '../buffered-input.ts'
import { classes, nameByte } from './characters.ts'

/** The names that a reader distinguishes, by number; every other name is 0. */
export type XmlNames<N extends string = string> = Readonly<Record<N, number>>

/** Numbers the names of elements and attributes that a reader needs, from 1. */
export function xmlNames<const N extends string>(...names: N[]): XmlNames<N> {
  return Object.fromEntries(names.map((name, i) => [name, i + 1])) as XmlNames<N>
}

/**
 * Finds the number of a name. Reports are repetitive, so the name that followed the last one before is tried first;
 * otherwise a hash of the bytes is used. Elements and attributes are predicted separately, because attributes may be
 * missing.
 */
export class NameTable {
  /** The number of the name read last. */
  number = 0
  readonly #elementAfter: Uint8Array
  readonly #attributeAfter: Uint8Array
  #lastElement = 0
  readonly #names: readonly string[]
  readonly #slots = new Uint8Array(256)
  /** All names as ` name="`, concatenated, and the end of each. */
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

  /** The number of names, including 0 for all others. */
  get size(): number {
    return this.#names.length + 1
  }

  nameOf(number: number): string {
    return this.#names[number - 1] ?? ''
  }

  /** Returns the attribute that is expected after another one in an element; 0 if unknown. */
  attributeAfter(element: number, last: number): number {
    return this.#attributeAfter[element * (this.#names.length + 1) + last] ?? 0
  }

  /** Returns the start of the value if ` name="` is at `from`, otherwise 0. */
  valueOf(number: number, view: DataView, from: number): number {
    const names = this.#view
    const start = this.#ends[number - 1] ?? 0
    const length = (this.#ends[number] ?? 0) - start
    // Four bytes at a time; the last four may overlap the previous ones.
    const last = length - 4
    for (let i = 0; i < last; i += 4) {
      if (names.getInt32(start + i) !== view.getInt32(from + i)) return 0
    }
    if (names.getInt32(start + last) !== view.getInt32(from + last)) return 0
    return from + length
  }

  /** Reads the name of an element; returns its end. */
  readElement(bytes: Uint8Array, from: number): number {
    const last = this.#lastElement
    const expected = this.#elementAfter[last] ?? 0
    const expectedEnd = expected > 0 ? this.#compare(expected, bytes, from) : 0
    if (expectedEnd > 0 && ((classes[bytes[expectedEnd] ?? 0] ?? 0) & nameByte) === 0) {
      this.number = expected
      this.#lastElement = expected
      return expectedEnd
    }
    const end = this.#read(bytes, from)
    this.#elementAfter[last] = this.number
    this.#lastElement = this.number
    return end
  }

  /** Reads the name of an attribute; returns its end. */
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

  /** Returns the end of a name if it is at `from`, otherwise 0. */
  #compare(number: number, bytes: Uint8Array, from: number): number {
    const names = this.#bytes
    const end = (this.#ends[number] ?? 0) - 2
    let i = (this.#ends[number - 1] ?? 0) + 1
    let at = from
    while (i < end) if (names[i++] !== bytes[at++]) return 0
    return at
  }
}
