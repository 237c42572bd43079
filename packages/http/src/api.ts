import type { Deadline } from '@ci-actions/wait'
import type { HttpResponse } from './response.ts'
import type { Connection, Request } from './send.ts'

/** The service to call. */
export interface ApiConfig {
  /** Display name, such as `Render`. */
  readonly name: string
  /** Prefix of all paths. */
  readonly base: URL
  readonly headers?: Readonly<Record<string, string>>
  readonly connection?: Connection | undefined
  /** Advice for the workflow's author, by response status. */
  readonly hints?: Readonly<Record<number, string | ((response: HttpResponse) => string)>>
  /** Logs retries and their reasons. */
  readonly log: (line: string) => void
  /** Called before each attempt. */
  readonly onAttempt?: () => void
  /** Called when a request has been sent. Until the next log line, it may have been executed. */
  readonly onSent?: () => void
  readonly protocol?: ApiProtocol
}

/** Conventions of a service that differ from plain HTTP. */
export interface ApiProtocol {
  /** Returns the headers of one request, such as a signature that is valid for a few minutes. */
  sign?(request: Request, deadline: Deadline): Promise<Readonly<Record<string, string>>>
  /** Returns the rate limit if an error status means one; `times` is the number of retries so far. */
  rateLimit?(response: HttpResponse, times: number, now: Date): RateLimit | undefined
  /** Returns the service's message for an error response. */
  errorMessage?(response: HttpResponse): string
}

/** The request was not executed and may be retried later: too many requests, unless `reason` says otherwise. */
export interface RateLimit {
  readonly reason?: string
  /** Requested delay in milliseconds; undefined if the service does not say. */
  readonly wait: number | undefined
}

/** A request to a service. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Appended to the base; empty for a webhook. */
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly json?: unknown
  /** Raw body instead of `json`; its content type is in `headers`. */
  readonly body?: string | undefined
  /** Display name where method and path are not clear: `DescribeServices`. */
  readonly name?: string | undefined
  /** Whether repeating the request has the same effect as sending it once. Default: true for GET only. */
  readonly idempotent?: boolean
  /** Maximum number of attempts without a usable response, including the first; rate limits do not count. */
  readonly tries?: number
  /** Time limit of one attempt in milliseconds, for large transfers. */
  readonly attemptTimeout?: number
}
