import {
  createHealthCheck,
  describeHealthFailure,
  hasPassed,
  healthHeadline,
  healthOutputs,
  healthSummary,
  toHealthOutputs,
} from '@ci-actions/health'
import { ActionError, action, CancelledError } from '@ci-actions/kit'
import { inputs } from './inputs.ts'

/** Waits until services are healthy, and reports the last result if they are not. */
export const healthCheck = action({
  title: 'Health check',
  inputs,
  outputs: healthOutputs,
  async main(given, runner) {
    const check = createHealthCheck(given, runner)

    const result = await check(given.timeout)

    runner.setOutputs(toHealthOutputs(result))
    runner.appendSummary(healthSummary(result))
    if (hasPassed(result)) return runner.info(healthHeadline(result))
    if (runner.cancelled.aborted)
      throw new CancelledError(`The job was cancelled. ${describeHealthFailure(result)}`)
    throw new ActionError(describeHealthFailure(result))
  },
})
