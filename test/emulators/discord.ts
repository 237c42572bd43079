import { randomBytes } from 'node:crypto'
import { type BaseIssue, getDotPath, safeParse } from 'valibot'
import { type Platform, startPlatform } from './chat-platform.ts'
import {
  createRequest,
  type DiscordMessage,
  describe,
  updateRequest,
} from './discord-description.ts'
import type { Received } from './server.ts'

/*
 * Discord's webhooks on this machine: takes what Discord takes, refuses what Discord refuses, with
 * its codes. https://docs.discord.com/developers/resources/webhook
 */

export interface Discord extends Platform<DiscordMessage, Posted> {
  /** A thread in its channel. */
  readonly thread: string
}

export interface Posted {
  readonly id: string
  /** The channel, or the thread. */
  readonly channel: string
  message: DiscordMessage
}

interface Channel {
  readonly webhook: string
  readonly token: string
  readonly id: string
  readonly threads: string[]
  readonly isForum: boolean
  readonly posted: Posted[]
}

export async function startDiscord({ isForum = false } = {}): Promise<Discord> {
  const thread = snowflake()
  const channel: Channel = {
    webhook: snowflake(),
    token: randomBytes(34).toString('base64url'),
    id: snowflake(),
    threads: [thread],
    isForum,
    posted: [],
  }
  const platform = await startPlatform((received) => {
    const { status, body, taken, refused } = carryOut(received, channel)
    const headers = { 'content-type': 'application/json' }
    return { answer: { status, headers, body: body ? JSON.stringify(body) : '' }, taken, refused }
  })
  const webhookUrl = `${platform.url}/api/webhooks/${channel.webhook}/${channel.token}`
  return Object.assign(platform, { webhookUrl, thread, posted: channel.posted })
}

interface Outcome {
  readonly status: number
  readonly body?: object
  readonly taken?: DiscordMessage
  /** Why the content was refused. */
  readonly refused?: string
}

function carryOut({ method, path, query, headers, body }: Received, channel: Channel): Outcome {
  const [, api, webhooks, webhook, token, part, id] = path.split('/')
  if (`${api}/${webhooks}` !== 'api/webhooks') return no(404, 0, '404: Not Found')
  if (webhook !== channel.webhook) return no(404, 10015, 'Unknown Webhook')
  if (token !== channel.token) return no(401, 50027, 'Invalid Webhook Token')
  if (!headers['content-type']?.startsWith('application/json'))
    return no(400, 50035, 'Invalid Form Body')
  const thread = query.get('thread_id')
  if (thread && !channel.threads.includes(thread)) return no(404, 10003, 'Unknown Channel')
  const place = thread ?? channel.id
  if (method === 'POST' && !part) return post(body, query, place, channel)
  if (method === 'PATCH' && part === 'messages' && id) return update(id, body, place, channel)
  return no(405, 0, '405: Method Not Allowed')
}

function post(body: string, query: URLSearchParams, place: string, channel: Channel): Outcome {
  const read = readMessage(body)
  if ('status' in read) return read
  const { message } = read
  const isNew = typeof message.thread_name === 'string'
  if (channel.isForum && place === channel.id && !isNew) {
    return no(400, 220001, 'Webhooks posted to forum channels must have a thread_name or thread_id')
  }
  if (isNew && place !== channel.id) {
    return no(
      400,
      220002,
      'Webhooks posted to forum channels cannot have both a thread_name and thread_id',
    )
  }
  if (isNew && !channel.isForum) {
    return no(400, 220003, 'Webhooks can only create threads in forum channels')
  }
  const id = snowflake()
  const where = isNew ? id : place
  if (isNew) channel.threads.push(id)
  channel.posted.push({ id, channel: where, message })
  if (query.get('wait') !== 'true') return { status: 204, taken: message }
  return { status: 200, body: describe(id, where, message, channel.webhook), taken: message }
}

function update(id: string, body: string, place: string, channel: Channel): Outcome {
  const known = channel.posted.find((one) => one.id === id && one.channel === place)
  if (!known) return no(404, 10008, 'Unknown Message')
  const read = readMessage(body, updateRequest)
  if ('status' in read) return read
  known.message = { ...known.message, ...read.message }
  const shown = describe(id, place, known.message, channel.webhook)
  return { status: 200, body: shown, taken: read.message }
}

/** The message in a request, or the refusal of it. */
export function readMessage(
  body: string,
  shape: typeof createRequest | typeof updateRequest = createRequest,
): { message: DiscordMessage } | Outcome {
  const { success, output, issues } = safeParse(shape, parse(body))
  if (!success) {
    const [issue] = issues
    return invalid(issue)
  }
  const isEmpty = !output.content?.trim() && !output.embeds?.length && !output.poll
  if (isEmpty) return { ...no(400, 50006, 'Cannot send an empty message'), refused: 'empty' }
  return { message: output }
}

function invalid(issue: BaseIssue<unknown>): Outcome {
  const path = getDotPath(issue) ?? ''
  const inner: object = { _errors: [{ code: 50035, message: issue.message }] }
  const errors = path.split('.').reduceRight((all, key) => ({ [key]: all }), inner)
  const { status, body } = no(400, 50035, 'Invalid Form Body')
  return { status, body: { ...body, errors }, refused: `at ${path}: ${issue.message}` }
}

function no(status: number, code: number, message: string): Outcome {
  return { status, body: { message, code } }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function snowflake(): string {
  return `12${BigInt(`0x${randomBytes(7).toString('hex')}`)
    .toString()
    .padStart(17, '0')}`.slice(0, 19)
}
