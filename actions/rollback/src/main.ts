import {
  deploymentOutputs,
  deploymentSummary,
  flatOutputs,
  followOptions,
  rollback as rollbackTarget,
  throwIfFailed,
} from '@ci-actions/deployment'
import { action } from '@ci-actions/kit'
import { Deadline } from '@ci-actions/wait'
import { inputs } from './inputs.ts'
import { notesOn, restoredVersion } from './notes.ts'
import { rollbackPlans } from './rollback-plans.ts'

/**
 * Rolls deployments back in parallel, each to its previous version. Does nothing if that is live already, and fails if
 * something else was deployed in the meantime.
 */
export const rollback = action({
  title: 'Rollback',
  inputs,
  outputs: [...deploymentOutputs, 'restored-version'],
  async main(given, runner) {
    const plans = await rollbackPlans(given, runner)

    const follow = followOptions(plans.length, (line) => runner.info(line))
    const deadline = new Deadline(given.timeout, runner.cancelled)
    const records = await Promise.all(
      plans.map(({ target, plan }) => rollbackTarget(target, plan, follow, deadline)),
    )

    runner.setOutputs({ ...flatOutputs(records), 'restored-version': restoredVersion(records) })
    runner.appendSummary(deploymentSummary('Rollback', records, notesOn(records, given)))
    throwIfFailed(records)
  },
})
