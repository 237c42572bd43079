import {
  checkHealth,
  failureOf,
  hasPassed,
  headline,
  healthOutputs,
  outputsOf,
  summaryOf,
} from '@ci-actions/health'
import { ActionError, action, CancelledError } from '@ci-actions/kit'
import { inputs } from './inputs.ts'

/** Waits until services are healthy, and says what was seen when they are not. */
export const healthCheck = action({
  title: 'Health check',
  inputs,
  outputs: healthOutputs,
  async main(given, runner) {
    const look = checkHealth(given, runner)

    const check = await look(given.timeout)

    runner.setOutputs(outputsOf(check))
    runner.appendSummary(summaryOf(check))
    if (hasPassed(check)) return runner.info(headline(check))
    if (runner.cancelled.aborted)
      throw new CancelledError(`The job was cancelled. ${failureOf(check)}`)
    throw new ActionError(failureOf(check))
  },
})
