import { deploymentOutputs } from '@ci-actions/deployment'
import { targetsOf } from '@ci-actions/deployment/providers'
import { healthOutputs } from '@ci-actions/health'
import { action } from '@ci-actions/kit'
import { listChannels, listSent, reportAll, sendToAll } from './channels.ts'
import { checkOf, deliverTo } from './delivery.ts'
import { inputs } from './inputs.ts'
import { deliverySummary, throwIfFailed, toOutputs } from './report.ts'

/**
 * Deploys, checks the health of what was deployed, rolls it back if unhealthy, and announces the result. Sets the
 * outputs and writes the summary before a failed delivery fails the step.
 */
export const deliver = action({
  title: 'ci-actions deliver',
  inputs,
  outputs: [...deploymentOutputs, ...healthOutputs, 'sent'],
  async main(given, runner) {
    const channels = listChannels(given, runner)
    const look = checkOf(given, runner)
    const targets = await targetsOf(given.deploys, { ...given, wait: true }, runner)

    const delivery = await deliverTo(targets, look, given, runner)
    const messages = await sendToAll(channels, delivery, given, runner)

    runner.setOutputs({ ...toOutputs(delivery), sent: listSent(messages) })
    runner.appendSummary(deliverySummary(delivery))
    reportAll(messages, delivery, given, runner)
    throwIfFailed(delivery, runner)
  },
})
