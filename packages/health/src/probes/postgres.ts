import { type Conversation, NotSpoken, type Protocol, type Reply } from './conversation.ts'

/** @see https://www.postgresql.org/docs/current/protocol-message-formats.html */
export const postgres: Protocol = { name: 'PostgreSQL', ask }

/**
 * What comes of a StartupMessage, as pg_isready sends it: a server that serves asks who it is, or refuses
 * whom it does not know. One that is starting or has no room says so first.
 */
async function ask(server: Conversation): Promise<Reply> {
  server.say(startup)
  const type = await server.hear(1)
  switch (type.toString('latin1')) {
    case 'R': // Authentication…
    case 'v': // NegotiateProtocolVersion
    case 'N': // NoticeResponse
      await lengthFrom(server)
      return { serving: true }
    case 'E': // ErrorResponse
      return replyOf(await errorFrom(server))
    default:
      throw new NotSpoken()
  }
}

/** The protocol's version, 3.0, and a user that nobody has; a length goes before. */
const startup = ((): Buffer => {
  const parameters = Buffer.from('user\0ci-actions\0database\0postgres\0\0')
  const message = Buffer.alloc(8 + parameters.length)
  message.writeInt32BE(message.length, 0)
  message.writeInt32BE(0x0003_0000, 4)
  parameters.copy(message, 8)
  return message
})()

/** More than any of these messages has. */
const mostBytes = 64 * 1024

/** The length of what is left of a message. */
async function lengthFrom(server: Conversation): Promise<number> {
  const head = await server.hear(4)
  const length = head.readUInt32BE() - 4
  if (length < 1 || length > mostBytes) throw new NotSpoken()
  return length
}

/** The fields of an error, each a letter and its text. */
async function errorFrom(server: Conversation): Promise<ReadonlyMap<string, string>> {
  const body = await server.hear(await lengthFrom(server))
  const fields = body.toString().split('\0')
  return new Map(fields.map((field) => [field.slice(0, 1), field.slice(1)]))
}

/**
 * Which errors are about the server and not about who asks, by the class of their code: it has no room
 * (53), it is starting, stopping or recovering (57), its system (58) or it itself (XX) is broken.
 *
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const ofServer = /^(53|57|58|XX)/

function replyOf(error: ReadonlyMap<string, string>): Reply {
  const [code, message = ''] = [error.get('C'), error.get('M')]
  if (code !== undefined && !ofServer.test(code)) return { serving: true }
  return { serving: false, says: code ? `${message} (${code})` : message }
}
