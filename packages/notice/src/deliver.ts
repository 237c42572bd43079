import { Ambiguous, type Answer, Client, Refused, type Service } from '@ci-actions/http'
import { Cancelled, Failure } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'

/** What became of a message. */
export interface Delivery {
  /**
   * `refused`: it was answered with no. `unsent`: it never got there. `unknown`: it may have been
   * sent, and is not sent again, so that nobody gets it twice. `missing`: nowhere to send it to.
   */
  readonly end: 'sent' | 'refused' | 'unsent' | 'unknown' | 'missing' | 'dry-run'
  /** How often it was tried. */
  readonly attempts: number
  /** Why it was not sent, in sentences. */
  readonly reason: string
  /** What the platform calls the message and its channel, where it says. */
  readonly messageId?: string | undefined
  readonly channelId?: string | undefined
}

export interface Webhook extends Omit<Service, 'hints'> {
  /** Why an answer is not the platform's yes, in sentences; undefined when it is. */
  complaint(answer: Answer): string | undefined
}

/**
 * Posts JSON to a webhook, once: it is posted again only when the other side cannot have taken it
 * (429, or no connection). Whatever comes of it is an outcome; it throws for defects alone.
 */
export async function deliver(
  webhook: Webhook,
  payload: unknown,
  deadline: Deadline,
): Promise<Delivery> {
  let attempts = 1
  const log = (line: string): void => {
    attempts++
    webhook.log(line)
  }
  const client = new Client({ ...webhook, log })
  const question = { method: 'POST', path: '', json: payload, tries: 3 } as const
  try {
    const answer = await client.ask(question, deadline)
    const reason = webhook.complaint(answer)
    return { end: reason ? 'refused' : 'sent', attempts, reason: reason ?? '' }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return { ...failed(error, webhook, deadline), attempts }
  }
}

function failed(
  error: Failure,
  { name, complaint }: Webhook,
  deadline: Deadline,
): Pick<Delivery, 'end' | 'reason'> {
  if (error instanceof Refused) {
    return { end: 'refused', reason: complaint(error.answer) ?? error.message }
  }
  if (error instanceof Cancelled) {
    return { end: 'unknown', reason: `The job was cancelled while ${name} was asked.` }
  }
  // A deadline that ends while an answer is awaited leaves it open whether the message was taken.
  const open = error instanceof Ambiguous || deadline.signal.aborted
  return { end: open ? 'unknown' : 'unsent', reason: error.message }
}
