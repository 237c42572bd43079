import type { HttpResponse } from '@ci-actions/http'
import { excerpt, InputError, parseJson } from '@ci-actions/kit'
import { number, object, optional, safeParse, string, unknown } from 'valibot'
import type { Destination } from '../deliver.ts'
import { type ParsedResponse, unexpectedResponse } from '../response.ts'
import { normalizeWebhook } from './address.ts'
import { explainError } from './errors.ts'

/** A webhook, optionally with a thread of its channel or a message to update, and the sender to show. */
export interface Address {
  readonly webhookUrl: URL | undefined
  readonly messageId?: string | undefined
  readonly threadId?: string | undefined
  readonly threadName?: string | undefined
  readonly username?: string | undefined
  readonly avatarUrl?: URL | undefined
  readonly silent?: boolean
}

/** A message without a sound: https://docs.discord.com/developers/resources/message#message-object-message-flags */
const suppressNotifications = 1 << 12

/**
 * Returns the webhook to create or update a message, or undefined without its URL.
 * https://docs.discord.com/developers/resources/webhook#execute-webhook
 *
 * @throws InputError when the inputs contradict each other
 */
export function resolveDestination(address: Address): Destination | undefined {
  const { webhookUrl, messageId, threadId, threadName } = address
  if (threadName && (threadId || messageId)) {
    throw new InputError(
      `Input "thread-name" starts a new thread, but "${threadId ? 'thread-id' : 'message-id'}" refers to an existing one. Set only one of them.`,
    )
  }
  if (!webhookUrl) return undefined
  const base = normalizeWebhook(webhookUrl)
  if (threadId) base.searchParams.set('thread_id', threadId)
  const update = { method: 'PATCH', path: `/messages/${messageId}`, idempotent: true } as const
  // Without "wait", Discord also accepts messages that it then does not post.
  const create = { method: 'POST', path: '', query: { wait: 'true' } } as const
  return {
    base,
    isUpdate: messageId !== undefined,
    request: (message) =>
      messageId
        ? { ...update, json: message }
        : { ...create, json: { ...message, ...createOptions(address) } },
    parseResponse,
  }
}

/** Returns the properties that only a new message can have. */
function createOptions({ threadName, username, avatarUrl, silent }: Address) {
  return {
    ...(threadName && { thread_name: threadName }),
    ...(username && { username }),
    ...(avatarUrl && { avatar_url: avatarUrl.href }),
    ...(silent && { flags: suppressNotifications }),
  }
}

const messageSchema = object({ id: string(), channel_id: string() })
const errorSchema = object({ code: number(), message: string(), errors: optional(unknown()) })

/** On success, Discord returns the posted message. */
function parseResponse(response: HttpResponse): ParsedResponse {
  const { status, body } = response
  const json = parseJson(body)
  const message = safeParse(messageSchema, json)
  if (message.success && status === 200) {
    return { status: 'sent', messageId: message.output.id, channelId: message.output.channel_id }
  }
  const error = safeParse(errorSchema, json)
  if (error.success) return { status: 'rejected', reason: describeError(status, error.output) }
  return unexpectedResponse('Discord', 'the message', response)
}

function describeError(
  status: number,
  { code, message, errors }: { code: number; message: string; errors?: unknown },
): string {
  const explanation = explainError(code)
  const details = errors === undefined ? '' : ` Details: "${excerpt(JSON.stringify(errors))}".`
  const answer = `Discord answered ${status} "${excerpt(message, 120)}" (${code})`
  return `${answer}${explanation ? `: ${explanation}` : '.'}${details}`
}
