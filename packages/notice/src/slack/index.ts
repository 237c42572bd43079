export { botToken, channel, incomingWebhook, timestamp } from './address.ts'
export { mention } from './mention.ts'
export { slack } from './platform.ts'
