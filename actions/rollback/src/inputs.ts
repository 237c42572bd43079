import { deploymentRecords } from '@ci-actions/deployment'
import { duration, flag, oneOf, optional, required, secret, text, url } from '@ci-actions/kit'
import { locators } from './locators.ts'

export const inputs = {
  deployments: optional('deployments', deploymentRecords),
  provider: optional('provider', oneOf('render', 'ecs', 'lambda')),
  target: optional('target', locators),
  to: required('to', text),
  reason: optional('reason', text),
  force: required('force', flag),
  disableAutodeploy: required('disable-autodeploy', flag),
  wait: required('wait', flag),
  timeout: required('timeout', duration),
  environment: optional('environment', text),
  renderApiKey: optional('render-api-key', secret),
  apiUrl: required('api-url', url),
  dryRun: required('dry-run', flag),
}
