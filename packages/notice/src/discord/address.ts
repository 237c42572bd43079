import { type InputParser, secretUrl, ValidationError } from '@ci-actions/kit'
import { length, oneLine } from '../fit.ts'

/** The address of a webhook, as Discord shows it or with the ending for another service. */
export const webhook: InputParser<URL> = {
  secret: true,
  async parse(given) {
    const url = await secretUrl.parse(given)
    if (/\/webhooks\/\d+\/[\w-]+(\/(github|slack))?\/?$/.test(url.pathname)) return url
    throw new ValidationError('the URL of a webhook (https://discord.com/api/webhooks/…/…), whole')
  },
}

/**
 * `/github` and `/slack` make Discord read the messages of those services, which ours are not.
 * Undefined when the address has no such ending.
 */
export function foreignEnding({ pathname }: URL): string | undefined {
  return /\/(github|slack)\/?$/.exec(pathname)?.[1]
}

/** The address without an ending; of its query only the thread is kept. */
export function bareWebhook(given: URL): URL {
  const url = new URL(given)
  url.pathname = given.pathname.replace(/(\/(github|slack))?\/?$/, '')
  const thread = given.searchParams.get('thread_id')
  url.search = thread ? new URLSearchParams({ thread_id: thread }).toString() : ''
  return url
}

/** https://docs.discord.com/developers/reference#snowflakes */
export const snowflake: InputParser<string> = {
  parse(given) {
    if (/^\d{15,20}$/.test(given)) return given
    throw new ValidationError('an id of Discord, such as 1234567890123456789')
  },
}

export const threadName: InputParser<string> = {
  parse(given) {
    const name = oneLine(given)
    if (name !== '' && length(name) <= 100) return name
    throw new ValidationError('1 to 100 characters')
  },
}

/**
 * The name of a webhook, which may hold `@`, `#` and `:`: it follows the rules of nicknames.
 *
 * @see https://docs.discord.com/developers/resources/user#usernames-and-nicknames
 */
export const username: InputParser<string> = {
  parse(given) {
    const name = oneLine(given)
    const isTaken = /discord|clyde/i.test(name) || /^(everyone|here)$/i.test(name)
    if (name !== '' && length(name) <= 80 && !isTaken) return name
    throw new ValidationError('1 to 80 characters without "discord" and "clyde"')
  },
}
