import { deployInputs } from '@ci-actions/deployment'
import { renderInputs } from '@ci-actions/deployment/render'
import { flag, oneOf, required } from '@ci-actions/kit'

export const inputs = {
  ...renderInputs,
  ...deployInputs,
  wait: required('wait', flag, { deprecatedName: 'wait-for-success' }),
  onCancel: required('on-cancel', oneOf('leave', 'cancel')),
}
