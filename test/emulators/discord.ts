import { randomBytes } from 'node:crypto'
import { type BaseIssue, getDotPath, safeParse } from 'valibot'
import {
  createRequest,
  type DiscordMessage,
  describe,
  updateRequest,
} from './discord-description.ts'
import { type Fault, faultPlayer } from './faults.ts'
import { type Answer, listen, type Received, send } from './server.ts'

/*
 * Discord's webhooks on this machine: takes what Discord takes, refuses what Discord refuses, with
 * its codes. https://docs.discord.com/developers/resources/webhook
 */

export interface Discord {
  /** A webhook that works, until `close`. */
  readonly webhookUrl: string
  /** A thread in its channel. */
  readonly thread: string
  /** What was taken, in order. */
  readonly messages: DiscordMessage[]
  /** Where the messages are, in order; changed ones as they are now. */
  readonly posted: readonly Posted[]
  /** Why something was refused because of its content. */
  readonly refusals: string[]
  /** How many requests came, whatever became of them. */
  readonly requests: number
  /** The next requests meet these, one each, in order. */
  play(...faults: Fault[]): void
  /** From now on every request meets this. */
  playAlways(fault: Fault): void
  close(): Promise<void>
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
  const messages: DiscordMessage[] = []
  const refusals: string[] = []
  let requests = 0
  const faults = faultPlayer()
  const thread = snowflake()
  const token = randomBytes(34).toString('base64url')
  const channel: Channel = {
    webhook: snowflake(),
    token,
    id: snowflake(),
    threads: [thread],
    isForum,
    posted: [],
  }
  const server = await listen((received, response) => {
    requests++
    const execute = (): Answer => {
      const result = carryOut(received, channel)
      if (result.taken) messages.push(result.taken)
      if (result.refused) refusals.push(result.refused)
      const headers = { 'content-type': 'application/json' }
      return {
        status: result.status,
        headers,
        body: result.body ? JSON.stringify(result.body) : '',
      }
    }
    const fault = faults.faultFor(received)
    if (fault) fault(execute, response)
    else send(response, execute())
  })
  return {
    webhookUrl: `${server.url}/api/webhooks/${channel.webhook}/${token}`,
    thread,
    messages,
    posted: channel.posted,
    refusals,
    get requests() {
      return requests
    },
    play: (...next) => faults.play(next.map((fault, index) => ({ fault, nth: index + 1 }))),
    playAlways: (fault) => faults.play([{ fault }]),
    close: server.close,
  }
}

interface Result {
  readonly status: number
  readonly body?: object
  readonly taken?: DiscordMessage
  /** Why the content was refused. */
  readonly refused?: string
}

function carryOut({ method, path, query, headers, body }: Received, channel: Channel): Result {
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

function post(body: string, query: URLSearchParams, place: string, channel: Channel): Result {
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

function update(id: string, body: string, place: string, channel: Channel): Result {
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
): { message: DiscordMessage } | Result {
  const { success, output, issues } = safeParse(shape, parse(body))
  if (!success) {
    const [issue] = issues
    return invalid(issue)
  }
  const isEmpty = !output.content?.trim() && !output.embeds?.length && !output.poll
  if (isEmpty) return { ...no(400, 50006, 'Cannot send an empty message'), refused: 'empty' }
  return { message: output }
}

function invalid(issue: BaseIssue<unknown>): Result {
  const path = getDotPath(issue) ?? ''
  const inner: object = { _errors: [{ code: 50035, message: issue.message }] }
  const errors = path.split('.').reduceRight((all, key) => ({ [key]: all }), inner)
  const { status, body } = no(400, 50035, 'Invalid Form Body')
  return { status, body: { ...body, errors }, refused: `at ${path}: ${issue.message}` }
}

function no(status: number, code: number, message: string): Result {
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
