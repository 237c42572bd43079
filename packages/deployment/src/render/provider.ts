import { required, secret } from '@ci-actions/kit'
import { defineProvider } from '../provider.ts'
import { renderInputs, renderRollbackInputs, services } from './inputs.ts'
import { locateTarget } from './locate.ts'
import { renderLocator } from './locator.ts'
import { createTargets } from './targets.ts'

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
  // Imported directly: the code is small, and loading it as a separate chunk would take longer.
  targets: async (given, runner) => createTargets({ ...given, hooks: undefined }, runner),
  locate: async (locator, given, runner) => locateTarget(locator, given, runner),
})
