import { type Fault, faultPlayer } from './faults.ts'
import { type Answer, listen, type Received, send } from './server.ts'

/** A platform that takes messages, played on this machine: what those who send to it can see of it. */
export interface Platform<Message, Place> {
  /** A webhook that works, until `close`. */
  readonly webhookUrl: string
  /** What was taken, in order. */
  readonly messages: readonly Message[]
  /** Where messages are, in order; changed ones as they are now. */
  readonly posted: readonly Place[]
  /** Why something was refused because of its content. */
  readonly refusals: readonly string[]
  /** How many requests came, whatever became of them. */
  readonly requests: number
  /** The next requests meet these, one each, in order. */
  play(...faults: Fault[]): void
  /** From now on every request meets this. */
  playAlways(fault: Fault): void
  close(): Promise<void>
}

/** What a platform makes of a request. */
export interface Result<Message> {
  readonly answer: Answer
  readonly taken?: Message | undefined
  /** Why the content was refused. */
  readonly refused?: string | undefined
}

/** A server that remembers what was taken and what was refused, and plays faults. */
export async function startPlatform<Message>(carryOut: (received: Received) => Result<Message>) {
  const messages: Message[] = []
  const refusals: string[] = []
  let requests = 0
  const faults = faultPlayer()
  const server = await listen((received, response) => {
    requests++
    const execute = (): Answer => {
      const { answer, taken, refused } = carryOut(received)
      if (taken) messages.push(taken)
      if (refused) refusals.push(refused)
      return answer
    }
    const fault = faults.faultFor(received)
    if (fault) fault(execute, response)
    else send(response, execute())
  })
  return {
    url: server.url,
    messages,
    refusals,
    get requests() {
      return requests
    },
    play: (...next: Fault[]) =>
      faults.play(next.map((fault, index) => ({ fault, nth: index + 1 }))),
    playAlways: (fault: Fault) => faults.play([{ fault }]),
    close: server.close,
  }
}
