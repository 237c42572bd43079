import type { HttpResponse } from '@ci-actions/http'
import { excerpt, parseJson } from '@ci-actions/kit'
import { array, literal, nullish, object, safeParse, string, variant } from 'valibot'
import type { Destination } from '../deliver.ts'
import { unreadable, type Verdict } from '../verdict.ts'
import { openFailures, sayFailure } from './failures.ts'

interface Spot {
  readonly channel: string
  readonly threadTs: string | undefined
  readonly updateTs: string | undefined
  readonly replyBroadcast: boolean
}

/**
 * A bot, which posts to any channel it is in, and changes what it has posted.
 * https://docs.slack.dev/reference/methods/chat.postMessage, …/chat.update
 */
export function botOf(base: URL, token: string, spot: Spot): Destination {
  const { channel, threadTs, updateTs, replyBroadcast } = spot
  const thread = threadTs && { thread_ts: threadTs, reply_broadcast: replyBroadcast }
  return {
    base,
    headers: { authorization: `Bearer ${token}` },
    isChange: updateTs !== undefined,
    request: (message) =>
      updateTs
        ? {
            method: 'POST',
            path: '/chat.update',
            json: { channel, ts: updateTs, ...message },
            idempotent: true,
          }
        : { method: 'POST', path: '/chat.postMessage', json: { channel, ...message, ...thread } },
    read: readApi,
  }
}

const answerShape = variant('ok', [
  object({ ok: literal(true), channel: string(), ts: string() }),
  object({
    ok: literal(false),
    error: string(),
    needed: nullish(string()),
    response_metadata: nullish(object({ messages: nullish(array(string())) })),
  }),
])

/** Slack says no with status 200 and `ok: false`. */
function readApi(answer: HttpResponse): Verdict {
  const { success, output } = safeParse(answerShape, parseJson(answer.body))
  if (!success || (output.ok && answer.status !== 200)) {
    return unreadable('Slack', 'its JSON', answer)
  }
  if (output.ok) return { end: 'sent', messageId: output.ts, channelId: output.channel }
  const { error, needed, response_metadata } = output
  const meaning = sayFailure(error, 'Give its id, and invite the bot to it: /invite @its-name.')
  const details = [needed && `needed: ${needed}`, ...(response_metadata?.messages ?? [])]
  const detail = details.filter(Boolean).join('; ')
  return {
    end: openFailures.includes(error) ? 'unknown' : 'refused',
    reason:
      `Slack answered ${excerpt(error, 60)}${meaning ? `: ${meaning}` : '.'}` +
      (detail && ` It adds: "${excerpt(detail, 200)}".`),
  }
}
