import {
  type ApiConfig,
  type ApiRequest,
  Client,
  HttpError,
  type HttpResponse,
  IndeterminateError,
} from '@ci-actions/http'
import { ActionError, CancelledError } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import type { Verdict } from './verdict.ts'

/** What became of a message. */
export interface Delivery extends Omit<Verdict, 'end'> {
  /**
   * Beside what an answer can mean, `unsent`: it never got there. `missing`: nowhere to send it to.
   * `silent`: this is not a moment to say anything.
   */
  readonly end: Verdict['end'] | 'unsent' | 'missing' | 'silent' | 'dry-run'
  /** How often it was tried. */
  readonly attempts: number
}

/** Where messages go, and how the answers are to be read. */
export interface Destination {
  readonly base: URL
  readonly headers?: Readonly<Record<string, string>>
  /** Whether a message that is there is changed, of which no platform notifies anybody. */
  readonly isChange: boolean
  /** `idempotent` when sending it twice is the same as once, as a change of a message is. */
  request(message: object): Omit<ApiRequest, 'tries'>
  /** What an answer means, whatever its status. */
  read(answer: HttpResponse): Verdict
}

type Door = Pick<ApiConfig, 'name' | 'connection' | 'log'>

/**
 * Sends a message, once: it is sent again only when the other side cannot have taken it (429, or no
 * connection), or when that changes nothing. Whatever comes of it is an outcome; it throws for
 * defects alone.
 */
export async function deliver(
  message: object,
  to: Destination,
  door: Door,
  deadline: Deadline,
): Promise<Delivery> {
  let attempts = 0
  let isOut = false
  const client = new Client({
    ...to,
    ...door,
    onAttempt() {
      attempts++
    },
    onSent() {
      isOut = true
    },
    log(line) {
      isOut = false
      door.log(line)
    },
  })
  try {
    const answer = await client.request({ ...to.request(message), tries: 3 }, deadline)
    return { ...to.read(answer), attempts }
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    const answer = answerIn(error)
    if (answer) return { ...refused(answer, to), attempts }
    // What is cut off while an answer is awaited leaves it open whether the message was taken.
    const isOpen = error instanceof IndeterminateError || (isOut && deadline.signal.aborted)
    return { end: isOpen ? 'unknown' : 'unsent', reason: reasonOf(error, door, isOut), attempts }
  }
}

function answerIn(error: ActionError): HttpResponse | undefined {
  return error instanceof HttpError || error instanceof IndeterminateError
    ? error.response
    : undefined
}

/** A server that fails may have taken the message before. */
function refused(answer: HttpResponse, { read }: Destination): Verdict {
  return { end: answer.status < 500 ? 'refused' : 'unknown', reason: read(answer).reason }
}

function reasonOf(error: ActionError, { name }: Door, isOut: boolean): string {
  if (!(error instanceof CancelledError)) return error.message
  return `The job was cancelled ${isOut ? `while ${name} was asked` : `before ${name} could take it`}.`
}
