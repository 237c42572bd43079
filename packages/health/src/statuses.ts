import { type InputParser, ValidationError } from '@ci-actions/kit'

/** A set of HTTP statuses. */
export interface Statuses {
  /** As written in the input. */
  readonly text: string
  has(status: number): boolean
}

/** `200`, `200-299`, `2xx`; several separated by commas or whitespace. */
export const statuses: InputParser<Statuses> = {
  parse(given) {
    const ranges = given
      .split(/[,\s]+/)
      .filter((item) => item !== '')
      .map(parseRange)
    return {
      text: given.replace(/\s+/g, ' '),
      has: (status) => ranges.some(([from, to]) => status >= from && status <= to),
    }
  },
}

function parseRange(item: string): readonly [from: number, to: number] {
  const [, first, last] =
    /^([1-5]\d\d)(?:-([1-5]\d\d))?$/.exec(item.replace(/^([1-5])xx$/i, '$100-$199')) ?? []
  const [from, to] = [Number(first), Number(last ?? first)]
  if (first === undefined || from > to) {
    throw new ValidationError('statuses such as 200, 200-299 or 200,204,300-399', item)
  }
  return [from, to]
}
