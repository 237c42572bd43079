import {
  type Protocol,
  type ProtocolConnection,
  ProtocolError,
  type ServerReply,
} from './protocol.ts'

/** @see https://kafka.apache.org/protocol.html */
export const kafka: Protocol = { name: 'Kafka', handshake }

const correlationId = 1

/** Sends ApiVersions, the one request that needs no login. */
async function handshake(server: ProtocolConnection): Promise<ServerReply> {
  server.write(apiVersions)
  const head = await server.read(8)
  const length = head.readInt32BE(0)
  if (length < 6 || length > maxBytes || head.readInt32BE(4) !== correlationId) {
    throw new ProtocolError()
  }
  const error = (await server.read(2)).readInt16BE()
  if (error === 0 || error === unsupportedVersion) return { serving: true }
  return { serving: false, message: `error ${error}` }
}

/** A broker that only supports other versions of the request is serving too. */
const unsupportedVersion = 35

/** Request 18, version 0, with a client id, preceded by its length. */
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

/** Larger than any response to this request. */
const maxBytes = 1024 * 1024
