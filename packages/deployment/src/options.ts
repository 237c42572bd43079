import { duration, flag, oneOf, optional, required, text } from '@ci-actions/kit'

/** How a deploy is carried out. */
export interface DeployOptions {
  readonly environment: string | undefined
  readonly wait: boolean
  /** Milliseconds for everything; rolling back after a failure gets the same time once more. */
  readonly timeout: number
  readonly onFailure: 'leave' | 'rollback'
  readonly onCancel: 'leave' | 'cancel' | 'rollback'
  readonly dryRun: boolean
}

/** The inputs that every deploy has; whether it waits, and what a cancellation means, are its own. */
export const deployInputs = {
  timeout: required('timeout', duration),
  onFailure: required('on-failure', oneOf('leave', 'rollback')),
  environment: optional('environment', text),
  dryRun: required('dry-run', flag),
}
