import {
  type Protocol,
  type ProtocolConnection,
  ProtocolError,
  type ServerReply,
} from './protocol.ts'

/** @see https://www.rabbitmq.com/resources/specs/amqp0-9-1.pdf */
export const amqp: Protocol = { name: 'AMQP', handshake }

/**
 * Sends the protocol header of AMQP 0-9-1. The response is `connection.start` or, from a server that only
 * supports another version such as 1.0, the header of that version.
 */
async function handshake(server: ProtocolConnection): Promise<ServerReply> {
  server.write(Buffer.from('AMQP\0\0\x09\x01', 'latin1'))
  const head = await server.read(8)
  if (head.toString('latin1', 0, 4) === 'AMQP') return { serving: true }
  // A method frame on channel 0, and the first byte of its method.
  if (head[0] !== 1 || head.readUInt16BE(1) !== 0) throw new ProtocolError()
  const method = Buffer.concat([head.subarray(7), await server.read(3)])
  if (method.readUInt32BE() === connectionStart) return { serving: true }
  throw new ProtocolError()
}

/** Class 10, method 10. */
const connectionStart = 0x000a_000a
