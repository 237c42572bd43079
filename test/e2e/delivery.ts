import type { Platform } from '../emulators/chat-platform.ts'
import { marksOf, type Slack, textsOf } from '../emulators/slack.ts'
import { type Order, type Run, runAct } from './act.ts'

/** Runs a pipeline, and sees to it that it says no secret, and of a secret address not its path. */
export async function deliver(act: string, order: Order): Promise<Run> {
  const run = await runAct(act, order)
  const secrets = Object.values(order.secrets ?? {})
  const paths = secrets.flatMap((secret) => URL.parse(secret)?.pathname ?? [])
  for (const secret of [...secrets, ...paths]) expect(run.log).not.toContain(secret)
  return run
}

/** Somebody starts a workflow by hand. */
export function byHand(inputs: Readonly<Record<string, string>>): NonNullable<Order['event']> {
  return { name: 'workflow_dispatch', payload: { inputs } }
}

/** The one message that was sent: its words, and whom it calls. */
export function theMessage(slack: Slack): { words: string; mentions: string[] } {
  expectOneMessage(slack)
  const { messages } = slack
  const words = messages.flatMap(textsOf).map(({ text }) => text)
  return {
    words: words.join('\n'),
    mentions: messages.flatMap((message) => marksOf(message).mentions),
  }
}

/** One message was sent there, at once. */
export function expectOneMessage({
  messages,
  requests,
  refusals,
}: Platform<unknown, unknown>): void {
  const sent = messages.length
  expect({ requests, refusals, sent }).toEqual({ requests: 1, refusals: [], sent: 1 })
}
