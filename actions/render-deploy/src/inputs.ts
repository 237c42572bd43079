import { deployHook } from '@ci-actions/deployment/render'
import {
  duration,
  flag,
  type Kind,
  list,
  named,
  oneOf,
  optional,
  required,
  secret,
  text,
  Unusable,
  url,
} from '@ci-actions/kit'

const serviceId: Kind<string> = {
  parse(given) {
    if (!/^srv-[\w-]+$/.test(given)) {
      throw new Unusable(
        'the id of a service, srv-…, as it stands in the address of its dashboard page',
      )
    }
    return given
  },
}

const commit: Kind<string> = {
  parse(given) {
    if (!/^[0-9a-f]{7,40}$/i.test(given)) throw new Unusable('a commit SHA of 7 to 40 hex digits')
    return given.toLowerCase()
  },
}

export const inputs = {
  services: optional('service-id', list(named(serviceId))),
  apiKey: optional('api-key', secret),
  hooks: optional('deploy-hook-url', list(named(deployHook))),
  commit: optional('commit', commit),
  image: optional('image', text),
  clearCache: required('clear-cache', flag),
  wait: required('wait', flag, { formerly: 'wait-for-success' }),
  timeout: required('timeout', duration),
  onFailure: required('on-failure', oneOf('leave', 'rollback')),
  onCancel: required('on-cancel', oneOf('leave', 'cancel')),
  environment: optional('environment', text),
  apiUrl: required('api-url', url),
  dryRun: required('dry-run', flag),
}
