export { compatSuffix, snowflake, threadName, username, webhook } from './address.ts'
export { discordChannel } from './channel.ts'
export { mention } from './mention.ts'
