import { flag, oneOf, optional, positiveDuration, required, text } from '@ci-actions/kit'

/** Options of a deploy. */
export interface DeployOptions {
  readonly environment: string | undefined
  readonly wait: boolean
  /** Time limit in milliseconds; a rollback after a failure gets the same time again. */
  readonly timeout: number
  readonly onFailure: 'leave' | 'rollback'
  readonly onCancel: 'leave' | 'cancel' | 'rollback'
  readonly dryRun: boolean
}

/** Inputs that all deploy actions share, except `wait` and `on-cancel`, which differ. */
export const deployInputs = {
  timeout: required('timeout', positiveDuration),
  onFailure: required('on-failure', oneOf('leave', 'rollback')),
  environment: optional('environment', text),
  dryRun: required('dry-run', flag),
}
