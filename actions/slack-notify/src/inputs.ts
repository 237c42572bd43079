import { optional } from '@ci-actions/kit'
import { noticeInputs } from '@ci-actions/notice'
import { incomingWebhook } from './address.ts'
import { mentions } from './mentions.ts'

export const inputs = {
  webhookUrl: optional('webhook-url', incomingWebhook, { env: 'SLACK_WEBHOOK_URL' }),
  mention: optional('mention', mentions),
  ...noticeInputs,
}
