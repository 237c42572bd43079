import {
  type InputParser,
  list,
  oneOf,
  optional,
  required,
  text,
  ValidationError,
} from '@ci-actions/kit'
import { canary } from './canary.ts'
import { errorRate } from './error-rate.ts'
import { functionLine } from './function-line.ts'
import { packageSource } from './package-source.ts'

/** An alias name; names of digits only are versions. */
const alias: InputParser<string> = {
  parse(given) {
    if (/^(?!\d+$)[\w-]{1,128}$/.test(given)) return given
    throw new ValidationError('an alias name of letters, digits, "-" and "_", and not only digits')
  },
}

/** The Lambda functions to deploy, their code, and how to shift traffic. */
export const lambdaInputs = {
  functions: required('functions', list(functionLine)),
  package: optional('package', packageSource),
  alias: required('alias', alias),
  canary: optional('canary', canary),
  alarms: optional('alarms', list(text)),
  maxErrorRate: optional('max-error-rate', errorRate),
  architecture: optional('architectures', oneOf('x86_64', 'arm64')),
}
