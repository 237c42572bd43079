import type { Socket } from 'node:net'
import { certificateExpiry } from '@ci-actions/http'
import { excerpt, quote } from '@ci-actions/kit'
import type { Clock, Deadline } from '@ci-actions/wait'
import type { Said } from '../observation.ts'
import { type Place, withSocket } from './socket.ts'

export { placeOf } from './socket.ts'

/** The first words of a protocol, as far as they show whether a server serves; no login is needed for them. */
export interface Protocol {
  /** What a person calls it: `PostgreSQL`. */
  readonly name: string
  /** @throws NotSpoken when the other side answers in another protocol */
  ask(server: Conversation): Promise<Reply>
}

/** That a server serves, or the words in which it says that it does not. */
export type Reply = { readonly serving: true } | { readonly serving: false; readonly says: string }

/** The other side answers, and not in the protocol in which it was asked. */
export class NotSpoken extends Error {
  override name = 'NotSpoken'
}

/** Asks a server in its protocol. @throws ConnectionError when there is no complete answer */
export function converse({ name, ask }: Protocol, place: Place, deadline: Deadline): Promise<Said> {
  return withSocket(place, deadline, async (socket) => {
    const server = new Conversation(socket, deadline.clock)
    const said = (serving: boolean, reason: string): Said => {
      return { kind: 'said', serving, reason, certificateEnds: certificateExpiry(socket) }
    }
    try {
      const reply = await ask(server)
      return reply.serving
        ? said(true, `speaks ${name}`)
        : said(false, `says ${quote(reply.says, 120)}`)
    } catch (error) {
      if (!(error instanceof NotSpoken)) throw error
      return said(false, `does not speak ${name}: ${otherwise(server.beginning())}`)
    }
  })
}

/** A server that speaks TLS answers what it does not understand with an alert (RFC 8446 §6). */
function otherwise(bytes: Buffer): string {
  const isAlert = bytes[0] === 0x15 && bytes[1] === 0x03
  return isAlert ? 'it wants TLS' : `it answers "${excerpt(bytes.toString('latin1'), 60)}"`
}

/** What is said and heard over a socket. */
export class Conversation {
  readonly #socket: Socket
  readonly #clock: Clock
  #hearNews = (): void => {}
  #heard = Buffer.alloc(0)

  constructor(socket: Socket, clock: Clock) {
    this.#socket = socket
    this.#clock = clock
    // Listeners that come and go would be told again and again of what is there already.
    for (const event of ['readable', 'end', 'close']) socket.on(event, () => this.#hearNews())
  }

  say(bytes: Buffer | string): void {
    this.#socket.write(bytes)
  }

  /**
   * The next so many bytes.
   *
   * @throws NotSpoken when the connection ends before they are complete, Error when none came at all
   */
  async hear(length: number): Promise<Buffer> {
    for (;;) {
      const bytes = this.#read(length)
      if (bytes?.length === length) return bytes
      if (bytes || this.#socket.readableEnded || this.#socket.destroyed) {
        if (this.#heard.length > 0) throw new NotSpoken()
        throw this.#socket.errored ?? new Error('the connection was closed before an answer came')
      }
      await new Promise<void>((resolve) => {
        this.#hearNews = resolve
      })
    }
  }

  /** The same, where it is worth so many milliseconds and no more; undefined when nothing comes. */
  hearWithin(length: number, ms: number): Promise<Buffer | undefined> {
    const heard = this.hear(length).catch(() => undefined)
    const over = new Promise<undefined>((resolve) => {
      this.#clock.after(ms, () => resolve(undefined))
    })
    return Promise.race([heard, over])
  }

  /** The beginning of all that has come, whether it was asked for or not. */
  beginning(): Buffer {
    this.#read()
    return this.#heard
  }

  #read(length?: number): Buffer | null {
    const bytes: Buffer | null = this.#socket.read(length)
    const room = mostShown - this.#heard.length
    if (bytes && room > 0) this.#heard = Buffer.concat([this.#heard, bytes.subarray(0, room)])
    return bytes
  }
}

/** Bytes of what a stranger says. */
const mostShown = 100
