import type { IncomingHttpHeaders } from 'node:http'

/**
 * How long the other side asks to wait, in milliseconds; undefined when it does not say, or nothing
 * that can be understood. `Retry-After` is seconds or a date (RFC 9110 §10.2.3). `Ratelimit-Reset`
 * is the seconds that are left, or with some the time as seconds since 1970, as `X-Ratelimit-Reset` is.
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
