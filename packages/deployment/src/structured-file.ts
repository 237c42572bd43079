import { InputError, quote, ValidationError } from '@ci-actions/kit'
import { type Scalars, yaml } from '@ci-actions/kit/yaml'
import { unknown } from 'valibot'

/**
 * Parses a JSON or YAML file.
 *
 * @throws InputError if it is neither
 */
export async function readStructured(
  name: string,
  text: string,
  scalars?: Scalars,
): Promise<unknown> {
  try {
    return await yaml(unknown(), 'JSON or YAML', scalars).parse(text)
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error
    throw new InputError(error.describe(`The file ${quote(name)}`, undefined))
  }
}
