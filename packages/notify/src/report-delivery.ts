import {
  ActionError,
  CancelledError,
  escapeMarkdown,
  type Markdown,
  type Runner,
} from '@ci-actions/kit'
import type { Delivery } from './deliver.ts'
import type { NotifyInputs } from './inputs.ts'
import { notificationMarkdown } from './markdown.ts'
import { lacksSecrets } from './missing-secrets.ts'
import type { Notification } from './notification.ts'
import { appearance } from './outcome.ts'

/** A message and the result of sending it. */
export interface SendResult {
  /** Display name of the platform: `Slack`. */
  readonly platform: string
  readonly notification: Notification
  /** The message as it was, or would have been, sent. */
  readonly payload: object
  readonly delivery: Delivery
}

/** Outputs of every notifier. */
export const notifyOutputs = ['sent', 'message-id', 'channel-id', 'attempts', 'payload'] as const

type Policy = Pick<NotifyInputs, 'onError' | 'ifMissing'>

/**
 * Sets the outputs and writes the summary and an annotation.
 *
 * @throws ActionError when the message was not delivered and the policy says that this fails the step
 */
export function reportDelivery(result: SendResult, policy: Policy, runner: Runner): void {
  const { delivery, payload } = result
  const outputs = {
    sent: deliveryStatus(delivery),
    'message-id': delivery.messageId,
    'channel-id': delivery.channelId,
    attempts: delivery.attempts,
    payload,
  }
  runner.setOutputs(outputs, policy.onError)
  const failure = reportDeliveries([result], policy, runner)
  if (failure) throw failure
}

/** Returns the output `sent`. */
export function deliveryStatus({ status }: Delivery): boolean | 'unknown' {
  return status === 'unknown' ? 'unknown' : status === 'sent'
}

/**
 * Writes one summary for all messages of a notification, and a log line or annotation for each. Returns the
 * failed deliveries that fail the step as one error.
 */
export function reportDeliveries(
  results: readonly SendResult[],
  policy: Policy,
  runner: Runner,
): ActionError | undefined {
  const [first] = results
  if (!first) return undefined
  runner.appendSummary(deliverySummary(first.notification, results))
  const { aborted } = runner.cancelled
  const failures: string[] = []
  for (const result of results) {
    const text = describeDelivery(result)
    const { status } = result.delivery
    const level = annotationLevel(status, aborted ? strictPolicy : policy, lacksSecrets(runner))
    if (level === 'failure') failures.push(text)
    else runner[level](text)
  }
  if (failures.length === 0) return undefined
  const text = failures.join(' | ')
  return aborted ? new CancelledError(text) : new ActionError(text)
}

/** A cancelled job does not succeed if a message was not delivered. */
const strictPolicy: Policy = { onError: 'fail', ifMissing: 'fail' }

function annotationLevel(
  status: Delivery['status'],
  { onError, ifMissing }: Policy,
  isExpected: boolean,
): 'info' | 'notice' | 'warning' | 'failure' {
  if (status === 'sent' || status === 'dry-run' || status === 'skipped') return 'info'
  if (status === 'missing') {
    if (ifMissing === 'fail') return 'failure'
    // The author of a pull request from a fork cannot provide the secret.
    return isExpected ? 'notice' : 'warning'
  }
  return onError === 'fail' ? 'failure' : 'warning'
}

function describeDelivery({ platform, delivery }: SendResult): string {
  const { status, attempts, reason = '' } = delivery
  switch (status) {
    case 'sent':
      return `${platform} accepted the message${attempts > 1 ? ` on attempt ${attempts}` : ''}.`
    case 'dry-run':
      return `Dry run: the message is in the job summary and was not sent to ${platform}.`
    case 'unknown':
      return `The message may have been sent to ${platform}. It is not sent again, to avoid a duplicate. ${reason}`
    case 'missing':
    case 'skipped':
      return reason
    case 'rejected':
    case 'unsent':
      return `The message was not sent to ${platform}. ${reason}`
  }
}

function deliverySummary(notification: Notification, results: readonly SendResult[]): Markdown {
  const { icon } = appearance(notification.outcome)
  const heading = `### ${icon} ${escapeMarkdown(notification.title)}`
  const parts = [heading, ...results.map((result) => escapeMarkdown(describeDelivery(result)))]
  const dryRuns = results.filter(({ delivery }) => delivery.status === 'dry-run')
  if (dryRuns.length > 0) {
    parts.push(notificationMarkdown(notification), ...dryRuns.map(payloadMarkdown))
  }
  return `${parts.join('\n\n')}\n`
}

/** A code fence needs no escaping, because no line of JSON starts with the backticks that end it. */
function payloadMarkdown({ platform, payload }: SendResult): Markdown {
  const json = JSON.stringify(payload, null, 2)
  return `<details><summary>The message to ${platform} as JSON</summary>\n\n\`\`\`json\n${json}\n\`\`\`\n\n</details>`
}
