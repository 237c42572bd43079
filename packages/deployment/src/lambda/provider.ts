import { defineProvider } from '../provider.ts'
import { lambdaInputs } from './inputs.ts'
import { lambdaLocator } from './locator.ts'

export const lambda = defineProvider({
  name: 'lambda',
  inputs: lambdaInputs,
  rollbackInputs: {},
  locator: lambdaLocator,
  exampleLocator: 'function: api',
  async targets(given, runner) {
    const { createTargets } = await import('./targets.ts')
    return createTargets(given, runner)
  },
  async locate(locator, _, runner) {
    const { locateTarget } = await import('./locate.ts')
    return locateTarget(locator, runner)
  },
})
