import {
  ActionError,
  CancelledError,
  escapeMarkdown,
  type Markdown,
  type Runner,
} from '@ci-actions/kit'
import type { Delivery } from './deliver.ts'
import type { NoticeGiven } from './inputs.ts'
import { markdownOf } from './markdown.ts'
import type { Notice } from './notice.ts'
import { lookOf } from './outcome.ts'
import { getsNoSecrets } from './secrets.ts'

/** What a notifier has done. */
export interface SendResult {
  /** What a person calls it: `Slack`. */
  readonly platform: string
  readonly notice: Notice
  /** The message as it was, or would have been, sent. */
  readonly payload: object
  readonly delivery: Delivery
}

/** The outputs that every notifier sets. */
export const noticeOutputs = ['sent', 'message-id', 'channel-id', 'attempts', 'payload'] as const

type Policy = Pick<NoticeGiven, 'onError' | 'ifMissing'>

/**
 * Tells the workflow what became of the message: outputs, summary, and an annotation.
 *
 * @throws ActionError when it did not arrive, and that is to fail the step
 */
export function tell(done: SendResult, policy: Policy, runner: Runner): void {
  const { delivery, payload } = done
  const outputs = {
    sent: sentOf(delivery),
    'message-id': delivery.messageId,
    'channel-id': delivery.channelId,
    attempts: delivery.attempts,
    payload,
  }
  runner.setOutputs(outputs, policy.onError)
  const failure = report([done], policy, runner)
  if (failure) throw failure
}

/** Whether a message arrived, as far as that is known. */
export function sentOf({ end }: Delivery): boolean | 'unknown' {
  return end === 'unknown' ? 'unknown' : end === 'sent'
}

/**
 * What a person reads of the messages of one notice: a summary of all, and a line for each. Those
 * that fail the step are left to who called, as one failure.
 */
export function report(
  messages: readonly SendResult[],
  policy: Policy,
  runner: Runner,
): ActionError | undefined {
  const [first] = messages
  if (!first) return undefined
  runner.appendSummary(summaryOf(first.notice, messages))
  const { aborted } = runner.cancelled
  const failures: string[] = []
  for (const done of messages) {
    const said = sentenceOf(done)
    const level = levelOf(done.delivery.end, aborted ? strict : policy, getsNoSecrets(runner))
    if (level === 'failure') failures.push(said)
    else runner[level](said)
  }
  if (failures.length === 0) return undefined
  const said = failures.join(' | ')
  return aborted ? new CancelledError(said) : new ActionError(said)
}

/** A job that is cancelled does not end green for a message that did not arrive. */
const strict: Policy = { onError: 'fail', ifMissing: 'fail' }

function levelOf(
  end: Delivery['end'],
  { onError, ifMissing }: Policy,
  isExpected: boolean,
): 'info' | 'notice' | 'warning' | 'failure' {
  if (end === 'sent' || end === 'dry-run' || end === 'silent') return 'info'
  if (end === 'missing') {
    if (ifMissing === 'fail') return 'failure'
    // Nobody who opens a pull request from a fork can do anything about it.
    return isExpected ? 'notice' : 'warning'
  }
  return onError === 'fail' ? 'failure' : 'warning'
}

function sentenceOf({ platform, delivery: { end, attempts, reason = '' } }: SendResult): string {
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

function summaryOf(notice: Notice, messages: readonly SendResult[]): Markdown {
  const heading = `### ${lookOf(notice.outcome).mark} ${escapeMarkdown(notice.title)}`
  const parts = [heading, ...messages.map((done) => escapeMarkdown(sentenceOf(done)))]
  const unsent = messages.filter(({ delivery }) => delivery.end === 'dry-run')
  if (unsent.length > 0) parts.push(markdownOf(notice), ...unsent.map(payloadOf))
  return `${parts.join('\n\n')}\n`
}

/** Inside a fence nothing is read, and JSON never begins a line with the back-ticks that end it. */
function payloadOf({ platform, payload }: SendResult): Markdown {
  const json = JSON.stringify(payload, null, 2)
  return `<details><summary>The message to ${platform} as JSON</summary>\n\n\`\`\`json\n${json}\n\`\`\`\n\n</details>`
}
