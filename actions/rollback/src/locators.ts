import { InputError, mapOf, quote, ValidationError } from '@ci-actions/kit'
import { yaml } from '@ci-actions/kit/yaml'
import { array, minLength, pipe, string, transform, unknown } from 'valibot'

export type Locator = Readonly<Record<string, string>>

const locatorsSchema = pipe(
  unknown(),
  transform((given) => (Array.isArray(given) ? given : [given])),
  array(mapOf(string())),
  minLength(1),
)

/**
 * Parses the input `target`: the locators of the targets to roll back.
 *
 * @param example a locator of the provider, such as `serviceId: srv-…` for Render
 * @throws InputError if it is not YAML, or not of this shape
 */
export async function parseLocators(given: string, example: string): Promise<Locator[]> {
  try {
    return await yaml(locatorsSchema, expectedLocators(example)).parse(given)
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error
    throw new InputError(error.describe('Input "target"', quote(given)))
  }
}

/** Completes "must be …". */
export function expectedLocators(example: string): string {
  return `YAML that locates the target, such as "${example}", or a list of these`
}
