import type { Given, Runner } from '@ci-actions/kit'
import { type Delivery, deliver } from '@ci-actions/notice'
import { Deadline } from '@ci-actions/wait'
import { complaint } from './answer.ts'
import type { SlackMessage } from './blocks.ts'
import type { inputs } from './inputs.ts'

const nowhere =
  'There is no webhook-url, so Slack is not told. Runs of forks and of Dependabot get no secrets; ' +
  'for others see whether the secret exists and has this name.'

/** Posts a message to the webhook, if there is one and this is no dry run. */
export async function post(
  message: SlackMessage,
  { webhookUrl, dryRun, timeout }: Given<typeof inputs>,
  runner: Runner,
): Promise<Delivery> {
  if (dryRun) return { end: 'dry-run', attempts: 0, reason: '' }
  if (!webhookUrl) return { end: 'missing', attempts: 0, reason: nowhere }
  const deadline = new Deadline(timeout, runner.cancelled)
  const webhook = {
    name: 'Slack',
    base: webhookUrl,
    connection: { proxy: runner.proxy },
    log: (line: string) => runner.info(line),
    complaint,
  }
  return deliver(webhook, message, deadline).finally(() => deadline.release())
}
