import type { ApiProtocol, RateLimit } from './api.ts'
import type { HttpResponse } from './response.ts'
import { retryAfter } from './retry-after.ts'
import { ConnectionError } from './send.ts'

/** What to do with the outcome of an attempt. */
export type RetryDecision =
  | { kind: 'done'; response: HttpResponse }
  | { kind: 'refused'; response: HttpResponse }
  | {
      kind: 'again'
      reason: string
      executed: 'no' | 'unknown'
      /** Requested delay in milliseconds. */
      asked?: number | undefined
      /** Whether it counts as a failed attempt. */
      counts: boolean
    }

/** Statuses caused by overload or a gateway, not by the request. */
const transientStatuses = new Set([500, 502, 503, 504])

export function decideRetry(
  outcome: HttpResponse | ConnectionError,
  times: number,
  now: Date,
  protocol: ApiProtocol | undefined,
): RetryDecision {
  if (outcome instanceof ConnectionError) {
    const reason = `gave no answer: ${outcome.message}`
    return { kind: 'again', reason, executed: outcome.executed, counts: true }
  }
  const { status, headers } = outcome
  if (status >= 200 && status < 300) return { kind: 'done', response: outcome }
  const limit = protocol?.rateLimit?.(outcome, times, now) ?? standardRateLimit(outcome, now)
  if (!limit && !transientStatuses.has(status)) return { kind: 'refused', response: outcome }
  return {
    kind: 'again',
    reason: limit
      ? `answered ${status} (${limit.reason ?? 'too many requests'})`
      : `answered ${status}`,
    executed: limit ? 'no' : 'unknown',
    // The reset of a rate limit says nothing about when a broken service recovers.
    asked: limit ? limit.wait : retryAfter({ 'retry-after': headers['retry-after'] }, now),
    counts: !limit,
  }
}

/**
 * Rate limiting by status 429.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6585#section-4
 */
function standardRateLimit({ status, headers }: HttpResponse, now: Date): RateLimit | undefined {
  return status === 429 ? { wait: retryAfter(headers, now) } : undefined
}
