import { startDiscord } from '../emulators/discord.ts'
import type { Fault } from '../emulators/faults.ts'
import { startSlack } from '../emulators/slack.ts'
import type { Start, Step } from './bundle.ts'

/** A platform that is played on this machine, and how an action sends to it. */
export interface Stage {
  /** The inputs that say where to send to. */
  readonly inputs: Readonly<Record<string, string>>
  /** What must be told nowhere. */
  readonly secrets: readonly string[]
  readonly platform: {
    readonly messages: readonly unknown[]
    readonly refusals: readonly string[]
    readonly requests: number
    play(...faults: Fault[]): void
    playAlways(fault: Fault): void
    close(): Promise<void>
  }
}

export interface Notifier {
  readonly action: 'slack-notify' | 'discord-notify'
  readonly platform: 'Slack' | 'Discord'
  /** The input with the secret. */
  readonly secret: 'webhook-url' | 'token'
  /** What the platform is told to be, in place of what it should have answered. */
  readonly due: string
  start(): Promise<Stage>
}

/** Every way in which a message is sent. */
export const notifiers: readonly Notifier[] = [
  {
    action: 'slack-notify',
    platform: 'Slack',
    secret: 'webhook-url',
    due: '"ok"',
    async start() {
      const platform = await startSlack()
      const { webhookUrl } = platform
      return { inputs: { 'webhook-url': webhookUrl }, secrets: secretsOf(webhookUrl), platform }
    },
  },
  {
    action: 'slack-notify',
    platform: 'Slack',
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
    action: 'discord-notify',
    platform: 'Discord',
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

/** What a person sees of a step: its annotations. */
export function annotations({ commands }: Step): string[] {
  return commands
    .filter(({ name }) => name !== 'add-mask')
    .map(({ name, message }) => `${name}: ${message}`)
}

/** Which of the secrets a step has told, beyond asking the runner to hide them. */
export function toldSecrets(step: Step, secrets: readonly string[]): string[] {
  const printed = step.stdout.replace(/^::add-mask::.*$/gm, '')
  const told = [printed, step.stderr, JSON.stringify(step.outputs), step.summary].join('\n')
  return secrets.filter((secret) => told.includes(secret))
}

/** Sends the signal soon after the first request has come. */
export function whenAsked(
  platform: { readonly requests: number },
  signal: NodeJS.Signals,
): NonNullable<Start['watch']> {
  let isWaiting = false
  return (_, kill) => {
    if (isWaiting) return
    isWaiting = true
    const timer = setInterval(() => {
      if (platform.requests === 0) return
      clearInterval(timer)
      setTimeout(() => kill(signal), 50)
    }, 10)
  }
}
