import { flag, optional, required, url } from '@ci-actions/kit'
import { mentionList, mentionMap, notifyInputs } from '@ci-actions/notify'
import { botToken, channel, incomingWebhook, mention, timestamp } from '@ci-actions/notify/slack'

export const inputs = {
  webhookUrl: optional('webhook-url', incomingWebhook, { env: 'SLACK_WEBHOOK_URL' }),
  token: optional('token', botToken),
  channel: optional('channel', channel),
  threadTs: optional('thread-ts', timestamp),
  replyBroadcast: required('reply-broadcast', flag),
  updateTs: optional('update-ts', timestamp),
  apiUrl: required('api-url', url),
  mention: optional('mention', mentionList(mention)),
  mentionMap: optional('mention-map', mentionMap(mention)),
  ...notifyInputs,
}
