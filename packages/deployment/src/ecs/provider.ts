import { defineProvider } from '../provider.ts'
import { ecsInputs } from './inputs.ts'
import { ecsLocator } from './locator.ts'

export const ecs = defineProvider({
  name: 'ecs',
  inputs: ecsInputs,
  rollbackInputs: {},
  locator: ecsLocator,
  exampleLocator: '{cluster: prod, service: api}',
  async targets(given, runner) {
    const { createTargets } = await import('./targets.ts')
    return createTargets(given, runner)
  },
  async locate(locator, _, runner) {
    const { locateTarget } = await import('./locate.ts')
    return locateTarget(locator, runner)
  },
})
