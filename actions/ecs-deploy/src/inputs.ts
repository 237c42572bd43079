import { deployInputs } from '@ci-actions/deployment'
import { ecsInputs } from '@ci-actions/deployment/ecs'
import { flag, oneOf, required } from '@ci-actions/kit'

export const inputs = {
  ...ecsInputs,
  ...deployInputs,
  wait: required('wait', flag),
  onCancel: required('on-cancel', oneOf('leave', 'rollback')),
}
