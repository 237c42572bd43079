import { deepEqual, equal, ok } from 'node:assert/strict'
import { shown } from '../emulators/discord-markdown.ts'
import type { Delivery } from './delivery.ts'
import { shortName } from './format.ts'
import { type PhantomPower, parts } from './sample-project.ts'
import type { Story } from './scenarios.ts'

/** @throws AssertionError when a delivery did not go as its story says */
export function expectAsTold(delivery: Delivery, { outcomes, serving, told }: Story): void {
  const { steps, inSlack, inDiscord } = delivery
  const ended = Object.fromEntries(steps.map(({ step, outcome }) => [shortName(step), outcome]))
  deepEqual(ended, outcomes, 'The steps ended otherwise.')
  deepEqual(
    delivery.serving,
    parts.map(({ name }) => ({ part: name, ...serving })),
    'Render serves something else.',
  )
  equal(inSlack.length, 1, 'Slack was not told once.')
  ok(inSlack[0]?.text.startsWith(told), `Slack was told otherwise: ${inSlack[0]?.text}`)
  equal(inDiscord.length, 1, 'Discord was not told once.')
  const title = shown(inDiscord[0]?.embeds?.[0]?.title ?? '')
  ok(title.startsWith(told), `Discord was told otherwise: ${title}`)
}

/** @throws AssertionError when a page shows the API key, or a webhook or its path */
export function expectNoSecret(page: string, { secrets, slack, discord }: PhantomPower): void {
  const paths = [slack, discord].map(({ webhookUrl }) => new URL(webhookUrl).pathname)
  for (const secret of [...Object.values(secrets), ...paths]) {
    ok(!page.includes(secret), 'The page shows a secret.')
  }
}
