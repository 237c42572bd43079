/** Limit of nested elements. */
export const maxDepth = 1_000

/** The stack of open elements: position in the file, number and name of each. */
export class OpenElements {
  depth = 0
  readonly #starts = new Float64Array(maxDepth + 1)
  readonly #numbers = new Int32Array(maxDepth + 1)
  /** The names as bytes, concatenated, and the end of each. */
  #names = Buffer.alloc(4096)
  readonly #ends = new Int32Array(maxDepth + 1)

  /** Pushes an element with its name as bytes; the depth must be below `maxDepth`. */
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

  /** Position in the file of the innermost element. */
  get start(): number {
    return this.#starts[this.depth] ?? 0
  }

  /** Name number of the innermost element. */
  get number(): number {
    return this.#numbers[this.depth] ?? 0
  }

  /** Returns the end of the name of the innermost element if it is at `from`, otherwise -1. */
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

  /** Name of the innermost element. */
  get name(): string {
    return this.#names.toString('utf8', this.#ends[this.depth - 1], this.#ends[this.depth])
  }
}
