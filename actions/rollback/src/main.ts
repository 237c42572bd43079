import {
  deploymentOutputs,
  flatOutputs,
  goBack,
  refuseBad,
  summaryOf,
  watchOf,
} from '@ci-actions/deployment'
import { action } from '@ci-actions/kit'
import { Deadline } from '@ci-actions/wait'
import { inputs } from './inputs.ts'
import { notesOn, restoredVersion } from './notes.ts'
import { waysBack } from './ways-back.ts'

/**
 * Takes deployments back, side by side, each to what served before it. Does nothing where that
 * serves already, and refuses where somebody has deployed something else since.
 */
export const rollback = action({
  title: 'Rollback',
  inputs,
  outputs: [...deploymentOutputs, 'restored-version'],
  async main(given, runner) {
    const ways = await waysBack(given, runner)

    const watch = watchOf(ways.length, (line) => runner.info(line))
    const deadline = new Deadline(given.timeout, runner.cancelled)
    const records = await Promise.all(
      ways.map(({ target, way }) => goBack(target, way, watch, deadline)),
    )

    runner.output({ ...flatOutputs(records), 'restored-version': restoredVersion(records) })
    runner.summary(summaryOf('Rollback', records, notesOn(records, given)))
    refuseBad(records)
  },
})
