import { boolean, object, optional, pipe, regex, safeParse, string } from 'valibot'
import type { Received } from './server.ts'
import { checkMessage, parse, type SlackMessage } from './slack-message.ts'

/** A message of the bot, where it is. */
export interface Posted {
  readonly ts: string
  readonly channel: string
  /** The message it replies to. */
  readonly thread: string | undefined
  /** Whether a reply is shown in the channel too. */
  readonly isBroadcast: boolean
  message: SlackMessage
}

export interface Bot {
  readonly token: string
  /** The one channel that the bot is in; there are `C0ARCHIVED` and `C0STRANGER` too. */
  readonly channel: string
  readonly posted: Posted[]
}

interface Result {
  readonly body: object
  readonly taken?: SlackMessage
  /** Why the content was refused. */
  readonly refused?: string
}

const timestamp = pipe(string(), regex(/^\d+\.\d+$/))

const placeShape = object({
  channel: optional(string()),
  ts: optional(timestamp),
  thread_ts: optional(timestamp),
  reply_broadcast: optional(boolean()),
})

/**
 * https://docs.slack.dev/reference/methods/chat.postMessage and chat.update: the answer is always
 * 200, and says with `ok` what it is.
 */
export function answerApi({ path, method, headers, body }: Received, bot: Bot): Result {
  const calls = { '/api/chat.postMessage': post, '/api/chat.update': update }
  const call = Object.entries(calls).find(([one]) => one === path)?.[1]
  if (!call || method !== 'POST') return no('unknown_method')
  if (!headers.authorization) return no('not_authed')
  if (headers.authorization !== `Bearer ${bot.token}`) return no('invalid_auth')
  const payload = parse(body)
  const place = safeParse(placeShape, payload)
  if (!place.success || typeof payload !== 'object' || payload === null) return no('invalid_json')
  const { channel, ts, thread_ts, reply_broadcast } = place.output
  if (channel === 'C0ARCHIVED') return no('is_archived')
  if (channel === 'C0STRANGER') return no('not_in_channel')
  if (channel !== bot.channel && channel !== '#general') return no('channel_not_found')
  const content = Object.entries(payload).filter(([key]) => !(key in placeShape.entries))
  const read = checkMessage(Object.fromEntries(content))
  if ('word' in read) return { ...no(read.word, [`[ERROR] ${read.detail}`]), refused: read.detail }
  const spot = { thread: thread_ts, isBroadcast: reply_broadcast ?? false }
  return call(bot, read.message, ts, spot, channel)
}

type Spot = Pick<Posted, 'thread' | 'isBroadcast'>

function post(bot: Bot, message: SlackMessage, _ts: string | undefined, spot: Spot): Result {
  const ts = `1763715600.${String(bot.posted.length + 1).padStart(6, '0')}`
  bot.posted.push({ ts, channel: bot.channel, ...spot, message })
  return { body: { ok: true, channel: bot.channel, ts, message }, taken: message }
}

/** The channel must be given by its id. */
function update(
  bot: Bot,
  message: SlackMessage,
  ts: string | undefined,
  _spot: Spot,
  channel: string,
): Result {
  if (channel !== bot.channel) return no('channel_not_found')
  const known = bot.posted.find((one) => one.ts === ts)
  if (!known) return no('message_not_found')
  known.message = message
  return { body: { ok: true, channel, ts, text: message.text, message }, taken: message }
}

function no(error: string, messages?: readonly string[]): Result {
  return { body: { ok: false, error, ...(messages && { response_metadata: { messages } }) } }
}
