import type { Socket } from 'node:net'
import { certificateExpiry } from '@ci-actions/http'
import { excerpt, quote } from '@ci-actions/kit'
import type { Clock, Deadline } from '@ci-actions/wait'
import type { ServerStatus } from '../probe-result.ts'
import { type SocketTarget, withSocket } from './socket.ts'

export { tcpOptions } from './socket.ts'

/** The handshake of a protocol, as far as it shows whether a server is serving; it needs no login. */
export interface Protocol {
  /** Display name, such as `PostgreSQL`. */
  readonly name: string
  /** @throws ProtocolError when the server responds in another protocol */
  handshake(server: ProtocolConnection): Promise<ServerReply>
}

/** Whether a server is serving; if not, its message. */
export type ServerReply =
  | { readonly serving: true }
  | { readonly serving: false; readonly message: string }

/** The server did not respond in the protocol of the request. */
export class ProtocolError extends Error {
  override name = 'ProtocolError'
}

/** Probes a server in its protocol. @throws ConnectionError when there is no complete response */
export function probeServer(
  { name, handshake }: Protocol,
  target: SocketTarget,
  deadline: Deadline,
): Promise<ServerStatus> {
  return withSocket(target, deadline, async (socket) => {
    const server = new ProtocolConnection(socket, deadline.clock)
    const toStatus = (serving: boolean, reason: string): ServerStatus => {
      return { kind: 'server-status', serving, reason, certificateEnds: certificateExpiry(socket) }
    }
    try {
      const reply = await handshake(server)
      return reply.serving
        ? toStatus(true, `speaks ${name}`)
        : toStatus(false, `reports ${quote(reply.message, 120)}`)
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error
      return toStatus(false, `does not speak ${name}: ${describeBytes(server.firstBytes())}`)
    }
  })
}

/** Describes unexpected bytes; a TLS server responds to other protocols with an alert (RFC 8446 §6). */
function describeBytes(bytes: Buffer): string {
  const isAlert = bytes[0] === 0x15 && bytes[1] === 0x03
  return isAlert ? 'it requires TLS' : `it answers "${excerpt(bytes.toString('latin1'), 60)}"`
}

/** Reads and writes the messages of a protocol over a socket. */
export class ProtocolConnection {
  readonly #socket: Socket
  readonly #clock: Clock
  #notify = (): void => {}
  #firstBytes = Buffer.alloc(0)

  constructor(socket: Socket, clock: Clock) {
    this.#socket = socket
    this.#clock = clock
    // Listeners added for each read would fire again for data that has already arrived.
    for (const event of ['readable', 'end', 'close']) socket.on(event, () => this.#notify())
  }

  write(bytes: Buffer | string): void {
    this.#socket.write(bytes)
  }

  /**
   * Returns the next `length` bytes.
   *
   * @throws ProtocolError when the connection ends before they are complete, Error when nothing was received at all
   */
  async read(length: number): Promise<Buffer> {
    for (;;) {
      const bytes = this.#read(length)
      if (bytes?.length === length) return bytes
      if (bytes || this.#socket.readableEnded || this.#socket.destroyed) {
        if (this.#firstBytes.length > 0) throw new ProtocolError()
        throw (
          this.#socket.errored ?? new Error('the connection was closed before a response arrived')
        )
      }
      await new Promise<void>((resolve) => {
        this.#notify = resolve
      })
    }
  }

  /** Like `read`, for at most `ms` milliseconds; undefined when the bytes do not arrive. */
  readWithin(length: number, ms: number): Promise<Buffer | undefined> {
    const received = this.read(length).catch(() => undefined)
    const timeout = new Promise<undefined>((resolve) => {
      this.#clock.after(ms, () => resolve(undefined))
    })
    return Promise.race([received, timeout])
  }

  /** Returns the first bytes received, including unread ones. */
  firstBytes(): Buffer {
    this.#read()
    return this.#firstBytes
  }

  #read(length?: number): Buffer | null {
    const bytes: Buffer | null = this.#socket.read(length)
    const room = maxShown - this.#firstBytes.length
    if (bytes && room > 0)
      this.#firstBytes = Buffer.concat([this.#firstBytes, bytes.subarray(0, room)])
    return bytes
  }
}

/** Maximum number of bytes that are quoted. */
const maxShown = 100
