import {
  deploy,
  deploymentOutputs,
  deploymentSummary,
  flatOutputs,
  throwIfFailed,
} from '@ci-actions/deployment'
import { createTargets } from '@ci-actions/deployment/lambda'
import { action } from '@ci-actions/kit'
import { inputs } from './inputs.ts'
import { versionsOf } from './versions.ts'

/**
 * Deploys code to functions in parallel and points their alias at it, at once or as a canary. Sets the outputs and
 * writes the summary before a failed deploy fails the step.
 */
export const lambdaDeploy = action({
  title: 'Lambda deploy',
  inputs,
  outputs: [...deploymentOutputs, 'function-versions'],
  async main(given, runner) {
    const targets = await createTargets(given, runner)

    const results = await deploy(targets, given, runner)
    const records = results.map(({ record }) => record)

    runner.setOutputs({ ...flatOutputs(records), 'function-versions': versionsOf(records) })
    runner.appendSummary(deploymentSummary('Lambda deploy', records))
    throwIfFailed(records)
  },
})
