import {
  flag,
  type InputParser,
  list,
  named,
  optional,
  required,
  secret,
  url,
  ValidationError,
} from '@ci-actions/kit'
import { imageReference } from '../image-reference.ts'
import { deployHook } from './hook.ts'

const serviceId: InputParser<string> = {
  parse(given) {
    if (!/^(srv|crn)-[\w-]+$/.test(given)) {
      throw new ValidationError(
        'a service id, srv-… (or crn-… for a cron job), as in the URL of its dashboard page',
      )
    }
    return given
  },
}

const commit: InputParser<string> = {
  parse(given) {
    if (!/^[0-9a-f]{7,40}$/i.test(given))
      throw new ValidationError('a commit SHA of 7 to 40 hex digits')
    return given.toLowerCase()
  },
}

/** Service ids, one per line. */
export const services = list(named(serviceId))

/** The inputs of a rollback. */
export const renderRollbackInputs = {
  disableAutodeploy: required('disable-autodeploy', flag),
  renderApiKey: optional('render-api-key', secret),
  apiUrl: required('api-url', url),
}

/** The services to deploy and what to deploy. */
export const renderInputs = {
  services: optional('service-id', services),
  apiKey: optional('api-key', secret),
  hooks: optional('deploy-hook-url', list(named(deployHook))),
  commit: optional('commit', commit),
  image: optional('image', imageReference),
  clearCache: required('clear-cache', flag),
  apiUrl: required('api-url', url),
}
