import { isSuccess, worstStatus } from '@ci-actions/deployment'
import { InputError, type Runner } from '@ci-actions/kit'
import {
  type Announcement,
  announce,
  type Done,
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

/** A delivery is told also when its own time is over: this long it is tried at the most, in milliseconds. */
const longest = 60_000

/**
 * Where it is to be told; also where somebody is to be called, and the address is missing.
 *
 * @throws InputError when the inputs do not say where
 */
export function channelsOf(wanted: Wanted, runner: Runner): Channel[] {
  const channels = [slackOf(wanted), discordOf(wanted)].filter((channel) => channel !== undefined)
  if (channels.length === 0) runner.info('Nobody is told: Slack and Discord have no address.')
  return channels
}

function slackOf(wanted: Wanted): Channel | undefined {
  const { slackWebhookUrl, slackToken, slackChannel, slackMention, slackApiUrl } = wanted
  if (!slackToken !== !slackChannel) {
    throw new InputError(
      'Give "slack-token" and "slack-channel" together, or neither of them. A secret that does not ' +
        'exist, or that this run does not get, is empty.',
    )
  }
  if (!slackWebhookUrl && !slackToken && !slackMention) return undefined
  const address = {
    webhookUrl: slackWebhookUrl,
    token: slackToken,
    channel: slackChannel,
    apiUrl: slackApiUrl,
  }
  const platform = { ...slack(address), missing: 'slack-webhook-url' }
  return { platform, mention: slackMention }
}

function discordOf({ discordWebhookUrl, discordMention }: Wanted): Channel | undefined {
  if (!discordWebhookUrl && !discordMention) return undefined
  const platform = { ...discord({ webhookUrl: discordWebhookUrl }), missing: 'discord-webhook-url' }
  return { platform, mention: discordMention }
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
  const notice: Announcement = {
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
    channels.map(({ platform, mention }) => announce(platform, { ...notice, mention }, runner)),
  )
}

/** What the step is red for is a failure, also where a deployment was cancelled by somebody else. */
function outcomeOf(delivery: Delivery): Outcome {
  const status = worstStatus(delivery.records.map((record) => record.status))
  const isMild = isSuccess(status) || status === 'cancelled'
  return isMild && !isDelivered(delivery) ? 'failure' : status
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
  const failure = report(messages, { onError: notifyOnError, ifMissing: 'skip' }, runner)
  if (!failure) return
  if (isDelivered(delivery)) throw failure
  runner.warning(failure.message)
}
