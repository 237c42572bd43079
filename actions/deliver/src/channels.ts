import { worst } from '@ci-actions/deployment'
import { hasPassed } from '@ci-actions/health'
import { InputError, type Runner } from '@ci-actions/kit'
import {
  announce,
  type Done,
  type GivenNotice,
  type Outcome,
  type Platform,
  report,
  sentOf as wasSent,
} from '@ci-actions/notice'
import { discord } from '@ci-actions/notice/discord'
import { slack } from '@ci-actions/notice/slack'
import { type Delivery, isDelivered, type Wanted } from './delivery.ts'
import { troubleOf } from './report.ts'

/** Where a delivery is told, and whom it calls there. */
interface Channel {
  readonly platform: Platform
  readonly mention: readonly string[] | undefined
}

/** A delivery is told also when its own time is over: this long it is tried, in milliseconds. */
const timeout = 60_000

/** @throws InputError when the inputs do not say where */
export function channelsOf(wanted: Wanted): Channel[] {
  const { slackWebhookUrl, slackToken, slackChannel, discordWebhookUrl } = wanted
  if (!slackToken !== !slackChannel) {
    throw new InputError('Give "slack-token" and "slack-channel" together, or neither of them.')
  }
  const channels: Channel[] = []
  if (slackWebhookUrl || slackToken) {
    const address = {
      webhookUrl: slackWebhookUrl,
      token: slackToken,
      channel: slackChannel,
      apiUrl: wanted.slackApiUrl,
    }
    channels.push({ platform: slack(address), mention: wanted.slackMention })
  }
  if (discordWebhookUrl) {
    const platform = discord({ webhookUrl: discordWebhookUrl })
    channels.push({ platform, mention: wanted.discordMention })
  }
  return channels
}

/** Sends the message to each, side by side. A job that was cancelled has no time for that. */
export async function announceAll(
  channels: readonly Channel[],
  delivery: Delivery,
  wanted: Wanted,
  runner: Runner,
): Promise<Done[]> {
  if (runner.cancelled.aborted) {
    for (const { platform } of channels)
      runner.info(`${platform.name} is not told: no time is left.`)
    return []
  }
  const words = [wanted.text, troubleOf(delivery)].filter(Boolean).join('\n')
  const notice: GivenNotice = {
    ...wanted,
    status: { outcome: outcomeOf(delivery), jobs: [] },
    when: wanted.notifyWhen,
    text: words || undefined,
    deployments: [...delivery.records],
    payload: undefined,
    onError: wanted.notifyOnError,
    ifMissing: 'fail',
    githubToken: undefined,
    timeout,
  }
  return Promise.all(
    channels.map(({ platform, mention }) => announce(platform, { ...notice, mention }, runner)),
  )
}

function outcomeOf({ records, check }: Delivery): Outcome {
  const status = worst(records.map((record) => record.status))
  const isUnhealthy = check && !hasPassed(check)
  return isUnhealthy && (status === 'succeeded' || status === 'unchanged') ? 'failure' : status
}

/** Whether all of them arrived; undefined when there was nobody to tell. */
export function sentOf(messages: readonly Done[]): boolean | 'unknown' | undefined {
  if (messages.length === 0) return undefined
  const sent = messages.map(({ delivery }) => wasSent(delivery))
  return sent.includes(false) ? false : sent.includes('unknown') ? 'unknown' : true
}

/** @throws Failure when one did not arrive, that was to fail the step, and nothing else does */
export function reportAll(
  messages: readonly Done[],
  delivery: Delivery,
  { notifyOnError }: Wanted,
  runner: Runner,
): void {
  const onError = isDelivered(delivery) ? notifyOnError : 'warn'
  for (const done of messages) report(done, { onError, ifMissing: 'fail' }, runner)
}
