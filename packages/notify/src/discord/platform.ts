import { optional } from '@ci-actions/kit'
import { mentionList } from '../mentions.ts'
import { definePlatform } from '../platform.ts'
import { webhook } from './address.ts'
import { discordChannel } from './channel.ts'
import { mention } from './mention.ts'

export const discord = definePlatform({
  name: 'Discord',
  inputs: {
    discordWebhookUrl: optional('discord-webhook-url', webhook),
    discordMention: optional('discord-mention', mentionList(mention)),
  },
  channel({ discordWebhookUrl: webhookUrl, discordMention }) {
    if (!webhookUrl && !discordMention) return undefined
    const channel = discordChannel({ webhookUrl })
    return { ...channel, missingInput: 'discord-webhook-url', mention: discordMention }
  },
})
