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
 * Brings new code to functions, side by side, and leads their alias to it, at once or by a canary.
 * The outputs and the summary are written before a deploy that did not end well fails the step.
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
