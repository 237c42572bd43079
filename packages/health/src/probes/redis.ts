import {
  type Protocol,
  type ProtocolConnection,
  ProtocolError,
  type ServerReply,
} from './protocol.ts'

/** @see https://redis.io/docs/latest/develop/reference/protocol-spec/ */
export const redis: Protocol = { name: 'Redis', handshake }

/**
 * Sends PING. A server that requires a login is up; one that is loading its data is not. A server that does
 * both reports only the login.
 */
async function handshake(server: ProtocolConnection): Promise<ServerReply> {
  server.write('*1\r\n$4\r\nPING\r\n')
  const line = await readLine(server)
  if (line === '+PONG' || requiresLogin.test(line)) return { serving: true }
  if (/^-[A-Z]+ /.test(line)) return { serving: false, message: line.slice(1) }
  throw new ProtocolError()
}

const requiresLogin = /^-(NOAUTH|NOPERM|ERR operation not permitted)\b/

/** Larger than any response to this request. */
const maxBytes = 512

async function readLine(server: ProtocolConnection): Promise<string> {
  let line = ''
  while (line.length < maxBytes && !line.endsWith('\n')) {
    line += (await server.read(1)).toString('latin1')
  }
  return line.trimEnd()
}
