import { type Conversation, NotSpoken, type Protocol, type Reply } from './conversation.ts'

/** @see https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/ */
export const mongodb: Protocol = { name: 'MongoDB', ask }

const opMsg = 2013
const requestId = 1

/** What comes of `hello`, which needs no login. */
async function ask(server: Conversation): Promise<Reply> {
  server.say(hello)
  const head = await server.hear(16)
  const [length, respondsTo, operation] = [0, 8, 12].map((at) => head.readInt32LE(at))
  const isReply = respondsTo === requestId && operation === opMsg
  if (!isReply || length === undefined || length < 26 || length > mostBytes) {
    throw new NotSpoken()
  }
  return replyOf(await server.hear(length - 16))
}

/** The message `{ hello: 1, $db: 'admin' }`. */
const hello = ((): Buffer => {
  const elements = Buffer.concat([
    Buffer.from('\x10hello\0\x01\0\0\0', 'latin1'),
    Buffer.from('\x02$db\0\x06\0\0\0admin\0', 'latin1'),
  ])
  const document = Buffer.concat([int32(elements.length + 5), elements, Buffer.of(0)])
  // Its flags, and that one document follows.
  const body = Buffer.concat([int32(0), Buffer.of(0), document])
  const head = [16 + body.length, requestId, 0, opMsg].map(int32)
  return Buffer.concat([...head, body])
})()

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32LE(value)
  return bytes
}

/** More than any answer to this has. */
const mostBytes = 256 * 1024

/** Errors that are about what was asked or who asked: no such command (before 4.4), no right, another login. */
const ofQuestion = [59, 13, 18]

function replyOf(body: Buffer): Reply {
  const ok = valueIn('\x01ok\0', body)?.readDoubleLE() ?? valueIn('\x10ok\0', body)?.readInt32LE()
  const code = valueIn('\x10code\0', body)?.readInt32LE()
  if (ok === 1) return { serving: true }
  if (code !== undefined && ofQuestion.includes(code)) return { serving: true }
  const text = valueIn('\x02errmsg\0', body)
  const message = text?.subarray(4, 3 + text.readInt32LE()).toString() ?? 'that it is not well'
  return { serving: false, says: code === undefined ? message : `${message} (${code})` }
}

/** What stands behind the type and name of an element of BSON; the names looked for are at the top alone. */
function valueIn(element: string, body: Buffer): Buffer | undefined {
  const at = body.indexOf(element, 0, 'latin1')
  const value = body.subarray(at + element.length)
  return at >= 0 && value.length >= 4 ? value : undefined
}
