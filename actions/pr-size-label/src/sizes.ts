import { type InputParser, mapOf, quote, ValidationError } from '@ci-actions/kit'
import { yaml } from '@ci-actions/kit/yaml'
import { number, string, union } from 'valibot'

/** A size and its minimum number of lines. */
export interface Size {
  readonly name: string
  readonly from: number
}

const expected =
  'YAML or JSON such as {"0": "XS", "10": "S"}, or XS: 0, with whole numbers of lines and a name for each'

const steps = yaml(mapOf(union([string(), number()])), expected)

/** Sizes, the smallest first. */
export const sizes: InputParser<Size[]> = {
  async parse(given) {
    const entries = Object.entries(await steps.parse(given))
    const read = entries.map(([key, value]) => {
      return typeof value === 'number' ? { name: key, from: value } : { name: value, from: key }
    })
    const sorted = read
      .map(({ name, from }) => ({ name: name.trim(), from: linesOf(from) }))
      .toSorted((a, b) => a.from - b.from)
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
  if (twice !== undefined) throw new ValidationError(`${expected}; ${quote(twice)} occurs twice`)
}

/** Returns the largest size that the number of lines reaches; undefined if below the smallest. */
export function sizeOf(lines: number, of: readonly Size[]): Size | undefined {
  return of.findLast(({ from }) => from <= lines)
}

/** Compares names of sizes or labels, ignoring case as GitHub does. */
export function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}
