import {
  type ApiConfig,
  type ApiRequest,
  Client,
  HttpError,
  type HttpResponse,
  IndeterminateError,
} from '@ci-actions/http'
import { ActionError, CancelledError } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import type { ParsedResponse } from './response.ts'

/** The result of sending a message. */
export interface Delivery extends Omit<ParsedResponse, 'status'> {
  /**
   * In addition to those of a response, `unsent`: the platform did not receive the message;
   * `missing`: there is no destination; `skipped`: the input `when` excludes this result.
   */
  readonly status: ParsedResponse['status'] | 'unsent' | 'missing' | 'skipped' | 'dry-run'
  /** Number of requests. */
  readonly attempts: number
}

/** Where messages are sent, and how to parse the responses. */
export interface Destination {
  readonly base: URL
  readonly headers?: Readonly<Record<string, string>>
  /** Whether an existing message is updated; platforms do not notify anyone of an update. */
  readonly isUpdate: boolean
  /** Returns the request that sends a message; `idempotent` if repeating it changes nothing, as with an update. */
  request(message: object): Omit<ApiRequest, 'tries'>
  /** Returns the meaning of a response with any status. */
  parseResponse(response: HttpResponse): ParsedResponse
}

type ServiceConfig = Pick<ApiConfig, 'name' | 'connection' | 'log'>

/**
 * Sends a message at most once: it retries only requests that the platform cannot have processed
 * (429, or no connection) and idempotent ones. Returns failures as a `Delivery`; it throws only on
 * defects.
 */
export async function deliver(
  message: object,
  destination: Destination,
  service: ServiceConfig,
  deadline: Deadline,
): Promise<Delivery> {
  let attempts = 0
  let isSent = false
  const client = new Client({
    ...destination,
    ...service,
    onAttempt() {
      attempts++
    },
    onSent() {
      isSent = true
    },
    log(line) {
      isSent = false
      service.log(line)
    },
  })
  try {
    const request = { ...destination.request(message), tries: 3 }
    const response = await client.request(request, deadline)
    return { ...destination.parseResponse(response), attempts }
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    const response = responseOf(error)
    if (response) return { ...parseFailure(response, destination), attempts }
    // If the wait for a response is aborted, the platform may have processed the message.
    const isUnknown = error instanceof IndeterminateError || (isSent && deadline.signal.aborted)
    const reason = describeError(error, service, isSent)
    return { status: isUnknown ? 'unknown' : 'unsent', reason, attempts }
  }
}

function responseOf(error: ActionError): HttpResponse | undefined {
  return error instanceof HttpError || error instanceof IndeterminateError
    ? error.response
    : undefined
}

/** A server that fails may have processed the message first. */
function parseFailure(response: HttpResponse, destination: Destination): ParsedResponse {
  const { reason } = destination.parseResponse(response)
  return { status: response.status < 500 ? 'rejected' : 'unknown', reason }
}

function describeError(error: ActionError, { name }: ServiceConfig, isSent: boolean): string {
  if (!(error instanceof CancelledError)) return error.message
  const when = isSent ? `while waiting for the response of ${name}` : `before ${name} received it`
  return `The job was cancelled ${when}.`
}
