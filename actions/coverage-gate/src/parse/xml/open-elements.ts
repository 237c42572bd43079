/** How deep elements may be nested. */
export const deepest = 1_000

/** The elements that are open: for each where it begins in the file, the number of its name, and its name. */
export class OpenElements {
  depth = 0
  readonly #starts = new Float64Array(deepest + 1)
  readonly #numbers = new Int32Array(deepest + 1)
  /** The names as bytes, one behind the other, and where each ends. */
  #names = Buffer.alloc(4096)
  readonly #ends = new Int32Array(deepest + 1)

  /** Opens an element whose name is these bytes; there must be fewer than `deepest`. */
  push(number: number, start: number, bytes: Uint8Array, from: number, to: number): void {
    const at = this.#ends[this.depth] ?? 0
    const end = at + to - from
    if (end > this.#names.length) {
      const longer = Buffer.alloc(end * 2)
      this.#names.copy(longer)
      this.#names = longer
    }
    for (let i = at; i < end; i++) this.#names[i] = bytes[from + i - at] ?? 0
    this.depth++
    this.#starts[this.depth] = start
    this.#numbers[this.depth] = number
    this.#ends[this.depth] = end
  }

  /** Where the innermost one begins in the file. */
  get start(): number {
    return this.#starts[this.depth] ?? 0
  }

  /** The number of the name of the innermost one. */
  get number(): number {
    return this.#numbers[this.depth] ?? 0
  }

  /** Where the name of the innermost one ends if it stands here, -1 if another does. */
  endOfName(bytes: Uint8Array, from: number): number {
    const names = this.#names
    const end = this.#ends[this.depth] ?? 0
    let i = this.#ends[this.depth - 1] ?? 0
    let at = from
    while (i < end && bytes[at] === names[i]) {
      at++
      i++
    }
    return i === end && this.depth > 0 ? at : -1
  }

  /** The name of the innermost one. */
  get name(): string {
    return this.#names.toString('utf8', this.#ends[this.depth - 1], this.#ends[this.depth])
  }
}
