import { type Kind, list, Unusable } from '@ci-actions/kit'

/** So many fit into a message beside everything else. */
const most = 25

/** Who is called, one a line, as Slack's markup. */
export const mentions: Kind<string[]> = {
  async parse(given) {
    const all = await list(mention).parse(given)
    if (all.length > most) throw new Unusable(`at most ${most} lines`, `${all.length} lines`)
    return all
  },
}

/** https://docs.slack.dev/messaging/formatting-message-text#mentioning-users */
const mention: Kind<string> = {
  parse(line) {
    const [, everybody] = /^@(here|channel|everyone)$/.exec(line) ?? []
    if (everybody) return `<!${everybody}>`
    if (/^[UW][A-Z0-9]{2,20}$/.test(line)) return `<@${line}>`
    if (/^S[A-Z0-9]{2,20}$/.test(line)) return `<!subteam^${line}>`
    throw new Unusable(
      '@here, @channel, @everyone, a member id such as U012AB3CD ("Copy member ID" in the profile) ' +
        'or a user group id such as S012AB3CD',
    )
  },
}
