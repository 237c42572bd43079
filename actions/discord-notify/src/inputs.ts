import { flag, optional, required, url } from '@ci-actions/kit'
import { mentionList, mentionMap, notifyInputs } from '@ci-actions/notify'
import { mention, snowflake, threadName, username, webhook } from '@ci-actions/notify/discord'

export const inputs = {
  webhookUrl: optional('webhook-url', webhook, { env: 'DISCORD_WEBHOOK' }),
  messageId: optional('message-id', snowflake),
  threadId: optional('thread-id', snowflake),
  threadName: optional('thread-name', threadName),
  username: optional('username', username),
  avatarUrl: optional('avatar-url', url),
  silent: required('silent', flag),
  mention: optional('mention', mentionList(mention)),
  mentionMap: optional('mention-map', mentionMap(mention)),
  ...notifyInputs,
}
