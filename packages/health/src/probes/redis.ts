import { type Conversation, NotSpoken, type Protocol, type Reply } from './conversation.ts'

/** @see https://redis.io/docs/latest/develop/reference/protocol-spec/ */
export const redis: Protocol = { name: 'Redis', ask }

/**
 * What comes of a PING: also a server that wants a login is up, unlike one that is loading its data. One that does
 * both says the first alone.
 */
async function ask(server: Conversation): Promise<Reply> {
  server.say('*1\r\n$4\r\nPING\r\n')
  const line = await lineFrom(server)
  if (line === '+PONG' || wantsLogin.test(line)) return { serving: true }
  if (/^-[A-Z]+ /.test(line)) return { serving: false, says: line.slice(1) }
  throw new NotSpoken()
}

const wantsLogin = /^-(NOAUTH|NOPERM|ERR operation not permitted)\b/

/** More than any answer to this has. */
const mostBytes = 512

async function lineFrom(server: Conversation): Promise<string> {
  let line = ''
  while (line.length < mostBytes && !line.endsWith('\n')) {
    line += (await server.hear(1)).toString('latin1')
  }
  return line.trimEnd()
}
