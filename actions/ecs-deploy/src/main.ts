import {
  deploy,
  deploymentOutputs,
  flatOutputs,
  refuseBad,
  summaryOf,
} from '@ci-actions/deployment'
import { action, link } from '@ci-actions/kit'
import { inputs } from './inputs.ts'
import { targetsOf } from './targets.ts'

/**
 * Deploys services to Amazon ECS, side by side, and waits until each deployment has succeeded. The
 * outputs and the summary are written before one that did not end well fails the step.
 */
export const ecsDeploy = action({
  title: 'ECS deploy',
  inputs,
  outputs: [...deploymentOutputs, 'task-definition-arn'],
  async main(given, runner) {
    const targets = await targetsOf(given, runner)

    const records = await deploy(targets, given, runner)

    const outputs = flatOutputs(records)
    const notes = targets.flatMap(({ evidence }) =>
      evidence.map(({ text, url }) => link(text, url)),
    )
    runner.output({ ...outputs, 'task-definition-arn': outputs.version })
    runner.summary(summaryOf('ECS deploy', records, [...new Set(notes)]))
    refuseBad(records)
  },
})
