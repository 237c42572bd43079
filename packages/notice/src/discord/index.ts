export { foreignEnding, snowflake, threadName, username, webhook } from './address.ts'
export { mention } from './mention.ts'
export { discord } from './platform.ts'
