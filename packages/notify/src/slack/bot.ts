import type { HttpResponse } from '@ci-actions/http'
import { excerpt, parseJson } from '@ci-actions/kit'
import { array, literal, nullish, object, safeParse, string, variant } from 'valibot'
import type { Destination } from '../deliver.ts'
import { type ParsedResponse, unexpectedResponse } from '../response.ts'
import { explainError, indeterminateErrors } from './errors.ts'

/** A channel, optionally with a thread of it or a message to update. */
interface Target {
  readonly channel: string
  readonly threadTs: string | undefined
  readonly updateTs: string | undefined
  readonly replyBroadcast: boolean
}

/**
 * Returns the API of a bot, which can post to any channel it is in and update its own messages.
 * https://docs.slack.dev/reference/methods/chat.postMessage, …/chat.update
 */
export function botDestination(base: URL, token: string, target: Target): Destination {
  const { channel, threadTs, updateTs, replyBroadcast } = target
  const thread = threadTs && { thread_ts: threadTs, reply_broadcast: replyBroadcast }
  return {
    base,
    headers: { authorization: `Bearer ${token}` },
    isUpdate: updateTs !== undefined,
    request: (message) =>
      updateTs
        ? {
            method: 'POST',
            path: '/chat.update',
            json: { channel, ts: updateTs, ...message },
            idempotent: true,
          }
        : { method: 'POST', path: '/chat.postMessage', json: { channel, ...message, ...thread } },
    parseResponse: parseApiResponse,
  }
}

const responseSchema = variant('ok', [
  object({ ok: literal(true), channel: string(), ts: string() }),
  object({
    ok: literal(false),
    error: string(),
    needed: nullish(string()),
    response_metadata: nullish(object({ messages: nullish(array(string())) })),
  }),
])

/** Slack reports errors with status 200 and `ok: false`. */
function parseApiResponse(response: HttpResponse): ParsedResponse {
  const { success, output } = safeParse(responseSchema, parseJson(response.body))
  if (!success || (output.ok && response.status !== 200)) {
    return unexpectedResponse('Slack', 'its JSON', response)
  }
  if (output.ok) return { status: 'sent', messageId: output.ts, channelId: output.channel }
  const { error, needed, response_metadata } = output
  const explanation = explainError(error, 'Use its id, and invite the bot: /invite @its-name.')
  const details = [needed && `needed: ${needed}`, ...(response_metadata?.messages ?? [])]
    .filter(Boolean)
    .join('; ')
  return {
    status: indeterminateErrors.includes(error) ? 'unknown' : 'rejected',
    reason:
      `Slack answered ${excerpt(error, 60)}${explanation ? `: ${explanation}` : '.'}` +
      (details && ` Details: "${excerpt(details, 200)}".`),
  }
}
