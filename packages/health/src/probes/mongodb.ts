import {
  type Protocol,
  type ProtocolConnection,
  ProtocolError,
  type ServerReply,
} from './protocol.ts'

/** @see https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/ */
export const mongodb: Protocol = { name: 'MongoDB', handshake }

const opMsg = 2013
const requestId = 1

/** Sends `hello`, which needs no login. */
async function handshake(server: ProtocolConnection): Promise<ServerReply> {
  server.write(helloMessage)
  const head = await server.read(16)
  const [length, respondsTo, operation] = [0, 8, 12].map((at) => head.readInt32LE(at))
  const isReply = respondsTo === requestId && operation === opMsg
  if (!isReply || length === undefined || length < 26 || length > maxBytes) {
    throw new ProtocolError()
  }
  return parseReply(await server.read(length - 16))
}

/** The message `{ hello: 1, $db: 'admin' }`. */
const helloMessage = ((): Buffer => {
  const elements = Buffer.concat([
    Buffer.from('\x10hello\0\x01\0\0\0', 'latin1'),
    Buffer.from('\x02$db\0\x06\0\0\0admin\0', 'latin1'),
  ])
  const document = Buffer.concat([encodeInt32(elements.length + 5), elements, Buffer.of(0)])
  // Flags, and a section with one document.
  const body = Buffer.concat([encodeInt32(0), Buffer.of(0), document])
  const head = [16 + body.length, requestId, 0, opMsg].map(encodeInt32)
  return Buffer.concat([...head, body])
})()

function encodeInt32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32LE(value)
  return bytes
}

/** Larger than any response to this request. */
const maxBytes = 256 * 1024

/** Errors about the command or the client: CommandNotFound (before 4.4), Unauthorized, AuthenticationFailed. */
const requestErrors = [59, 13, 18]

function parseReply(body: Buffer): ServerReply {
  const ok =
    findValue('\x01ok\0', body)?.readDoubleLE() ?? findValue('\x10ok\0', body)?.readInt32LE()
  const code = findValue('\x10code\0', body)?.readInt32LE()
  if (ok === 1) return { serving: true }
  if (code !== undefined && requestErrors.includes(code)) return { serving: true }
  const text = findValue('\x02errmsg\0', body)
  const message =
    text?.subarray(4, 3 + text.readInt32LE()).toString() ?? 'an error without a message'
  return { serving: false, message: code === undefined ? message : `${message} (${code})` }
}

/** Returns the value after the type and name of a BSON element; these names occur only at the top level. */
function findValue(element: string, body: Buffer): Buffer | undefined {
  const at = body.indexOf(element, 0, 'latin1')
  const value = body.subarray(at + element.length)
  return at >= 0 && value.length >= 4 ? value : undefined
}
