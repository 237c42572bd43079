import type { HttpResponse } from '@ci-actions/http'

/** No response, or none that can be evaluated; `reason` says why. */
export interface NoResponse {
  readonly kind: 'no-response'
  readonly reason: string
  readonly status?: number
}

/** No request was made because of a limit of this machine, so nothing is known about the target. */
export interface NotProbed {
  readonly kind: 'not-probed'
  readonly reason: string
}

/** A port or a socket that accepts connections; nothing more is checked. */
export interface Connected {
  readonly kind: 'connected'
  /** Milliseconds until the connection was accepted. */
  readonly connectTime: number
}

/** The status that a server reports in its own protocol; `reason` is the text for the log. */
export interface ServerStatus {
  readonly kind: 'server-status'
  readonly serving: boolean
  readonly reason: string
  readonly certificateEnds?: Date | undefined
}

/** An HTTP response. */
export interface HttpResult extends HttpResponse {
  readonly kind: 'http'
}

/** What a probe found. */
export type ProbeOutcome = NoResponse | NotProbed | Connected | ServerStatus | HttpResult

/** The result of one attempt; `latency` is in milliseconds, up to the end of the response, including redirects. */
export type ProbeResult = ProbeOutcome & {
  readonly latency: number
  /** Whole days until the certificate expires. */
  readonly certificateDays?: number | undefined
}
