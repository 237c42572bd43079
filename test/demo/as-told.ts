import { deepEqual, equal, ok } from 'node:assert/strict'
import type { Delivery } from './delivery.ts'
import { type PhantomPower, parts } from './phantom-power.ts'
import type { Story } from './stories.ts'
import { shortName } from './words.ts'

/** @throws AssertionError when a delivery did not go as its story says */
export function expectAsTold(delivery: Delivery, { outcomes, serving, told }: Story): void {
  const { steps, messages } = delivery
  const ended = Object.fromEntries(steps.map(({ step, outcome }) => [shortName(step), outcome]))
  deepEqual(ended, outcomes, 'The steps ended otherwise.')
  deepEqual(
    delivery.serving,
    parts.map(({ name }) => ({ part: name, ...serving })),
    'Render serves something else.',
  )
  equal(messages.length, 1, 'Slack was not told once.')
  ok(messages[0]?.text.startsWith(told), `Slack was told otherwise: ${messages[0]?.text}`)
}

/** @throws AssertionError when a page shows the API key, or the webhook or its path */
export function expectNoSecret(page: string, { secrets, slack }: PhantomPower): void {
  const { pathname } = new URL(slack.webhookUrl)
  for (const secret of [...Object.values(secrets), pathname]) {
    ok(!page.includes(secret), 'The page shows a secret.')
  }
}
