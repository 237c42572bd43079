import {
  deploy,
  deploymentOutputs,
  deploymentSummary,
  flatOutputs,
  summaryNotes,
  throwIfFailed,
} from '@ci-actions/deployment'
import { createTargets } from '@ci-actions/deployment/ecs'
import { action } from '@ci-actions/kit'
import { inputs } from './inputs.ts'

/**
 * Deploys services to Amazon ECS in parallel and waits until all deployments have succeeded. Sets the outputs and
 * writes the summary before a failed deployment fails the step.
 */
export const ecsDeploy = action({
  title: 'ECS deploy',
  inputs,
  outputs: [...deploymentOutputs, 'task-definition-arn'],
  async main(given, runner) {
    const targets = await createTargets(given, runner)

    const results = await deploy(targets, given, runner)
    const records = results.map(({ record }) => record)

    const outputs = flatOutputs(records)
    runner.setOutputs({ ...outputs, 'task-definition-arn': outputs.version })
    runner.appendSummary(deploymentSummary('ECS deploy', records, summaryNotes(results)))
    throwIfFailed(records)
  },
})
