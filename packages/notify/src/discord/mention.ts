import { type InputParser, ValidationError } from '@ci-actions/kit'

/** https://docs.discord.com/developers/reference#message-formatting */
export const mention: InputParser<string> = {
  parse(line) {
    const [, everyone] = /^@?(here|everyone)$/.exec(line) ?? []
    if (everyone) return `@${everyone}`
    if (/^\d{15,20}$/.test(line)) return `<@${line}>`
    if (/^&\d{15,20}$/.test(line)) return `<@${line}>`
    throw new ValidationError(
      '@here, @everyone, a member id such as 123456789012345678 ("Copy User ID", in developer mode) ' +
        'or a role id with a & before it',
    )
  },
}

/** https://docs.discord.com/developers/resources/message#allowed-mentions-object */
export interface AllowedMentions {
  readonly parse: 'everyone'[]
  readonly users: string[]
  readonly roles: string[]
}

/** Returns the setting with which Discord ignores all other mentions in a message. */
export function allowMentions(mentions: readonly string[]): AllowedMentions {
  const ids = (markup: RegExp): string[] =>
    mentions.flatMap((mention) => markup.exec(mention)?.[1] ?? [])
  return {
    parse: mentions.some((mention) => /^@(here|everyone)$/.test(mention)) ? ['everyone'] : [],
    users: ids(/^<@(\d+)>$/),
    roles: ids(/^<@&(\d+)>$/),
  }
}
