import {
  type Protocol,
  type ProtocolConnection,
  ProtocolError,
  type ServerReply,
} from './protocol.ts'

/** @see https://dev.mysql.com/doc/dev/mysql-server/latest/PAGE_PROTOCOL.html */
export const mysql: Protocol = { name: 'MySQL', handshake }

/** Reads the first packet of a server: its handshake, or the reason for rejecting the connection. */
async function handshake(server: ProtocolConnection): Promise<ServerReply> {
  const { sequence, payload } = await readPacket(server)
  const [type] = payload
  if (sequence === 0 && type === 0xff && payload.length > 3) return parseError(payload)
  if (sequence !== 0 || type !== 10) throw new ProtocolError()
  await finishHandshake(server)
  return { serving: true }
}

/** ER_HOST_NOT_PRIVILEGED: the only error in place of a handshake that is about the client. */
const hostNotAllowed = 1130

/** Parses an ERR packet; some servers omit the SQL state (`#` and five characters). */
function parseError(payload: Buffer): ServerReply {
  const code = payload.readUInt16LE(1)
  if (code === hostNotAllowed) return { serving: true }
  const message = payload.toString('utf8', 3).replace(/^#.{5}/, '')
  return { serving: false, message: `${message} (${code})` }
}

/**
 * Completes the handshake with an unknown user. A server blocks a host after a hundred interrupted handshakes
 * (`max_connect_errors`), but not after rejected logins.
 */
async function finishHandshake(server: ProtocolConnection): Promise<void> {
  server.write(encodePacket(1, loginPacket))
  const head = await server.readWithin(4, finishTimeout)
  const reply = head && (await server.readWithin(head.readUIntLE(0, 3), finishTimeout))
  const requestsAuthSwitch = reply?.[0] === 0xfe
  if (!head || !requestsAuthSwitch) return
  server.write(encodePacket((head[3] ?? 0) + 1, Buffer.alloc(0)))
  await server.readWithin(4, finishTimeout)
}

/** Milliseconds that completing a handshake may take. */
const finishTimeout = 500

/** HandshakeResponse41: `CLIENT_PROTOCOL_41`, `CLIENT_SECURE_CONNECTION`, UTF-8, a user without a password. */
const loginPacket = ((): Buffer => {
  const head = Buffer.alloc(32)
  head.writeUInt32LE(0x0200 | 0x8000, 0)
  head.writeUInt32LE(0x00ff_ffff, 4)
  head.writeUInt8(45, 8)
  return Buffer.concat([head, Buffer.from('ci-actions\0\0')])
})()

function encodePacket(sequence: number, payload: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUIntLE(payload.length, 0, 3)
  head.writeUInt8(sequence & 0xff, 3)
  return Buffer.concat([head, payload])
}

/** Larger than any handshake or error. */
const maxBytes = 4096

async function readPacket(server: ProtocolConnection) {
  const head = await server.read(4)
  const length = head.readUIntLE(0, 3)
  if (length === 0 || length > maxBytes) throw new ProtocolError()
  return { sequence: head[3], payload: await server.read(length) }
}
