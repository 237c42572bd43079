import { type InputParser, secretUrl, ValidationError } from '@ci-actions/kit'
import { characterCount, oneLine } from '../truncate.ts'

/** URL of a webhook, with or without the suffix for another service. */
export const webhook: InputParser<URL> = {
  secret: true,
  async parse(value) {
    const url = await secretUrl.parse(value)
    if (/\/webhooks\/\d+\/[\w-]+(\/(github|slack))?\/?$/.test(url.pathname)) return url
    throw new ValidationError(
      'the complete URL of a webhook (https://discord.com/api/webhooks/…/…)',
    )
  },
}

/**
 * Returns `github` or `slack` if the URL ends with it, else undefined. Such a URL makes Discord expect the
 * message format of that service.
 */
export function compatSuffix({ pathname }: URL): string | undefined {
  return /\/(github|slack)\/?$/.exec(pathname)?.[1]
}

/** Returns the URL without a suffix and without its query, except for the thread. */
export function normalizeWebhook(webhookUrl: URL): URL {
  const url = new URL(webhookUrl)
  url.pathname = webhookUrl.pathname.replace(/(\/(github|slack))?\/?$/, '')
  const thread = webhookUrl.searchParams.get('thread_id')
  url.search = thread ? new URLSearchParams({ thread_id: thread }).toString() : ''
  return url
}

/** https://docs.discord.com/developers/reference#snowflakes */
export const snowflake: InputParser<string> = {
  parse(value) {
    if (/^\d{15,20}$/.test(value)) return value
    throw new ValidationError('a Discord id, such as 1234567890123456789')
  },
}

export const threadName: InputParser<string> = {
  parse(value) {
    const name = oneLine(value)
    if (name !== '' && characterCount(name) <= 100) return name
    throw new ValidationError('1 to 100 characters')
  },
}

/**
 * Name of a webhook. Follows the rules for nicknames, so it may contain `@`, `#` and `:`.
 *
 * @see https://docs.discord.com/developers/resources/user#usernames-and-nicknames
 */
export const username: InputParser<string> = {
  parse(value) {
    const name = oneLine(value)
    const isReserved = /discord|clyde/i.test(name) || /^(everyone|here)$/i.test(name)
    if (name !== '' && characterCount(name) <= 80 && !isReserved) return name
    throw new ValidationError('1 to 80 characters without "discord" and "clyde"')
  },
}
