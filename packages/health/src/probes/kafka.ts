import { type Conversation, NotSpoken, type Protocol, type Reply } from './conversation.ts'

/** @see https://kafka.apache.org/protocol.html */
export const kafka: Protocol = { name: 'Kafka', ask }

const correlationId = 1

/** What comes of ApiVersions, the one request that needs no login. */
async function ask(server: Conversation): Promise<Reply> {
  server.say(apiVersions)
  const head = await server.hear(8)
  const length = head.readInt32BE(0)
  if (length < 6 || length > mostBytes || head.readInt32BE(4) !== correlationId) {
    throw new NotSpoken()
  }
  const error = (await server.hear(2)).readInt16BE()
  if (error === 0 || error === unsupportedVersion) return { serving: true }
  return { serving: false, says: `error ${error}` }
}

/** A broker that knows only other versions of the request answers all the same. */
const unsupportedVersion = 35

/** Request 18, version 0, from a client with a name; a length goes before. */
const apiVersions = ((): Buffer => {
  const client = Buffer.from('ci-actions')
  const message = Buffer.alloc(14 + client.length)
  message.writeInt32BE(10 + client.length, 0)
  message.writeInt16BE(18, 4)
  message.writeInt16BE(0, 6)
  message.writeInt32BE(correlationId, 8)
  message.writeInt16BE(client.length, 12)
  client.copy(message, 14)
  return message
})()

/** More than any answer to this has. */
const mostBytes = 1024 * 1024
