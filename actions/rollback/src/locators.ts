import { mapOf } from '@ci-actions/kit'
import { yaml } from '@ci-actions/kit/yaml'
import { array, minLength, pipe, string, transform, unknown } from 'valibot'

const locatorsSchema = pipe(
  unknown(),
  transform((given) => (Array.isArray(given) ? given : [given])),
  array(mapOf(string())),
  minLength(1),
)

/** Where to find what is rolled back, `serviceId: srv-…` for Render; or a list of such. */
export const locators = yaml(
  locatorsSchema,
  'YAML that says where to find it, such as "serviceId: srv-…", or a list of such',
)
