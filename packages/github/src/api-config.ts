import { type ApiConfig, type HttpResponse, type RateLimit, retryAfter } from '@ci-actions/http'
import type { Runner } from '@ci-actions/kit'

/** A secondary limit without a time of its own ends after a minute at the earliest (GitHub's docs). */
const secondaryLimit = 60_000

/** GitHub's API at an address, as our client asks it with a token that has this permission. */
export function githubApiConfig(base: string, permission: string, runner: Runner): ApiConfig {
  return {
    name: 'GitHub',
    base: new URL(base),
    headers: { 'x-github-api-version': '2022-11-28' },
    connection: { proxy: runner.proxy },
    hints: {
      401: 'Is the token in "github-token" complete, and still valid?',
      403: ({ body }) => missingPermission(body, permission),
      404: `Is it there? A token without "${permission}" under "permissions" may not see it.`,
    },
    log: (line) => runner.info(line),
    protocol: { rateLimit: githubRateLimit },
  }
}

/** What to add to the workflow, as a sentence; empty where a refusal has another reason. */
export function missingPermission(refusal: string, permission: string): string {
  if (!isAboutToken(refusal)) return ''
  const need = `Add "${permission}" under "permissions" of this job`
  if (!permission.endsWith(': write')) return `${need}.`
  return `${need} ("read" is enough to read). Pull requests from forks never get it.`
}

/** Whether a refusal is about what the token may; not about a locked conversation, an archived repository … */
function isAboutToken(words: string): boolean {
  return !/\b(locked|archived|interactions?|SAML|SSO|blocked|suspended|disabled|IP allow)\b/i.test(
    words,
  )
}

/**
 * GitHub says a rate limit with a 403 too.
 *
 * @see https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
function githubRateLimit(
  { status, headers, body }: HttpResponse,
  times: number,
  now: Date,
): RateLimit | undefined {
  if (status !== 403) return undefined
  const asked = retryAfter({ 'retry-after': headers['retry-after'] }, now)
  if (asked !== undefined) return { wait: asked + 1000 }
  if (headers['x-ratelimit-remaining'] === '0') {
    const reset = String(headers['x-ratelimit-reset'] ?? '')
    return { wait: (retryAfter({ 'ratelimit-reset': reset }, now) ?? secondaryLimit) + 1000 }
  }
  const isSecondary = /rate limit|abuse detection/i.test(body)
  return isSecondary ? { wait: secondaryLimit * 2 ** times } : undefined
}
