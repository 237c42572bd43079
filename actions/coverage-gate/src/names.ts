const words = 4

/**
 * Functions by file and name, each with whether it is covered: the names as bytes one behind the
 * other, the rest in one array, found by a hash table.
 */
export class NameTable {
  #bytes = new Uint8Array(4096)
  #used = 0
  /** The file, the hash, where the name begins, and twice its length plus whether it is covered. */
  #entries = new Int32Array(words * 64)
  #count = 0
  /** The number of an entry plus one; 0 is free. */
  #index = new Int32Array(128)
  #last = -1

  /** Marks a name; tells what is new by bits: 1 that it is there, 2 that it is covered. */
  mark(file: number, bytes: Uint8Array, from: number, to: number, covered: boolean): number {
    const known = this.#find(file, bytes, from, to)
    const added = known < 0 ? 1 : 0
    const at = (known < 0 ? this.#add(file, bytes, from, to) : known) * words + 3
    const length = this.#entries[at] ?? 0
    if (!covered || (length & 1) === 1) return added
    this.#entries[at] = length | 1
    return added | 2
  }

  each(
    visit: (file: number, bytes: Uint8Array, from: number, to: number, covered: boolean) => void,
  ): void {
    for (let at = 0; at < this.#count * words; at += words) {
      const from = this.#entries[at + 2] ?? 0
      const length = this.#entries[at + 3] ?? 0
      visit(this.#entries[at] ?? 0, this.#bytes, from, from + (length >>> 1), (length & 1) === 1)
    }
  }

  #find(file: number, bytes: Uint8Array, from: number, to: number): number {
    const next = this.#last + 1
    const hash = hashOf(file, bytes, from, to)
    if (next < this.#count && this.#is(next, file, hash, bytes, from, to)) return next
    const mask = this.#index.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = (this.#index[slot] ?? 0) - 1
      if (number < 0 || this.#is(number, file, hash, bytes, from, to)) return number
    }
  }

  #is(
    number: number,
    file: number,
    hash: number,
    bytes: Uint8Array,
    from: number,
    to: number,
  ): boolean {
    const at = number * words
    const entries = this.#entries
    if (entries[at + 1] !== hash || entries[at] !== file) return false
    if ((entries[at + 3] ?? 0) >>> 1 !== to - from) return false
    const mine = entries[at + 2] ?? 0
    for (let i = to - from - 1; i >= 0; i--) {
      if (this.#bytes[mine + i] !== bytes[from + i]) return false
    }
    this.#last = number
    return true
  }

  #add(file: number, bytes: Uint8Array, from: number, to: number): number {
    const length = to - from
    while (this.#used + length > this.#bytes.length) {
      this.#bytes = new Uint8Array(this.#bytes.buffer.transfer(this.#bytes.length * 2))
    }
    if ((this.#count + 1) * words > this.#entries.length) {
      this.#entries = new Int32Array(this.#entries.buffer.transfer(this.#entries.byteLength * 2))
    }
    for (let i = 0; i < length; i++) this.#bytes[this.#used + i] = bytes[from + i] ?? 0
    const number = this.#count++
    const at = number * words
    const hash = hashOf(file, bytes, from, to)
    this.#entries[at] = file
    this.#entries[at + 1] = hash
    this.#entries[at + 2] = this.#used
    this.#entries[at + 3] = length << 1
    this.#used += length
    this.#last = number
    if (this.#count * 4 > this.#index.length * 3) this.#grow()
    else this.#enter(number, hash)
    return number
  }

  #grow(): void {
    const size = this.#index.length * 2
    this.#index.buffer.transfer(0)
    this.#index = new Int32Array(size)
    for (let number = 0; number < this.#count; number++) {
      this.#enter(number, this.#entries[number * words + 1] ?? 0)
    }
  }

  #enter(number: number, hash: number): void {
    const mask = this.#index.length - 1
    let slot = hash & mask
    while (this.#index[slot] !== 0) slot = (slot + 1) & mask
    this.#index[slot] = number + 1
  }
}

function hashOf(file: number, bytes: Uint8Array, from: number, to: number): number {
  let hash = Math.imul(file, 0x9e3779b1)
  for (let at = from; at < to; at++) hash = Math.imul(hash, 31) + (bytes[at] ?? 0)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return hash ^ (hash >>> 13)
}
