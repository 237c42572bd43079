import { orderInputs } from '@ci-actions/deployment'
import { lambdaInputs } from '@ci-actions/deployment/lambda/inputs'
import { flag, oneOf, required } from '@ci-actions/kit'

export const inputs = {
  ...lambdaInputs,
  ...orderInputs,
  wait: required('wait', flag),
  onCancel: required('on-cancel', oneOf('leave', 'rollback')),
}
