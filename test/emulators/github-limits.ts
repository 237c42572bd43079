import type { Answer, Received } from './server.ts'

/**
 * How much a token may ask.
 *
 * @see https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export interface Limits {
  /** Requests, until the reset. */
  readonly requests: number
  /** Seconds until the requests are given anew. */
  readonly reset: number
  /** Of what creates something, in a minute: the secondary limit. */
  readonly creations: number
  /** Seconds that a secondary limit asks to wait; undefined says nothing. */
  readonly retryAfter: number | undefined
}

const documented: Limits = { requests: 1000, reset: 3600, creations: 80, retryAfter: 60 }

/** Counts what each token asks; yields the headers of its answer, and the refusal when it is too much. */
export function limiter(given: Partial<Limits> = {}) {
  const { requests, reset, creations, retryAfter } = { ...documented, ...given }
  const counts = new Map<string, { used: number; resets: number; created: number[] }>()
  return (token: string, { method }: Received) => {
    const now = Date.now()
    const known = counts.get(token)
    const count =
      known && known.resets > now ? known : { used: 0, resets: now + reset * 1000, created: [] }
    counts.set(token, count)
    count.used++
    count.created = count.created.filter((at) => at > now - 60_000)
    const headers = {
      'x-ratelimit-limit': String(requests),
      'x-ratelimit-remaining': String(Math.max(0, requests - count.used)),
      'x-ratelimit-used': String(count.used),
      'x-ratelimit-reset': String(Math.ceil(count.resets / 1000)),
      'x-ratelimit-resource': 'core',
    }
    if (count.used > requests) {
      return { headers, refusal: refusal('API rate limit exceeded for installation.') }
    }
    if (method !== 'POST') return { headers }
    if (count.created.length >= creations) {
      const wait = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }
      return { headers, refusal: refusal('You have exceeded a secondary rate limit.', wait) }
    }
    count.created.push(now)
    return { headers }
  }
}

function refusal(message: string, headers: Readonly<Record<string, string>> = {}): Answer {
  const body = JSON.stringify({ message, documentation_url: 'https://docs.github.com/rest' })
  return {
    status: 403,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body,
  }
}
