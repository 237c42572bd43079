import { Cancelled, Failure, type Markdown, plain, type Runner } from '@ci-actions/kit'
import type { Delivery } from './deliver.ts'
import type { NoticeGiven } from './inputs.ts'
import { markdownOf } from './markdown.ts'
import type { Notice } from './notice.ts'
import { lookOf } from './outcome.ts'

/** What a notifier has done. */
export interface Done {
  /** What a person calls it: `Slack`. */
  readonly platform: string
  readonly notice: Notice
  /** The message as it was, or would have been, sent. */
  readonly payload: object
  readonly delivery: Delivery
}

type Policy = Pick<NoticeGiven, 'onError' | 'ifMissing'>

/** Tells the workflow what became of the message: outputs, summary, and an annotation or a failure. */
export function tell(done: Done, policy: Policy, runner: Runner): void {
  const { delivery, payload } = done
  runner.output({
    sent: sentOf(delivery),
    'message-id': delivery.messageId,
    'channel-id': delivery.channelId,
    attempts: delivery.attempts,
    payload,
  })
  report(done, policy, runner)
}

/** Whether a message arrived, as far as that is known. */
export function sentOf({ end }: Delivery): boolean | 'unknown' {
  return end === 'unknown' ? 'unknown' : end === 'sent'
}

/** The part of it that a person reads: summary, and an annotation or a failure. */
export function report(done: Done, policy: Policy, runner: Runner): void {
  runner.summary(summaryOf(done))
  annotate(done.delivery.end, sentenceOf(done), policy, runner)
}

function annotate(end: Delivery['end'], said: string, policy: Policy, runner: Runner): void {
  if (end === 'sent' || end === 'dry-run' || end === 'silent') {
    runner.info(said)
  } else if (runner.cancelled.aborted) {
    throw new Cancelled(said)
  } else if (end === 'missing') {
    if (policy.ifMissing === 'fail') throw new Failure(said)
    runner.notice(said)
  } else {
    if (policy.onError === 'fail') throw new Failure(said)
    runner.warning(said)
  }
}

function sentenceOf({ platform, delivery: { end, attempts, reason = '' } }: Done): string {
  switch (end) {
    case 'sent':
      return `${platform} took the message${attempts > 1 ? ` at attempt ${attempts}` : ''}.`
    case 'dry-run':
      return `Dry run: the message is in the job summary and was not sent to ${platform}.`
    case 'unknown':
      return `The message may have been sent to ${platform}; it is not sent again, so that nobody gets it twice. ${reason}`
    case 'missing':
    case 'silent':
      return reason
    case 'refused':
    case 'unsent':
      return `The message was not sent to ${platform}. ${reason}`
  }
}

function summaryOf(done: Done): Markdown {
  const { notice, payload, delivery } = done
  const heading = `### ${lookOf(notice.outcome).mark} ${plain(notice.title)}`
  const parts = [heading, plain(sentenceOf(done))]
  if (delivery.end === 'dry-run') parts.push(markdownOf(notice), payloadOf(payload))
  return `${parts.join('\n\n')}\n`
}

/** Inside a fence nothing is read, and JSON never begins a line with the back-ticks that end it. */
function payloadOf(payload: object): Markdown {
  const json = JSON.stringify(payload, null, 2)
  return `<details><summary>The message as JSON</summary>\n\n\`\`\`json\n${json}\n\`\`\`\n\n</details>`
}
