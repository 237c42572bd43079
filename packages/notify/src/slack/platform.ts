import { InputError, optional, required, url } from '@ci-actions/kit'
import { mentionList } from '../mentions.ts'
import { definePlatform } from '../platform.ts'
import { botToken, channel, incomingWebhook } from './address.ts'
import { slackChannel } from './channel.ts'
import { mention } from './mention.ts'

export const slack = definePlatform({
  name: 'Slack',
  inputs: {
    slackWebhookUrl: optional('slack-webhook-url', incomingWebhook),
    slackToken: optional('slack-token', botToken),
    slackChannel: optional('slack-channel', channel),
    slackMention: optional('slack-mention', mentionList(mention)),
    slackApiUrl: required('slack-api-url', url),
  },
  channel(inputs) {
    const { slackWebhookUrl: webhookUrl, slackToken: token, slackMention } = inputs
    if (!token !== !inputs.slackChannel) {
      throw new InputError(
        'Give "slack-token" and "slack-channel" together, or neither of them. A secret that does not ' +
          'exist, or that this run does not get, is empty.',
      )
    }
    if (!webhookUrl && !token && !slackMention) return undefined
    const address = { webhookUrl, token, channel: inputs.slackChannel, apiUrl: inputs.slackApiUrl }
    return { ...slackChannel(address), missingInput: 'slack-webhook-url', mention: slackMention }
  },
})
