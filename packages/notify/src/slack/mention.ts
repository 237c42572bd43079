import { type InputParser, ValidationError } from '@ci-actions/kit'

/** https://docs.slack.dev/messaging/formatting-message-text#mentioning-users */
export const mention: InputParser<string> = {
  parse(line) {
    const [, everyone] = /^@?(here|channel|everyone)$/.exec(line) ?? []
    if (everyone) return `<!${everyone}>`
    if (/^[UW][A-Z0-9]{2,20}$/.test(line)) return `<@${line}>`
    if (/^S[A-Z0-9]{2,20}$/.test(line)) return `<!subteam^${line}>`
    throw new ValidationError(
      '@here, @channel, @everyone, a member id such as U012AB3CD ("Copy member ID" in the profile) ' +
        'or a user group id such as S012AB3CD',
    )
  },
}
