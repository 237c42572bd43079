import { required, secret } from '@ci-actions/kit'
import { defineProvider } from '../provider.ts'
import { renderInputs, renderRollbackInputs, services } from './inputs.ts'
import { renderLocator } from './locator.ts'

// A deploy hook cannot be followed.
const { hooks: _, ...inputs } = renderInputs

export const render = defineProvider({
  name: 'render',
  inputs: {
    ...inputs,
    services: required('service-id', services),
    apiKey: required('api-key', secret),
  },
  rollbackInputs: renderRollbackInputs,
  locator: renderLocator,
  exampleLocator: 'serviceId: srv-…',
  async targets(given, runner) {
    const { createTargets } = await import('./targets.ts')
    return createTargets({ ...given, hooks: undefined }, runner)
  },
  async locate(locator, given, runner) {
    const { locateTarget } = await import('./locate.ts')
    return locateTarget(locator, given, runner)
  },
})
