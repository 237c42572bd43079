import {
  deploy,
  deploymentOutputs,
  deploymentSummary,
  flatOutputs,
  throwIfFailed,
} from '@ci-actions/deployment'
import { createTargets } from '@ci-actions/deployment/render'
import { action } from '@ci-actions/kit'
import { inputs } from './inputs.ts'

/**
 * Deploys services to Render in parallel and waits until all are live. Sets the outputs and writes the summary before a
 * failed deploy fails the step.
 */
export const renderDeploy = action({
  title: 'Render deploy',
  inputs,
  outputs: deploymentOutputs,
  async main(given, runner) {
    const targets = createTargets(given, runner)

    const results = await deploy(targets, given, runner)
    const records = results.map(({ record }) => record)

    runner.setOutputs(flatOutputs(records))
    runner.appendSummary(deploymentSummary('Render deploy', records))
    throwIfFailed(records)
  },
})
