import type { Connection } from '@ci-actions/http'
import type { Headers } from './headers.ts'
import type { Statuses } from './statuses.ts'

/** What is asked of a target. */
export interface Question {
  readonly method: string
  readonly headers: Headers
  readonly body: string | undefined
  readonly connection: Connection
  /** Milliseconds that one try may take. */
  readonly attemptTimeout: number
  /** A redirect is followed unless it is what is expected. */
  readonly expected: Statuses
}
