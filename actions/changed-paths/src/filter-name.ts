import { type InputParser, ValidationError } from '@ci-actions/kit'

/** The name of a filter, which is also the name of an output. */
export const filterName: InputParser<string> = {
  parse(given) {
    if (/^[A-Za-z_][\w-]*$/.test(given)) return given
    throw new ValidationError('filter names consist of letters, digits, "-" and "_".', given)
  },
}
