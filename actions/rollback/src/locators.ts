import { yaml } from '@ci-actions/kit/yaml'
import {
  array,
  minLength,
  optional,
  pipe,
  regex,
  strictObject,
  string,
  transform,
  unknown,
} from 'valibot'

const locatorShape = strictObject({
  serviceId: pipe(string(), regex(/^srv-[\w-]+$/, 'not the id of a service, srv-…')),
  name: optional(string()),
})

const locatorsShape = pipe(
  unknown(),
  transform((given) => (Array.isArray(given) ? given : [given])),
  array(locatorShape),
  minLength(1),
)

/** `serviceId: srv-…`, with `name: …` if one likes; or a list of such. */
export const locators = yaml(
  locatorsShape,
  'YAML that says where to find it, such as "serviceId: srv-…", or a list of such',
)
