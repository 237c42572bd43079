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
import { type Delivery, isDelivered, type Wanted } from './delivery.ts'
import { troubleOf } from './report.ts'

/** A delivery is told also when its own time is over: this long it is tried at the most, in milliseconds. */
const longest = 60_000

/**
 * Returns where a delivery is announced; also where somebody is to be mentioned, and the address is missing.
 *
 * @throws InputError when the inputs do not say where
 */
export function channelsOf(wanted: Wanted, runner: Runner): MentioningChannel[] {
  const channels = platforms
    .map((platform) => platform.channel(wanted))
    .filter((channel) => channel !== undefined)
  if (channels.length === 0) {
    const names = new Intl.ListFormat('en').format(platforms.map(({ name }) => name))
    runner.info(`Nobody is told: ${names} have no address.`)
  }
  return channels
}

/** Sends the message to each, side by side. A job that was cancelled has no time for that. */
export async function announceAll(
  channels: readonly MentioningChannel[],
  delivery: Delivery,
  wanted: Wanted,
  runner: Runner,
): Promise<SendResult[]> {
  if (runner.cancelled.aborted) {
    for (const { name } of channels) runner.info(`${name} is not told: no time is left.`)
    return []
  }
  const words = [wanted.text, troubleOf(delivery)].filter(Boolean).join('\n')
  const options: SendOptions = {
    ...wanted,
    status: { outcome: outcomeOf(delivery), jobs: [] },
    isOfThisJob: true,
    when: wanted.notifyWhen,
    text: words || undefined,
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

/** What the step is red for is a failure, also where a deployment was cancelled by somebody else. */
function outcomeOf(delivery: Delivery): Outcome {
  const status = worstStatus(delivery.records.map((record) => record.status))
  const isMild = isSuccess(status) || status === 'cancelled'
  return isMild && !isDelivered(delivery) ? 'failure' : status
}

/** Whether all of them arrived; undefined when there was nobody to tell. */
export function sentOf(messages: readonly SendResult[]): boolean | 'unknown' | undefined {
  if (messages.length === 0) return undefined
  const sent = messages.map(({ delivery }) => deliveryStatus(delivery))
  return sent.includes(false) ? false : sent.includes('unknown') ? 'unknown' : true
}

/** @throws ActionError when one did not arrive, that was to fail the step, and nothing else does */
export function reportAll(
  messages: readonly SendResult[],
  delivery: Delivery,
  { notifyOnError }: Wanted,
  runner: Runner,
): void {
  const failure = reportDeliveries(messages, { onError: notifyOnError, ifMissing: 'skip' }, runner)
  if (!failure) return
  if (isDelivered(delivery)) throw failure
  runner.warning(failure.message)
}
