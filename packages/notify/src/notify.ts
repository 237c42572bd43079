import type { Runner } from '@ci-actions/kit'
import type { Channel } from './channel.ts'
import { type NotifyInputs, readStatus } from './inputs.ts'
import type { MentionInputs } from './mentions.ts'
import { reportDelivery } from './report-delivery.ts'
import { send } from './send.ts'

/**
 * Runs a notifier: sends the message, and sets outputs and summary.
 *
 * @throws ActionError when the message was not delivered and the inputs say that this fails the step
 */
export async function notify(
  channel: Channel,
  inputs: NotifyInputs & MentionInputs,
  runner: Runner,
): Promise<void> {
  const status = await readStatus(inputs, runner)
  if (status.warning) runner.warning(status.warning)
  reportDelivery(await send(channel, { ...inputs, status }, runner), inputs, runner)
}
