import { InputError } from '@ci-actions/kit'
import type { Percentage } from './percentage.ts'

/** @throws InputError when inputs contradict each other */
export function validateInputs(inputs: {
  readonly maxDecrease: Percentage | undefined
  readonly baseline: string
}): void {
  if (inputs.maxDecrease && inputs.baseline === 'none') {
    throw new InputError(
      'Input "max-decrease" compares with a baseline, and "baseline" is none. ' +
        'Leave "baseline" out, give the path of an earlier "report-path", or leave "max-decrease" out.',
    )
  }
}
