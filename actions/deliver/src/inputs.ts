import { deployInputs } from '@ci-actions/deployment'
import { providers } from '@ci-actions/deployment/providers'
import { healthInputs, period, targets } from '@ci-actions/health'
import { choice, oneOf, optional, required, url } from '@ci-actions/kit'
import { mentions, noticeInputs } from '@ci-actions/notice'
import * as discord from '@ci-actions/notice/discord'
import * as slack from '@ci-actions/notice/slack'

const { title, text, fields, mentionOn } = noticeInputs

export const inputs = {
  deploys: choice('provider', providers),
  ...deployInputs,
  onCancel: required('on-cancel', oneOf('leave', 'rollback')),

  targets: optional('health-check', targets),
  healthTimeout: required('health-timeout', period),
  ...healthInputs,

  slackWebhookUrl: optional('slack-webhook-url', slack.incomingWebhook),
  slackToken: optional('slack-token', slack.botToken),
  slackChannel: optional('slack-channel', slack.channel),
  slackMention: optional('slack-mention', mentions(slack.mention)),
  slackApiUrl: required('slack-api-url', url),
  discordWebhookUrl: optional('discord-webhook-url', discord.webhook),
  discordMention: optional('discord-mention', mentions(discord.mention)),
  ...{ title, text, fields, mentionOn },
  notifyWhen: required('notify-when', oneOf('always', 'failure', 'success')),
  notifyOnError: required('notify-on-error', oneOf('warn', 'fail')),
}
