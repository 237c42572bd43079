import { type InputParser, mapOf, quote, ValidationError } from '@ci-actions/kit'
import { yaml } from '@ci-actions/kit/yaml'
import { number, string, union } from 'valibot'

/** A size, and from how many lines on it holds. */
export interface Size {
  readonly name: string
  readonly from: number
}

const expected =
  'YAML or JSON such as {"0": "XS", "10": "S"}, or XS: 0, with whole numbers of lines and a name for each'

const steps = yaml(mapOf(union([string(), number()])), expected)

/** Sizes as they were written, the smallest first. */
export const sizes: InputParser<Size[]> = {
  async parse(given) {
    const entries = Object.entries(await steps.parse(given))
    const read = entries.map(([key, value]) => {
      return typeof value === 'number' ? { name: key, from: value } : { name: value, from: key }
    })
    const sorted = read
      .map(({ name, from }) => ({ name: name.trim(), from: linesOf(from) }))
      .toSorted((one, other) => one.from - other.from)
    refuseTwice(sorted.map(({ from }) => String(from)))
    refuseTwice(sorted.map(({ name }) => name.toLowerCase()))
    if (sorted.length === 0 || sorted.some(({ name }) => name === ''))
      throw new ValidationError(expected)
    return sorted
  },
}

function linesOf(from: string | number): number {
  const text = String(from)
  if (!/^\d{1,9}$/.test(text)) throw new ValidationError(`${expected}; at ${quote(text)}`)
  return Number(text)
}

function refuseTwice(all: readonly string[]): void {
  const twice = all.find((one, i) => all.indexOf(one) !== i)
  if (twice !== undefined) throw new ValidationError(`${expected}; ${quote(twice)} is there twice`)
}

/** The largest size that so many lines reach; undefined below the smallest. */
export function sizeOf(lines: number, of: readonly Size[]): Size | undefined {
  return of.findLast(({ from }) => from <= lines)
}

/** Neither GitHub nor we tell sizes, or their labels, apart by upper case. */
export function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
