import { type InputParser, ValidationError } from '@ci-actions/kit'

/** A percentage as an exact fraction: 0.5 is 5 tenths. */
export interface Rate {
  readonly text: string
  readonly count: number
  readonly of: number
}

/** An exact percentage: `1`, `0.5`, `0.5%`. */
export const errorRate: InputParser<Rate> = {
  parse(given) {
    const [, text, whole, tenths = ''] = /^((\d{1,3})(?:\.(\d{1,6}))?)%?$/.exec(given) ?? []
    if (!text || Number(text) > 100)
      throw new ValidationError('a percentage from 0 to 100, such as 0.5')
    return { text, count: Number(`${whole}${tenths}`), of: 10 ** tenths.length }
  },
}
