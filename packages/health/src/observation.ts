import type { HttpResponse } from '@ci-actions/http'

/** No answer, or none that can be judged; why, in words. */
export interface Nothing {
  readonly kind: 'nothing'
  readonly reason: string
  readonly status?: number
}

/** Nobody was asked, because this machine could not; it says nothing about the target. */
export interface NotLooked {
  readonly kind: 'not looked'
  readonly reason: string
}

/** A port or a socket that takes connections; nothing more is asked of it. */
export interface Connected {
  readonly kind: 'connected'
  /** Milliseconds until it took this one. */
  readonly took: number
}

/** What a server says of itself in its own protocol; `reason` in words, for whoever reads it. */
export interface Said {
  readonly kind: 'said'
  readonly serving: boolean
  readonly reason: string
  readonly certificateEnds?: Date | undefined
}

/** An answer of HTTP. */
export interface Answered extends HttpResponse {
  readonly kind: 'answered'
}

/** What a probe saw. */
export type Seen = Nothing | NotLooked | Connected | Said | Answered

/** What one try showed; `latency` is in milliseconds, to the end of the answer, redirects included. */
export type Observation = Seen & {
  readonly latency: number
  /** Whole days that its certificate still holds. */
  readonly certificateDays?: number | undefined
}
