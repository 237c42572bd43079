import { grow } from './grow.ts'

const words = 4
const chunkEntries = 1 << 15
const fewEntries = 64

/**
 * Marks by file and two numbers, one word of value each: branches, statements, pages of lines. They
 * stand one behind the other in a few large arrays, because there may be millions of them, and are
 * found by a hash table of their numbers.
 */
export class PackedTable {
  readonly #shift: number
  readonly #chunks: Int32Array<ArrayBuffer>[] = []
  #count = 0
  /** The number of a mark plus one; 0 is free. It knows the marks before `#indexed`. */
  #index = new Int32Array(64)
  #indexed = 0
  #last = -1
  /** The newest file and the largest numbers it has: a mark beyond them is new without a look. */
  #newest = -1
  #largestA = 0
  #largestB = 0
  #chunk = new Int32Array(words)
  #at = 0

  /** `shift`: how many low bits of the two numbers lie below a line. */
  constructor(shift = 0) {
    this.#shift = shift
  }

  get size(): number {
    return this.#count
  }

  /** The value of the mark found last; 0 when it is new. */
  get value(): number {
    return this.#chunk[this.#at + 3] ?? 0
  }

  set value(value: number) {
    this.#chunk[this.#at + 3] = value
  }

  /** Goes to a mark; one that is not there yet is added. */
  find(file: number, a: number, b: number): void {
    // What is read again comes in the same order as before.
    const next = this.#last + 1
    if (next < this.#count && this.#turnTo(next, file, a, b)) return
    if (this.#isBeyond(file, a, b)) {
      this.#newest = file
      this.#largestA = a
      this.#largestB = b
      this.#add(file, a, b)
    } else if (!this.#turnToKnown(file, a, b)) this.#add(file, a, b)
  }

  /** The value of a mark; 0 when there is none. */
  get(file: number, a: number, b: number): number {
    return !this.#isBeyond(file, a, b) && this.#turnToKnown(file, a, b) ? this.value : 0
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

  /** Turns to a mark that is there; false when it is not. */
  #turnToKnown(file: number, a: number, b: number): boolean {
    if (this.#turnTo(this.#last, file, a, b)) return true
    this.#catchUp()
    const index = this.#index
    const mask = index.length - 1
    let slot = this.#slotOf(file, a, b) & mask
    for (let number = index[slot] ?? 0; number > 0; number = index[slot] ?? 0) {
      if (this.#turnTo(number - 1, file, a, b)) return true
      slot = (slot + 1) & mask
    }
    return false
  }

  #chunkOf(number: number): Int32Array<ArrayBuffer> {
    return this.#chunks[number >> 15] ?? this.#chunk
  }

  #turnTo(number: number, file: number, a: number, b: number): boolean {
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

  /** The first chunk grows, because there may be many tables with few marks. */
  #growFirst(number: number): void {
    const first = this.#chunks[0] ?? new Int32Array(fewEntries * words)
    this.#chunks[0] = number * words < first.length ? first : grow(first, first.length * 2)
  }

  /** Most reports tell everything once and in order, and never need the index. */
  #catchUp(): void {
    if (this.#count * 4 > this.#index.length * 3) this.#grow()
    const index = this.#index
    const mask = index.length - 1
    for (let number = this.#indexed; number < this.#count; number++) {
      const chunk = this.#chunkOf(number)
      const at = (number & (chunkEntries - 1)) * words
      let slot = this.#slotOf(chunk[at] ?? 0, chunk[at + 1] ?? 0, chunk[at + 2] ?? 0) & mask
      while (index[slot] !== 0) slot = (slot + 1) & mask
      index[slot] = number + 1
    }
    this.#indexed = this.#count
  }

  #grow(): void {
    let size = this.#index.length
    while (this.#count * 4 > size * 3) size *= 2
    // Frees the old array at once, not when the collector comes by.
    this.#index.buffer.transfer(0)
    this.#index = new Int32Array(size)
    this.#indexed = 0
  }

  /** Neighbouring lines are kept together, because they come one after the other. */
  #slotOf(file: number, a: number, b: number): number {
    const ofA = a < 0 ? a : a >> this.#shift
    const ofB = b < 0 ? b : b >> this.#shift
    let mixed = Math.imul(file, 0x9e3779b1) ^ Math.imul(ofA >> 3, 0x85ebca6b)
    mixed ^= Math.imul(ofB >> 3, 0xc2b2ae35)
    // A line may be the whole file: what lies below lines tells its marks apart.
    const below = (1 << this.#shift) - 1
    mixed ^= Math.imul(a & below, 0x27d4eb2f) ^ Math.imul(b & below, 0x165667b1)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
    mixed ^= mixed >>> 13
    return (mixed << 3) + ((ofA + ofB + (mixed >>> 24)) & 7)
  }
}
