import { deployInputs } from '@ci-actions/deployment'
import { providers } from '@ci-actions/deployment/providers'
import { healthInputs, targets } from '@ci-actions/health'
import { oneOf, oneOfGroups, optional, positiveDuration, required } from '@ci-actions/kit'
import { notifyInputs } from '@ci-actions/notify'
import { platformInputs } from '@ci-actions/notify/platforms'

const { title, text, fields, mentionOn } = notifyInputs

export const inputs = {
  deploys: oneOfGroups('provider', providers),
  ...deployInputs,
  onCancel: required('on-cancel', oneOf('leave', 'rollback')),

  targets: optional('health-check', targets),
  healthTimeout: required('health-timeout', positiveDuration),
  ...healthInputs,

  ...platformInputs,
  ...{ title, text, fields, mentionOn },
  notifyWhen: required('notify-when', oneOf('always', 'failure', 'success')),
  notifyOnError: required('notify-on-error', oneOf('warn', 'fail')),
}
