import { type Conversation, NotSpoken, type Protocol, type Reply } from './conversation.ts'

/** @see https://dev.mysql.com/doc/dev/mysql-server/latest/PAGE_PROTOCOL.html */
export const mysql: Protocol = { name: 'MySQL', ask }

/** What a server says first: its handshake, or why it takes nobody. */
async function ask(server: Conversation): Promise<Reply> {
  const { sequence, payload } = await packetFrom(server)
  const [type] = payload
  if (sequence === 0 && type === 0xff && payload.length > 3) return refusal(payload)
  if (sequence !== 0 || type !== 10) throw new NotSpoken()
  await finish(server)
  return { serving: true }
}

/** This host is not allowed: of all that is said in place of a handshake, the one that is about who asks. */
const hostNotAllowed = 1130

/** An ERR packet; the state of SQL, `#` and five characters, is left out by some. */
function refusal(payload: Buffer): Reply {
  const code = payload.readUInt16LE(1)
  if (code === hostNotAllowed) return { serving: true }
  const message = payload.toString('utf8', 3).replace(/^#.{5}/, '')
  return { serving: false, says: `${message} (${code})` }
}

/**
 * Ends the handshake as a user that nobody has. A host that breaks off a hundred of them is locked out
 * (`max_connect_errors`); one whose login is refused is not.
 */
async function finish(server: Conversation): Promise<void> {
  server.say(packet(1, response))
  const head = await server.hearWithin(4, patience)
  const answer = head && (await server.hearWithin(head.readUIntLE(0, 3), patience))
  const wantsAnotherWay = answer?.[0] === 0xfe
  if (!head || !wantsAnotherWay) return
  server.say(packet((head[3] ?? 0) + 1, Buffer.alloc(0)))
  await server.hearWithin(4, patience)
}

/** Milliseconds that the end of a handshake may take. */
const patience = 500

/** HandshakeResponse41: `CLIENT_PROTOCOL_41`, `CLIENT_SECURE_CONNECTION`, UTF-8, a user and no password. */
const response = ((): Buffer => {
  const head = Buffer.alloc(32)
  head.writeUInt32LE(0x0200 | 0x8000, 0)
  head.writeUInt32LE(0x00ff_ffff, 4)
  head.writeUInt8(45, 8)
  return Buffer.concat([head, Buffer.from('ci-actions\0\0')])
})()

function packet(sequence: number, payload: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUIntLE(payload.length, 0, 3)
  head.writeUInt8(sequence & 0xff, 3)
  return Buffer.concat([head, payload])
}

/** A handshake and an error are shorter. */
const mostBytes = 4096

async function packetFrom(server: Conversation) {
  const head = await server.hear(4)
  const length = head.readUIntLE(0, 3)
  if (length === 0 || length > mostBytes) throw new NotSpoken()
  return { sequence: head[3], payload: await server.hear(length) }
}
