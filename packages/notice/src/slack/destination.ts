import { InputError } from '@ci-actions/kit'
import type { Destination } from '../deliver.ts'
import { isId } from './address.ts'
import { botOf } from './bot.ts'
import { webhookOf } from './webhook.ts'

/** Where to write: a webhook, or a channel by a bot; a thread of it, or a message that is there. */
export interface Address {
  readonly webhookUrl: URL | undefined
  readonly token: string | undefined
  readonly channel: string | undefined
  readonly threadTs?: string | undefined
  readonly updateTs?: string | undefined
  readonly replyBroadcast?: boolean
  /** Of the API, for a bot. */
  readonly apiUrl: URL
}

/**
 * Where the message goes: by a bot to a channel, else by a webhook; undefined without a secret.
 *
 * @throws InputError when the inputs contradict each other
 */
export function destinationOf(address: Address): Destination | undefined {
  const { webhookUrl, token, channel, threadTs, updateTs, apiUrl } = address
  const { replyBroadcast = false } = address
  if (replyBroadcast && !threadTs) {
    throw new InputError(
      'Input "reply-broadcast" needs "thread-ts", the message that is replied to.',
    )
  }
  if (updateTs && threadTs) {
    throw new InputError(
      'Input "update-ts" changes a message where it is; "thread-ts" can only place a new one.',
    )
  }
  if (updateTs && channel && !isId(channel)) {
    throw new InputError(
      'Input "update-ts" needs the id of the channel: the "channel-id" output of the step that sent the message.',
    )
  }
  if (token) {
    if (channel) return botOf(apiUrl, token, { channel, threadTs, updateTs, replyBroadcast })
    throw new InputError('Input "channel" is required with "token": the channel to post to.')
  }
  if (!webhookUrl) return undefined
  const botsOnly = { channel, 'update-ts': updateTs, 'reply-broadcast': replyBroadcast }
  const [unusable] = Object.entries(botsOnly).find(([, value]) => value) ?? []
  if (!unusable) return webhookOf(webhookUrl, threadTs)
  throw new InputError(
    `Input "${unusable}" needs a bot's "token"; a webhook only posts to its own channel.`,
  )
}
