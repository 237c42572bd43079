const columnBits = 12

/** Shift that leaves the line of a place. */
export const placeShift = columnBits

/** More than the columns of any line: multiples of it, added to a column, distinguish items at the same place. */
export const beyondColumns = 1 << 20

/**
 * Packs several numbers into one of 32 bits. Nearly all fit; others are interned as strings and get a negative number.
 */
export class NumberInterner {
  readonly #numbers = new Map<string, number>()
  readonly #texts: string[] = []

  /** Packs a place in a file; the column may be -1. */
  place(line: number, column: number): number {
    const fits = line < 1 << (31 - columnBits) && column >>> 0 < 1 << columnBits
    return fits ? (line << columnBits) | column : this.keep(`${line}:${column}`)
  }

  lineOf(place: number): number {
    return place < 0 ? Number.parseInt(this.textOf(place), 10) : place >> columnBits
  }

  /** Packs a non-negative number with another one, which is usually small. */
  pair(first: number, second: number): number {
    return first < 1 << 22 && second < 1 << 9
      ? (first << 9) | second
      : this.keep(`${first}+${second}`)
  }

  keep(text: string): number {
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    const number = ~this.#texts.length
    this.#numbers.set(text, number)
    this.#texts.push(text)
    return number
  }

  textOf(number: number): string {
    return this.#texts[~number] ?? ''
  }

  /** Converts a number of another interner. */
  adopt(number: number, others: NumberInterner): number {
    return number < 0 ? this.keep(others.textOf(number)) : number
  }
}
