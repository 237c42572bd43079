import { deployInputs } from '@ci-actions/deployment'
import { lambdaInputs } from '@ci-actions/deployment/lambda'
import { flag, oneOf, required } from '@ci-actions/kit'

export const inputs = {
  ...lambdaInputs,
  ...deployInputs,
  wait: required('wait', flag),
  onCancel: required('on-cancel', oneOf('leave', 'rollback')),
}
