export { botToken, channel, incomingWebhook, timestamp } from './address.ts'
export { slackChannel } from './channel.ts'
export { mention } from './mention.ts'
