import type { HttpResponse } from '@ci-actions/http'
import { excerpt, InputError, parseJson } from '@ci-actions/kit'
import { number, object, optional, safeParse, string, unknown } from 'valibot'
import type { Destination } from '../deliver.ts'
import { unreadable, type Verdict } from '../verdict.ts'
import { bareWebhook } from './address.ts'
import { sayFailure } from './failures.ts'

/** Which webhook to write to; a thread of its channel, or a message that is there; and with what face. */
export interface Address {
  readonly webhookUrl: URL | undefined
  readonly messageId?: string | undefined
  readonly threadId?: string | undefined
  readonly threadName?: string | undefined
  readonly username?: string | undefined
  readonly avatarUrl?: URL | undefined
  readonly silent?: boolean
}

/** A message that makes no sound: https://docs.discord.com/developers/resources/message#message-object-message-flags */
const suppressNotifications = 1 << 12

/**
 * The webhook, for a new message or the change of one; undefined without its address.
 * https://docs.discord.com/developers/resources/webhook#execute-webhook
 *
 * @throws InputError when the inputs contradict each other
 */
export function destinationOf(address: Address): Destination | undefined {
  const { webhookUrl, messageId, threadId, threadName } = address
  if (threadName && (threadId || messageId)) {
    throw new InputError(
      `Input "thread-name" starts a new thread; "${threadId ? 'thread-id' : 'message-id'}" is about one that is there.`,
    )
  }
  if (!webhookUrl) return undefined
  const base = bareWebhook(webhookUrl)
  if (threadId) base.searchParams.set('thread_id', threadId)
  const change = { method: 'PATCH', path: `/messages/${messageId}`, idempotent: true } as const
  // Without "wait" Discord takes a message as well that it then does not post.
  const create = { method: 'POST', path: '', query: { wait: 'true' } } as const
  return {
    base,
    isChange: messageId !== undefined,
    request: (message) =>
      messageId
        ? { ...change, json: message }
        : { ...create, json: { ...message, ...face(address) } },
    read,
  }
}

/** What only a new message can have. */
function face({ threadName, username, avatarUrl, silent }: Address) {
  return {
    ...(threadName && { thread_name: threadName }),
    ...(username && { username }),
    ...(avatarUrl && { avatar_url: avatarUrl.href }),
    ...(silent && { flags: suppressNotifications }),
  }
}

const messageShape = object({ id: string(), channel_id: string() })
const errorShape = object({ code: number(), message: string(), errors: optional(unknown()) })

/** The yes of Discord is the message as it was posted. */
function read(answer: HttpResponse): Verdict {
  const { status, body } = answer
  const json = parseJson(body)
  const message = safeParse(messageShape, json)
  if (message.success && status === 200) {
    return { end: 'sent', messageId: message.output.id, channelId: message.output.channel_id }
  }
  const error = safeParse(errorShape, json)
  if (error.success) return { end: 'refused', reason: reasonOf(status, error.output) }
  return unreadable('Discord', 'the message', answer)
}

function reasonOf(
  status: number,
  { code, message, errors }: { code: number; message: string; errors?: unknown },
): string {
  const meaning = sayFailure(code)
  const details = errors === undefined ? '' : ` It adds: "${excerpt(JSON.stringify(errors))}".`
  const said = `Discord answered ${status} "${excerpt(message, 120)}" (${code})`
  return `${said}${meaning ? `: ${meaning}` : '.'}${details}`
}
