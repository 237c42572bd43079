import { healthInputs, targets } from '@ci-actions/health'
import { flag, oneOf, positiveDuration, required } from '@ci-actions/kit'

export const inputs = {
  targets: required('targets', targets),
  timeout: required('timeout', positiveDuration),
  require: required('require', oneOf('all', 'any')),
  reverse: required('reverse', flag),
  ...healthInputs,
}
