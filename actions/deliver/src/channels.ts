import { isSuccess, worstStatus } from '@ci-actions/deployment'
import type { Runner } from '@ci-actions/kit'
import {
  deliveryStatus,
  type Outcome,
  reportDeliveries,
  type SendOptions,
  type SendResult,
  send,
} from '@ci-actions/notify'
import { type MentioningChannel, platforms } from '@ci-actions/notify/platforms'
import { type Delivery, type DeliveryOptions, isDelivered } from './delivery.ts'
import { describeFailure } from './report.ts'

/** Time limit of the messages, in milliseconds; they are sent even after the delivery's own time is up. */
const longest = 60_000

/**
 * Returns the channels to announce a delivery in, including those with mentions but without an address.
 *
 * @throws InputError if a channel is incomplete
 */
export function listChannels(wanted: DeliveryOptions, runner: Runner): MentioningChannel[] {
  const channels = platforms
    .map((platform) => platform.channel(wanted))
    .filter((channel) => channel !== undefined)
  if (channels.length === 0) {
    const names = new Intl.ListFormat('en').format(platforms.map(({ name }) => name))
    runner.info(`No message will be sent: ${names} are not configured.`)
  }
  return channels
}

/** Sends the message to all channels in parallel; skipped if the job was cancelled, because no time is left. */
export async function sendToAll(
  channels: readonly MentioningChannel[],
  delivery: Delivery,
  wanted: DeliveryOptions,
  runner: Runner,
): Promise<SendResult[]> {
  if (runner.cancelled.aborted) {
    for (const { name } of channels) runner.info(`No message is sent to ${name}: no time is left.`)
    return []
  }
  const text = [wanted.text, describeFailure(delivery)].filter(Boolean).join('\n')
  const options: SendOptions = {
    ...wanted,
    status: { outcome: outcomeOf(delivery), jobs: [] },
    isOfThisJob: true,
    when: wanted.notifyWhen,
    text: text || undefined,
    deployments: [...delivery.records],
    payload: undefined,
    onError: wanted.notifyOnError,
    ifMissing: 'skip',
    githubToken: undefined,
    timeout: Math.min(longest, wanted.timeout),
  }
  return Promise.all(
    channels.map((channel) => send(channel, { ...options, mention: channel.mention }, runner)),
  )
}

/** Returns the outcome to announce: a failure whenever the step fails, even if a deployment was only cancelled. */
function outcomeOf(delivery: Delivery): Outcome {
  const status = worstStatus(delivery.records.map((record) => record.status))
  const isMild = isSuccess(status) || status === 'cancelled'
  return isMild && !isDelivered(delivery) ? 'failure' : status
}

/** Whether all messages were delivered; undefined if there were none. */
export function listSent(messages: readonly SendResult[]): boolean | 'unknown' | undefined {
  if (messages.length === 0) return undefined
  const sent = messages.map(({ delivery }) => deliveryStatus(delivery))
  return sent.includes(false) ? false : sent.includes('unknown') ? 'unknown' : true
}

/** @throws ActionError if a message was not delivered and `notify-on-error` is `fail`, unless the step fails anyway */
export function reportAll(
  messages: readonly SendResult[],
  delivery: Delivery,
  { notifyOnError }: DeliveryOptions,
  runner: Runner,
): void {
  const failure = reportDeliveries(messages, { onError: notifyOnError, ifMissing: 'skip' }, runner)
  if (!failure) return
  if (isDelivered(delivery)) throw failure
  runner.warning(failure.message)
}
