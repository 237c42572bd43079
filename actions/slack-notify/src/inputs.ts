import { flag, optional, required, url } from '@ci-actions/kit'
import { mentionMap, mentions, noticeInputs } from '@ci-actions/notice'
import { botToken, channel, incomingWebhook, mention, timestamp } from '@ci-actions/notice/slack'

export const inputs = {
  webhookUrl: optional('webhook-url', incomingWebhook, { env: 'SLACK_WEBHOOK_URL' }),
  token: optional('token', botToken),
  channel: optional('channel', channel),
  threadTs: optional('thread-ts', timestamp),
  replyBroadcast: required('reply-broadcast', flag),
  updateTs: optional('update-ts', timestamp),
  apiUrl: required('api-url', url),
  mention: optional('mention', mentions(mention)),
  mentionMap: optional('mention-map', mentionMap(mention)),
  ...noticeInputs,
}
