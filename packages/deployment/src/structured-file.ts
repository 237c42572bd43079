import { InputError, quote, Unusable } from '@ci-actions/kit'
import { yaml } from '@ci-actions/kit/yaml'
import { unknown } from 'valibot'

const structured = yaml(unknown(), 'JSON or YAML')

/**
 * What a file of JSON or YAML holds.
 *
 * @throws InputError when it is neither
 */
export async function readStructured(name: string, text: string): Promise<unknown> {
  try {
    return await structured.parse(text)
  } catch (error) {
    if (!(error instanceof Unusable)) throw error
    throw new InputError(`The file ${quote(name)} must be ${error.expected}.`)
  }
}
