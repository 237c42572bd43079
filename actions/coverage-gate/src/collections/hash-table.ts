import { grow } from './grow.ts'

const words = 4
const chunkEntries = 1 << 15
const initialEntries = 64

/**
 * A map from a file and two numbers to one word: branches, statements, pages of lines. There may be millions of
 * entries, so they are stored in a few large arrays, in the order of insertion, with a hash table of their numbers.
 */
export class PackedTable {
  readonly #shift: number
  readonly #chunks: Int32Array<ArrayBuffer>[] = []
  #count = 0
  /** Numbers of entries plus one; 0 is free. Contains the entries before `#indexed`. */
  #index = new Int32Array(64)
  #indexed = 0
  #last = -1
  /** The newest file and its largest numbers: an entry beyond them is new without a lookup. */
  #newest = -1
  #largestA = 0
  #largestB = 0
  #chunk = new Int32Array(words)
  #at = 0

  /** `shift`: how many low bits of the two numbers are not part of the line. */
  constructor(shift = 0) {
    this.#shift = shift
  }

  get size(): number {
    return this.#count
  }

  /** The value of the entry found last; 0 if it is new. */
  get value(): number {
    return this.#chunk[this.#at + 3] ?? 0
  }

  set value(value: number) {
    this.#chunk[this.#at + 3] = value
  }

  /** Finds an entry, or adds it. */
  find(file: number, a: number, b: number): void {
    // Repeated entries come in the same order as before.
    const next = this.#last + 1
    if (next < this.#count && this.#matchAt(next, file, a, b)) return
    if (this.#isBeyond(file, a, b)) {
      this.#newest = file
      this.#largestA = a
      this.#largestB = b
      this.#add(file, a, b)
    } else if (!this.#findKnown(file, a, b)) this.#add(file, a, b)
  }

  /** Returns the value of an entry; 0 if there is none. */
  get(file: number, a: number, b: number): number {
    return !this.#isBeyond(file, a, b) && this.#findKnown(file, a, b) ? this.value : 0
  }

  each(visit: (file: number, a: number, b: number, value: number) => void): void {
    for (let number = 0; number < this.#count; number++) {
      const chunk = this.#chunkOf(number)
      const at = (number & (chunkEntries - 1)) * words
      visit(chunk[at] ?? 0, chunk[at + 1] ?? 0, chunk[at + 2] ?? 0, chunk[at + 3] ?? 0)
    }
  }

  #isBeyond(file: number, a: number, b: number): boolean {
    if (file !== this.#newest) return file > this.#newest
    return a > this.#largestA || (a === this.#largestA && b > this.#largestB)
  }

  /** Finds an existing entry; returns false if there is none. */
  #findKnown(file: number, a: number, b: number): boolean {
    if (this.#matchAt(this.#last, file, a, b)) return true
    this.#catchUp()
    const index = this.#index
    const mask = index.length - 1
    let slot = this.#hash(file, a, b) & mask
    for (let number = index[slot] ?? 0; number > 0; number = index[slot] ?? 0) {
      if (this.#matchAt(number - 1, file, a, b)) return true
      slot = (slot + 1) & mask
    }
    return false
  }

  #chunkOf(number: number): Int32Array<ArrayBuffer> {
    return this.#chunks[number >> 15] ?? this.#chunk
  }

  #matchAt(number: number, file: number, a: number, b: number): boolean {
    const chunk = this.#chunkOf(number)
    const at = (number & (chunkEntries - 1)) * words
    if (chunk[at + 1] !== a || chunk[at] !== file || chunk[at + 2] !== b) return false
    this.#chunk = chunk
    this.#at = at
    this.#last = number
    return true
  }

  #add(file: number, a: number, b: number): void {
    const number = this.#count++
    if (number < chunkEntries) this.#growFirst(number)
    else if (number >> 15 === this.#chunks.length) {
      this.#chunks.push(new Int32Array(chunkEntries * words))
    }
    const chunk = this.#chunkOf(number)
    const at = (number & (chunkEntries - 1)) * words
    chunk[at] = file
    chunk[at + 1] = a
    chunk[at + 2] = b
    this.#chunk = chunk
    this.#at = at
    this.#last = number
  }

  /** The first chunk grows, because there may be many tables with few entries. */
  #growFirst(number: number): void {
    const first = this.#chunks[0] ?? new Int32Array(initialEntries * words)
    this.#chunks[0] = number * words < first.length ? first : grow(first, first.length * 2)
  }

  /** Indexes new entries. Most reports contain everything once and in order, and never need the index. */
  #catchUp(): void {
    if (this.#count * 4 > this.#index.length * 3) this.#grow()
    const index = this.#index
    const mask = index.length - 1
    for (let number = this.#indexed; number < this.#count; number++) {
      const chunk = this.#chunkOf(number)
      const at = (number & (chunkEntries - 1)) * words
      let slot = this.#hash(chunk[at] ?? 0, chunk[at + 1] ?? 0, chunk[at + 2] ?? 0) & mask
      while (index[slot] !== 0) slot = (slot + 1) & mask
      index[slot] = number + 1
    }
    this.#indexed = this.#count
  }

  #grow(): void {
    let size = this.#index.length
    while (this.#count * 4 > size * 3) size *= 2
    // Frees the old array at once instead of at the next garbage collection.
    this.#index.buffer.transfer(0)
    this.#index = new Int32Array(size)
    this.#indexed = 0
  }

  /** Adjacent lines get adjacent slots, because they are read in sequence. */
  #hash(file: number, a: number, b: number): number {
    const ofA = a < 0 ? a : a >> this.#shift
    const ofB = b < 0 ? b : b >> this.#shift
    let mixed = Math.imul(file, 0x9e3779b1) ^ Math.imul(ofA >> 3, 0x85ebca6b)
    mixed ^= Math.imul(ofB >> 3, 0xc2b2ae35)
    // The file may be a single line: then only the bits below the line differ.
    const below = (1 << this.#shift) - 1
    mixed ^= Math.imul(a & below, 0x27d4eb2f) ^ Math.imul(b & below, 0x165667b1)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
    mixed ^= mixed >>> 13
    return (mixed << 3) + ((ofA + ofB + (mixed >>> 24)) & 7)
  }
}
