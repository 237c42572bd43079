import {
  type Protocol,
  type ProtocolConnection,
  ProtocolError,
  type ServerReply,
} from './protocol.ts'

/** @see https://www.postgresql.org/docs/current/protocol-message-formats.html */
export const postgres: Protocol = { name: 'PostgreSQL', handshake }

/**
 * Sends a StartupMessage, as pg_isready does. A server that is serving requests authentication or rejects the
 * user; one that is starting or full reports that first.
 */
async function handshake(server: ProtocolConnection): Promise<ServerReply> {
  server.write(startup)
  const type = await server.read(1)
  switch (type.toString('latin1')) {
    case 'R': // Authentication…
    case 'v': // NegotiateProtocolVersion
    case 'N': // NoticeResponse
      await readLength(server)
      return { serving: true }
    case 'E': // ErrorResponse
      return toReply(await readError(server))
    default:
      throw new ProtocolError()
  }
}

/** Protocol version 3.0 and an unknown user, preceded by the length. */
const startup = ((): Buffer => {
  const parameters = Buffer.from('user\0ci-actions\0database\0postgres\0\0')
  const message = Buffer.alloc(8 + parameters.length)
  message.writeInt32BE(message.length, 0)
  message.writeInt32BE(0x0003_0000, 4)
  parameters.copy(message, 8)
  return message
})()

/** Larger than any of these messages. */
const maxBytes = 64 * 1024

/** Reads the length of the rest of a message. */
async function readLength(server: ProtocolConnection): Promise<number> {
  const head = await server.read(4)
  const length = head.readUInt32BE() - 4
  if (length < 1 || length > maxBytes) throw new ProtocolError()
  return length
}

/** Reads the fields of an error, each a letter and its text. */
async function readError(server: ProtocolConnection): Promise<ReadonlyMap<string, string>> {
  const body = await server.read(await readLength(server))
  const fields = body.toString().split('\0')
  return new Map(fields.map((field) => [field.slice(0, 1), field.slice(1)]))
}

/**
 * Classes of error codes that are about the server, not the client: insufficient resources (53), starting,
 * stopping or recovering (57), system error (58), internal error (XX).
 *
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const serverErrors = /^(53|57|58|XX)/

function toReply(error: ReadonlyMap<string, string>): ServerReply {
  const [code, message = ''] = [error.get('C'), error.get('M')]
  if (code !== undefined && !serverErrors.test(code)) return { serving: true }
  return { serving: false, message: code ? `${message} (${code})` : message }
}
