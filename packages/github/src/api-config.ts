import { type ApiConfig, type HttpResponse, type RateLimit, retryAfter } from '@ci-actions/http'
import type { Runner } from '@ci-actions/kit'

/** Minimum wait in milliseconds for a secondary rate limit without a given time (GitHub's docs). */
const secondaryLimit = 60_000

/** Returns the configuration of a GitHub API for our client, with advice for a token that lacks the permission. */
export function githubApiConfig(base: string, permission: string, runner: Runner): ApiConfig {
  return {
    name: 'GitHub',
    base: new URL(base),
    headers: { 'x-github-api-version': '2022-11-28' },
    connection: { proxy: runner.proxy },
    hints: {
      401: 'Check that the token in "github-token" is complete and still valid.',
      403: ({ body }) => missingPermission(body, permission),
      404: `Check that it exists. A token without "${permission}" under "permissions" may be unable to see it.`,
    },
    log: (line) => runner.info(line),
    protocol: { rateLimit: githubRateLimit },
  }
}

/** Returns which permission to add to the workflow, as a sentence; empty if the error has another cause. */
export function missingPermission(refusal: string, permission: string): string {
  if (!isAboutToken(refusal)) return ''
  const need = `Add "${permission}" under "permissions" of this job`
  if (!permission.endsWith(': write')) return `${need}.`
  return `${need} ("read" is enough to read). Pull requests from forks never get it.`
}

/**
 * Whether an error is about the token's permissions, not about a locked conversation, an archived repository or the
 * like.
 */
function isAboutToken(words: string): boolean {
  return !/\b(locked|archived|interactions?|SAML|SSO|blocked|suspended|disabled|IP allow)\b/i.test(
    words,
  )
}

/**
 * GitHub also reports rate limits with status 403.
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
