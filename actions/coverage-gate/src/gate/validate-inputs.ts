import { InputError } from '@ci-actions/kit'
import type { Percentage } from './percentage.ts'

/** @throws InputError if inputs contradict each other */
export function validateInputs(inputs: {
  readonly maxDecrease: Percentage | undefined
  readonly baseline: string
}): void {
  if (inputs.maxDecrease && inputs.baseline === 'none') {
    throw new InputError(
      'Input "max-decrease" needs a baseline, but "baseline" is none. ' +
        'Remove "baseline", set it to the path of an earlier "report-path", or remove "max-decrease".',
    )
  }
}
