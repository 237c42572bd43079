import { grow } from './grow.ts'

const words = 3

/**
 * Functions by file and name, and whether each is covered. The names are stored as bytes in one array, the rest in
 * another one, with a hash table.
 */
export class FunctionTable {
  /** Whether the entry found last was added. */
  isNew = false
  #bytes = new Uint8Array(4096)
  #used = 0
  /** Per entry: the file, the offset of the name, and twice its length plus 1 if covered. */
  #entries = new Int32Array(words * 64)
  #count = 0
  #last = -1
  /** The newest file, its first entry and its number of entries. */
  #newest = -1
  #first = 0
  #recent = 0
  /** Index of the newest file: numbers of entries plus one. Numbers up to `#first` are of older files, and free. */
  #index = new Int32Array(128)
  /** Index of all files, for an older file that occurs again. Contains the entries before `#indexed`. */
  #whole = new Int32Array(128)
  #indexed = 0

  /** Returns the number of an entry, and adds the entry if there is none. */
  find(file: number, bytes: Uint8Array, from: number, to: number): number {
    const count = this.#count
    const number = this.#find(file, bytes, from, to)
    this.isNew = this.#count > count
    return number
  }

  /** Marks an entry as covered; returns false if it was already. */
  cover(number: number): boolean {
    const at = number * words + 2
    const length = this.#entries[at] ?? 0
    this.#entries[at] = length | 1
    return (length & 1) === 0
  }

  /** Whether the name of an entry, from byte `at` on, equals these bytes. */
  endsWith(number: number, at: number, bytes: Uint8Array, from: number, to: number): boolean {
    const entry = number * words
    const length = (this.#entries[entry + 2] ?? 0) >>> 1
    if (length - at !== to - from) return false
    const mine = this.#bytes
    let last = (this.#entries[entry + 1] ?? 0) + length
    for (let i = to - 1; i >= from; i--) if (mine[--last] !== bytes[i]) return false
    return true
  }

  /** Returns the name of an entry, from byte `at` on, as Latin-1. */
  keyOf(number: number, at: number): string {
    const entry = number * words
    const from = this.#entries[entry + 1] ?? 0
    const length = (this.#entries[entry + 2] ?? 0) >>> 1
    return Buffer.from(this.#bytes.subarray(from + at, from + length)).toString('latin1')
  }

  each(
    visit: (file: number, bytes: Uint8Array, from: number, to: number, covered: boolean) => void,
  ): void {
    for (let at = 0; at < this.#count * words; at += words) {
      const from = this.#entries[at + 1] ?? 0
      const length = this.#entries[at + 2] ?? 0
      visit(this.#entries[at] ?? 0, this.#bytes, from, from + (length >>> 1), (length & 1) === 1)
    }
  }

  #find(file: number, bytes: Uint8Array, from: number, to: number): number {
    // Repeated entries come in the same order as before.
    const next = this.#last + 1
    if (next < this.#count && this.#is(next, file, bytes, from, to)) return next
    const hash = hashOf(file, bytes, from, to)
    if (file < this.#newest) return this.#findOlder(file, hash, bytes, from, to)
    if (file > this.#newest) {
      this.#newest = file
      this.#first = this.#count
      this.#recent = 0
    }
    const index = this.#index
    const mask = index.length - 1
    let slot = hash & mask
    for (let number = index[slot] ?? 0; number > this.#first; number = index[slot] ?? 0) {
      if (this.#is(number - 1, file, bytes, from, to)) return number - 1
      slot = (slot + 1) & mask
    }
    const added = this.#add(file, bytes, from, to)
    index[slot] = added + 1
    if (++this.#recent * 2 > index.length) this.#growIndex()
    return added
  }

  #findOlder(file: number, hash: number, bytes: Uint8Array, from: number, to: number): number {
    this.#catchUp()
    const index = this.#whole
    const mask = index.length - 1
    let slot = hash & mask
    for (let number = index[slot] ?? 0; number > 0; number = index[slot] ?? 0) {
      if (this.#is(number - 1, file, bytes, from, to)) return number - 1
      slot = (slot + 1) & mask
    }
    return this.#add(file, bytes, from, to)
  }

  #is(number: number, file: number, bytes: Uint8Array, from: number, to: number): boolean {
    const at = number * words
    const entries = this.#entries
    if (entries[at] !== file || (entries[at + 2] ?? 0) >>> 1 !== to - from) return false
    const mine = this.#bytes
    let last = (entries[at + 1] ?? 0) + to - from
    for (let i = to - 1; i >= from; i--) if (mine[--last] !== bytes[i]) return false
    this.#last = number
    return true
  }

  #add(file: number, bytes: Uint8Array, from: number, to: number): number {
    const length = to - from
    const used = this.#used + length
    if (used > this.#bytes.length) this.#bytes = grow(this.#bytes, used)
    const entries = (this.#count + 1) * words
    if (entries > this.#entries.length) this.#entries = grow(this.#entries, entries)
    const mine = this.#bytes
    for (let i = 0; i < length; i++) mine[this.#used + i] = bytes[from + i] ?? 0
    const number = this.#count++
    const at = number * words
    this.#entries[at] = file
    this.#entries[at + 1] = this.#used
    this.#entries[at + 2] = length << 1
    this.#used += length
    this.#last = number
    return number
  }

  #growIndex(): void {
    this.#index = new Int32Array(this.#index.length * 2)
    for (let number = this.#first; number < this.#count; number++) {
      if (this.#entries[number * words] === this.#newest) this.#insert(number, this.#index)
    }
  }

  #catchUp(): void {
    let size = this.#whole.length
    while (this.#count * 4 > size * 3) size *= 2
    if (size > this.#whole.length) {
      this.#whole.buffer.transfer(0)
      this.#whole = new Int32Array(size)
      this.#indexed = 0
    }
    while (this.#indexed < this.#count) this.#insert(this.#indexed++, this.#whole)
  }

  #insert(number: number, index: Int32Array): void {
    const mask = index.length - 1
    const entry = number * words
    const from = this.#entries[entry + 1] ?? 0
    const to = from + ((this.#entries[entry + 2] ?? 0) >>> 1)
    let slot = hashOf(this.#entries[entry] ?? 0, this.#bytes, from, to) & mask
    while (index[slot] !== 0) slot = (slot + 1) & mask
    index[slot] = number + 1
  }
}

function hashOf(file: number, bytes: Uint8Array, from: number, to: number): number {
  let hash = Math.imul(file, 0x9e3779b1)
  for (let at = from; at < to; at++) hash = Math.imul(hash, 31) + (bytes[at] ?? 0)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return hash ^ (hash >>> 13)
}
