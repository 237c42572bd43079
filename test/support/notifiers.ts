import { discordNotify } from '../../actions/discord-notify/src/main.ts'
import { slackNotify } from '../../actions/slack-notify/src/main.ts'
import type { Platform } from '../emulators/chat-platform.ts'
import { startDiscord } from '../emulators/discord.ts'
import { startSlack } from '../emulators/slack.ts'
import { runInProcess } from './run-in-process.ts'
import type { TestRunner } from './runner.ts'
import { refusalOf } from './wrong-inputs.ts'

/** A platform that is played on this machine, and how an action sends to it. */
export interface Stage {
  /** The inputs that say where to send to. */
  readonly inputs: Readonly<Record<string, string>>
  /** What must be told nowhere. */
  readonly secrets: readonly string[]
  readonly platform: Platform<unknown, unknown>
}

export interface Notifier {
  readonly action: 'slack-notify' | 'discord-notify'
  readonly platform: 'Slack' | 'Discord'
  /** The input with the secret. */
  readonly secret: 'webhook-url' | 'token'
  /** What the platform is told to be, in place of what it should have answered. */
  readonly due: string
  start(): Promise<Stage>
  /** Plays a step in this process. */
  play(inputs: Given): Promise<TestRunner>
  /** What it says to inputs that it cannot use. */
  refusalOf(inputs: Given): Promise<string>
}

type Given = Readonly<Record<string, string>>

const inSlack = {
  action: 'slack-notify',
  platform: 'Slack',
  play: (inputs: Given) => runInProcess('slack-notify', slackNotify, inputs),
  refusalOf: (inputs: Given) => refusalOf('slack-notify', slackNotify, inputs),
} as const

const inDiscord = {
  action: 'discord-notify',
  platform: 'Discord',
  play: (inputs: Given) => runInProcess('discord-notify', discordNotify, inputs),
  refusalOf: (inputs: Given) => refusalOf('discord-notify', discordNotify, inputs),
} as const

/** Every way in which a message is sent. */
export const notifiers: readonly Notifier[] = [
  {
    ...inSlack,
    secret: 'webhook-url',
    due: '"ok"',
    async start() {
      const platform = await startSlack()
      const { webhookUrl } = platform
      return { inputs: { 'webhook-url': webhookUrl }, secrets: secretsOf(webhookUrl), platform }
    },
  },
  {
    ...inSlack,
    secret: 'token',
    due: 'its JSON',
    async start() {
      const platform = await startSlack()
      const { token, channel, apiUrl } = platform
      const inputs = { token, channel, 'api-url': apiUrl }
      return { inputs, secrets: [token], platform }
    },
  },
  {
    ...inDiscord,
    secret: 'webhook-url',
    due: 'the message',
    async start() {
      const platform = await startDiscord()
      const { webhookUrl } = platform
      return { inputs: { 'webhook-url': webhookUrl }, secrets: secretsOf(webhookUrl), platform }
    },
  },
]

function secretsOf(webhookUrl: string): string[] {
  return [webhookUrl, new URL(webhookUrl).pathname, webhookUrl.split('/').at(-1) ?? '']
}
