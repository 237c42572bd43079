import { ActionError } from '@ci-actions/kit'
import type { HttpResponse } from './response.ts'

/** The server responded with an error status. */
export class HttpError extends ActionError {
  override name = 'HttpError'
  readonly status: number
  readonly response: HttpResponse

  constructor(message: string, response: HttpResponse) {
    super(message)
    this.status = response.status
    this.response = response
  }
}

/**
 * It is unknown whether the request was executed: the response was lost, or its status was 5xx. The caller must check
 * before retrying.
 */
export class IndeterminateError extends ActionError {
  override name = 'IndeterminateError'
  /** Whether there was a response (a 5xx); false if it was lost. */
  readonly answered: boolean
  /** The response, if available. */
  readonly response: HttpResponse | undefined

  constructor(message: string, answered: boolean, response?: HttpResponse) {
    super(message)
    this.answered = answered
    this.response = response
  }
}
