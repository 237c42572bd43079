import {
  flag,
  mapOf,
  oneOf,
  optional,
  positiveDuration,
  required,
  secret,
  text,
} from '@ci-actions/kit'
import { yaml } from '@ci-actions/kit/yaml'
import { integer, maxValue, minValue, number, pipe, regex, string, transform, union } from 'valibot'
import { exclusion } from './exclusion.ts'
import { sizes } from './sizes.ts'
import { weights } from './weights.ts'

/** In YAML, 012345 without quotation marks is a number. */
const digits = pipe(
  number(),
  integer(),
  minValue(0),
  maxValue(999_999),
  transform((value) => String(value).padStart(6, '0')),
)
const hexadecimal = pipe(string(), regex(/^#?[\da-f]{6}$/i, 'expected six hexadecimal digits'))

const colors = yaml(
  mapOf(union([hexadecimal, digits])),
  'YAML such as "XL: ff0000", one size and colour per line',
)

export const inputs = {
  sizes: required('sizes', sizes),
  labelPrefix: optional('label-prefix', text),
  exclude: optional('exclude', exclusion),
  excludeGenerated: required('exclude-generated', flag),
  count: required('count', oneOf('changes', 'additions')),
  weights: optional('weights', weights),
  colors: optional('colors', colors),
  warnAbove: optional('warn-above', text),
  failAbove: optional('fail-above', text),
  overrideLabel: optional('override-label', text),
  githubToken: required('github-token', secret),
  timeout: required('timeout', positiveDuration),
  dryRun: required('dry-run', flag),
}
