import type { Percentage } from './percentage.ts'
import type { Ungated } from './result.ts'

/** Which thresholds are set, whether or not they apply to this run. */
export interface ConfiguredThresholds {
  readonly thresholds: boolean
  readonly patchThreshold: Percentage | undefined
  readonly maxDecrease: Percentage | undefined
}

/** Explains why nothing was gated, because a gate without thresholds looks like one that is met. */
export function describeUngated({
  thresholds,
  patchThreshold,
  maxDecrease,
}: ConfiguredThresholds): Ungated {
  if (!thresholds && !patchThreshold && !maxDecrease) {
    const reason =
      'Nothing is gated: "thresholds", "patch-threshold" and "max-decrease" are all empty, so the step passes whatever the coverage is. ' +
      'A variable that does not exist is empty.'
    return { configured: false, reason }
  }
  const inactive = [
    ...(thresholds ? ['"thresholds" applies only to suites without a report'] : []),
    ...(patchThreshold ? ['"patch-threshold" applies only to pull requests'] : []),
    ...(maxDecrease ? ['"max-decrease" has no baseline to compare with'] : []),
  ]
  return { configured: true, reason: `Nothing is gated in this run: ${inactive.join('; ')}.` }
}
