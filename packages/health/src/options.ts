import type { HealthInputs } from './inputs.ts'
import type { Target } from './target.ts'

/** What must become healthy, or go down with `reverse`, within `timeout` milliseconds. */
export interface HealthCheckOptions extends HealthInputs {
  readonly targets: readonly Target[]
  readonly timeout: number
  readonly require: 'all' | 'any'
  readonly reverse: boolean
}
