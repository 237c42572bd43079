import { InputError } from '@ci-actions/kit'
import type { Destination } from '../deliver.ts'
import { isId } from './address.ts'
import { botDestination } from './bot.ts'
import { webhookDestination } from './webhook.ts'

/** A webhook, or a bot with a channel; optionally with a thread or a message to update. */
export interface Address {
  readonly webhookUrl: URL | undefined
  readonly token: string | undefined
  readonly channel: string | undefined
  readonly threadTs?: string | undefined
  readonly updateTs?: string | undefined
  readonly replyBroadcast?: boolean
  /** Base URL of the API, for a bot. */
  readonly apiUrl: URL
}

/**
 * Returns the bot if there is a token, else the webhook, or undefined without either.
 *
 * @throws InputError when the inputs contradict each other
 */
export function resolveDestination(address: Address): Destination | undefined {
  const { webhookUrl, token, channel, threadTs, updateTs, apiUrl } = address
  const { replyBroadcast = false } = address
  if (replyBroadcast && !threadTs) {
    throw new InputError('Input "reply-broadcast" needs "thread-ts", the message to reply to.')
  }
  if (updateTs && threadTs) {
    throw new InputError(
      'Input "update-ts" updates a message in place, but "thread-ts" sends a new one. Set only one of them.',
    )
  }
  if (updateTs && channel && !isId(channel)) {
    throw new InputError(
      'Input "update-ts" needs the id of the channel. Use the "channel-id" output of the step that sent the message.',
    )
  }
  if (token) {
    if (channel) {
      return botDestination(apiUrl, token, { channel, threadTs, updateTs, replyBroadcast })
    }
    throw new InputError('Input "channel" is required with "token": the channel to post to.')
  }
  if (!webhookUrl) return undefined
  const botInputs = { channel, 'update-ts': updateTs, 'reply-broadcast': replyBroadcast }
  const [unusable] = Object.entries(botInputs).find(([, value]) => value) ?? []
  if (!unusable) return webhookDestination(webhookUrl, threadTs)
  throw new InputError(
    `Input "${unusable}" needs a bot's "token", because a webhook can only post new messages to its own channel.`,
  )
}
