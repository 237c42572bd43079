import type { Connection } from '@ci-actions/http'
import type { Headers } from './headers.ts'
import type { Statuses } from './statuses.ts'

/** What to request from a target. */
export interface ProbeRequest {
  readonly method: string
  readonly headers: Headers
  readonly body: string | undefined
  readonly connection: Connection
  /** Milliseconds that one attempt may take. */
  readonly attemptTimeout: number
  /** Redirects are followed unless their status is expected. */
  readonly expectedStatus: Statuses
}
