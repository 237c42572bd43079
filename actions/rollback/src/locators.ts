import { mapOf } from '@ci-actions/kit'
import { yaml } from '@ci-actions/kit/yaml'
import { array, minLength, pipe, string, transform, unknown } from 'valibot'

const locatorsSchema = pipe(
  unknown(),
  transform((given) => (Array.isArray(given) ? given : [given])),
  array(mapOf(string())),
  minLength(1),
)

/** Locators of the targets to roll back, such as `serviceId: srv-…` for Render. */
export const locators = yaml(
  locatorsSchema,
  'YAML that locates the target, such as "serviceId: srv-…", or a list of these',
)
