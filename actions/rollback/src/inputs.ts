import { deploymentRecords } from '@ci-actions/deployment'
import { providers } from '@ci-actions/deployment/providers'
import { flag, oneOf, optional, positiveDuration, required, text } from '@ci-actions/kit'

export const inputs = {
  deployments: optional('deployments', deploymentRecords),
  provider: optional('provider', oneOf(...Object.keys(providers))),
  target: optional('target', text),
  to: required('to', text),
  reason: optional('reason', text),
  force: required('force', flag),
  wait: required('wait', flag),
  timeout: required('timeout', positiveDuration),
  environment: optional('environment', text),
  ...providers.render.rollbackInputs,
  dryRun: required('dry-run', flag),
}
