import type { IncomingHttpHeaders } from 'node:http'

/**
 * Returns the delay requested by the server in milliseconds; undefined if there is none or it cannot be parsed.
 * `Retry-After` is seconds or a date (RFC 9110 §10.2.3). `Ratelimit-Reset` is the remaining seconds or, with some
 * services, Unix time in seconds, as `X-Ratelimit-Reset` is.
 */
export function retryAfter(headers: IncomingHttpHeaders, now: Date): number | undefined {
  const names = ['retry-after', 'ratelimit-reset', 'x-ratelimit-reset']
  return names.map((name) => seconds(headers[name], now)).find((wait) => wait !== undefined)
}

function seconds(header: string | string[] | undefined, now: Date): number | undefined {
  const value = String(header ?? '').trim()
  if (/^-?\d+(\.\d+)?$/.test(value)) {
    const count = Number(value)
    const left = count < 1e9 ? count * 1000 : count * 1000 - now.getTime()
    return Math.max(0, left)
  }
  const date = /[A-Za-z]/.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime())
}
