import { type InputParser, ValidationError } from '@ci-actions/kit'

/** https://docs.discord.com/developers/reference#message-formatting */
export const mention: InputParser<string> = {
  parse(line) {
    const [, everybody] = /^@?(here|everyone)$/.exec(line) ?? []
    if (everybody) return `@${everybody}`
    if (/^\d{15,20}$/.test(line)) return `<@${line}>`
    if (/^&\d{15,20}$/.test(line)) return `<@${line}>`
    throw new ValidationError(
      '@here, @everyone, a member id such as 123456789012345678 ("Copy User ID", in developer mode) ' +
        'or a role id with a & before it',
    )
  },
}

/** Whom a message may call: https://docs.discord.com/developers/resources/message#allowed-mentions-object */
export interface AllowedMentions {
  readonly parse: 'everyone'[]
  readonly users: string[]
  readonly roles: string[]
}

/** Those who are called, and nobody else. */
export function allowed(mentions: readonly string[]): AllowedMentions {
  const idsOf = (markup: RegExp): string[] => mentions.flatMap((one) => markup.exec(one)?.[1] ?? [])
  return {
    parse: mentions.some((one) => /^@(here|everyone)$/.test(one)) ? ['everyone'] : [],
    users: idsOf(/^<@(\d+)>$/),
    roles: idsOf(/^<@&(\d+)>$/),
  }
}
