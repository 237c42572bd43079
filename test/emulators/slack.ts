import { randomBytes } from 'node:crypto'
import { type Fault, faultPlayer } from './faults.ts'
import { type Answer, listen, type Received, send } from './server.ts'
import { answerApi, type Posted } from './slack-api.ts'
import { readMessage, type SlackMessage } from './slack-message.ts'

export * from './slack-message.ts'

/*
 * Slack on this machine, its incoming webhooks and what a bot may ask of it: takes what Slack takes,
 * refuses what Slack refuses, in Slack's words.
 * https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
 */

export interface Slack {
  /** A webhook that works, until `close`. */
  readonly webhookUrl: string
  /** The API, the token of a bot for it, and the channel that the bot is in. */
  readonly apiUrl: string
  readonly token: string
  readonly channel: string
  /** What was taken, in order. */
  readonly messages: SlackMessage[]
  /** Where the bot's messages are, in order; changed ones as they are now. */
  readonly posted: readonly Posted[]
  /** The words of what was refused because of its content. */
  readonly refusals: string[]
  /** How many requests came, whatever became of them. */
  readonly requests: number
  /** The next requests meet these, one each, in order. */
  play(...faults: Fault[]): void
  /** From now on every request meets this. */
  playAlways(fault: Fault): void
  close(): Promise<void>
}

export async function startSlack(): Promise<Slack> {
  const messages: SlackMessage[] = []
  const posted: Posted[] = []
  const refusals: string[] = []
  let requests = 0
  const faults = faultPlayer()
  const own = { team: id('T'), service: id('B'), token: randomBytes(12).toString('hex') }
  const bot = { token: `xoxb-${randomBytes(16).toString('hex')}`, channel: id('C'), posted }

  const answerWebhook = (received: Received): Answer => {
    const refusal = refuseAddress(received, own)
    if (refusal) return refusal
    const read = readMessage(received.headers['content-type'], received.body)
    if ('message' in read) {
      messages.push(read.message)
      return said(200, 'ok')
    }
    refusals.push(read.detail)
    return said(400, read.word)
  }
  const answer = (received: Received): Answer => {
    if (!received.path.startsWith('/api/')) return answerWebhook(received)
    const result = answerApi(received, bot)
    if (result.taken) messages.push(result.taken)
    if (result.refused) refusals.push(result.refused)
    const headers = { 'content-type': 'application/json; charset=utf-8' }
    return { status: 200, headers, body: JSON.stringify(result.body) }
  }
  const server = await listen((received, response) => {
    requests++
    const fault = faults.faultFor(received)
    const execute = (): Answer => answer(received)
    if (fault) fault(execute, response)
    else send(response, execute())
  })
  return {
    webhookUrl: `${server.url}/services/${own.team}/${own.service}/${own.token}`,
    apiUrl: `${server.url}/api`,
    token: bot.token,
    channel: bot.channel,
    messages,
    posted,
    refusals,
    get requests() {
      return requests
    },
    play: (...next) => faults.play(next.map((fault, index) => ({ fault, nth: index + 1 }))),
    playAlways: (fault) => faults.play([{ fault }]),
    close: server.close,
  }
}

/** What Slack answers: a word, the whole body. */
function said(status: number, word: string): Answer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: word }
}

function refuseAddress(
  { method, path }: Received,
  own: Readonly<Record<'team' | 'service' | 'token', string>>,
): Answer | undefined {
  const [, services, team, service, token] = path.split('/')
  if (services !== 'services' || team !== own.team) return said(404, 'no_team')
  if (service !== own.service) return said(404, 'no_service')
  if (token !== own.token) return said(403, 'invalid_token')
  return method === 'POST' ? undefined : said(400, 'invalid_payload')
}

function id(kind: string): string {
  return `${kind}${randomBytes(5).toString('hex').toUpperCase()}`
}
