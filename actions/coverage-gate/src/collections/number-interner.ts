const columnBits = 12

/** How far a place is shifted so that its line is left. */
export const placeShift = columnBits

/** No line has so many columns: what is added to one tells apart what is at the same place. */
export const beyondColumns = 1 << 20

/**
 * Several numbers as one of 32 bits. Nearly all that occur fit; those that do not are kept aside and
 * get a negative number.
 */
export class NumberInterner {
  readonly #numbers = new Map<string, number>()
  readonly #texts: string[] = []

  /** A place in a file; a column may be -1. */
  place(line: number, column: number): number {
    const fits = line < 1 << (31 - columnBits) && column >>> 0 < 1 << columnBits
    return fits ? (line << columnBits) | column : this.keep(`${line}:${column}`)
  }

  lineOf(place: number): number {
    return place < 0 ? Number.parseInt(this.textOf(place), 10) : place >> columnBits
  }

  /** A number that is not negative, in one word with another, mostly small one. */
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

  /** The same number as another keeper of them has it. */
  adopt(number: number, others: NumberInterner): number {
    return number < 0 ? this.keep(others.textOf(number)) : number
  }
}
