import { randomBytes } from 'node:crypto'
import { type Platform, type Result, startPlatform } from './chat-platform.ts'
import type { Answer, Received } from './server.ts'
import { answerApi, type Bot, type Posted } from './slack-api.ts'
import { readMessage, type SlackMessage } from './slack-message.ts'

export * from './slack-message.ts'

/*
 * Slack on this machine, its incoming webhooks and what a bot may ask of it: takes what Slack takes,
 * refuses what Slack refuses, in Slack's words.
 * https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
 */

export interface Slack extends Platform<SlackMessage, Posted> {
  /** The API, the token of a bot for it, and the channel that the bot is in. */
  readonly apiUrl: string
  readonly token: string
  readonly channel: string
}

export async function startSlack(): Promise<Slack> {
  const own = { team: id('T'), service: id('B'), token: randomBytes(12).toString('hex') }
  const posted: Posted[] = []
  const bot = { token: `xoxb-${randomBytes(16).toString('hex')}`, channel: id('C'), posted }
  const platform = await startPlatform((received) =>
    received.path.startsWith('/api/') ? askedByBot(received, bot) : askedByWebhook(received, own),
  )
  return Object.assign(platform, {
    webhookUrl: `${platform.url}/services/${own.team}/${own.service}/${own.token}`,
    apiUrl: `${platform.url}/api`,
    ...bot,
  })
}

function askedByWebhook(received: Received, own: Address): Result<SlackMessage> {
  const refusal = refuseAddress(received, own)
  if (refusal) return { answer: refusal }
  const read = readMessage(received.headers['content-type'], received.body)
  if ('message' in read) return { answer: said(200, 'ok'), taken: read.message }
  return { answer: said(400, read.word), refused: read.detail }
}

function askedByBot(received: Received, bot: Bot): Result<SlackMessage> {
  const { body, taken, refused } = answerApi(received, bot)
  const headers = { 'content-type': 'application/json; charset=utf-8' }
  return { answer: { status: 200, headers, body: JSON.stringify(body) }, taken, refused }
}

/** What Slack answers: a word, the whole body. */
function said(status: number, word: string): Answer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: word }
}

type Address = Readonly<Record<'team' | 'service' | 'token', string>>

function refuseAddress({ method, path }: Received, own: Address): Answer | undefined {
  const [, services, team, service, token] = path.split('/')
  if (services !== 'services' || team !== own.team) return said(404, 'no_team')
  if (service !== own.service) return said(404, 'no_service')
  if (token !== own.token) return said(403, 'invalid_token')
  return method === 'POST' ? undefined : said(400, 'invalid_payload')
}

function id(kind: string): string {
  return `${kind}${randomBytes(5).toString('hex').toUpperCase()}`
}
