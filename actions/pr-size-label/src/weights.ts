import { type InputParser, mapOf, quote, ValidationError } from '@ci-actions/kit'
import { yaml } from '@ci-actions/kit/yaml'
import { parsePattern, patterns } from '@ci-actions/patterns'
import { maxValue, minValue, number, pipe } from 'valibot'

/** Returns the weight of a file's lines in hundredths, as whole numbers, so that sums are exact. */
export type Weights = (path: string) => number

const expected = 'YAML such as "*.test.ts": 0.5, one pattern and number from 0 to 100 per line'

const factors = yaml(mapOf(pipe(number(), minValue(0), maxValue(100))), expected)

export const weights: InputParser<Weights> = {
  async parse(given) {
    const read = Object.entries(await factors.parse(given)).map(([pattern, factor]) => ({
      fits: fitsOf(pattern),
      hundredths: hundredthsOf(factor, pattern),
    }))
    return (path) => read.findLast(({ fits }) => fits(path))?.hundredths ?? 100
  },
}

function fitsOf(pattern: string): (path: string) => boolean {
  if (!/^[!#]|^\s*$/.test(pattern)) return patterns(parsePattern(pattern))
  throw new ValidationError(
    `${expected}; at ${quote(pattern)}: a comment or negated pattern matches no files`,
  )
}

function hundredthsOf(factor: number, pattern: string): number {
  const hundredths = Math.round(factor * 100)
  if (hundredths / 100 === factor) return hundredths
  throw new ValidationError(`${expected}; at ${quote(pattern)}: a number with at most two decimals`)
}
