import type { Percentage } from './percentage.ts'
import type { Ungated } from './result.ts'

/** What is asked for, whether or not there was anything to ask it of. */
export interface Asked {
  readonly thresholds: boolean
  readonly patchThreshold: Percentage | undefined
  readonly maxDecrease: Percentage | undefined
}

/** Says why nothing was gated: a gate that asks for nothing looks like one that is met. */
export function describeUngated({ thresholds, patchThreshold, maxDecrease }: Asked): Ungated {
  if (!thresholds && !patchThreshold && !maxDecrease) {
    const reason =
      'Nothing is gated: none of "thresholds", "patch-threshold" and "max-decrease" is set, so this passes whatever the coverage is. ' +
      'A variable that does not exist is empty.'
    return { configured: false, reason }
  }
  const idle = [
    ...(thresholds ? ['"thresholds" is for suites that have no report'] : []),
    ...(patchThreshold ? ['"patch-threshold" is for pull requests'] : []),
    ...(maxDecrease ? ['"max-decrease" has no baseline to compare with'] : []),
  ]
  return { configured: true, reason: `Nothing is gated in this run: ${idle.join('; ')}.` }
}
