import { ActionError, type Runner, type WorkflowRun } from '@ci-actions/kit'
import { Deadline } from '@ci-actions/wait'
import { buildNotification } from './build-notification.ts'
import type { Channel } from './channel.ts'
import { type Delivery, deliver } from './deliver.ts'
import { resolveMentions } from './mentions.ts'
import { lacksSecrets } from './missing-secrets.ts'
import type { SendResult } from './report-delivery.ts'
import { readRunDetails } from './run-details.ts'
import type { SendOptions } from './send-options.ts'
import { triggeringRun } from './triggering-run.ts'
import { detectChange, needsHistory, type RunHistory, skipReason } from './when.ts'

/**
 * Decides whether a result is to be sent, and sends it.
 *
 * @throws InputError when `payload` makes a message the platform would reject; a failed delivery is
 *   returned
 */
export async function send(
  channel: Channel,
  options: SendOptions,
  runner: Runner,
): Promise<SendResult> {
  const { status, when, deployments, timeout } = options
  const { outcome } = status
  const deadline = new Deadline(timeout, runner.cancelled)
  // Deployments of this run, or jobs it needs, belong to it even if another run triggered it.
  const isOfThisRun = deployments?.length || status.jobs.length > 0 || options.isOfThisJob
  const run = (isOfThisRun ? undefined : triggeringRun(runner.event, runner.run)) ?? runner.run
  const history = await tryReadHistory(options, run, runner, deadline)
  const skipped = skipReason(when, outcome, history)
  const details = skipped ? {} : await readRunDetails(options, run, runner, deadline)
  const change = detectChange(outcome, history, deadline.clock.date())
  const notification = buildNotification({ ...options, ...details, change }, run)
  const mentions = resolveMentions(options, outcome, [run.author?.login, run.actor])
  const payload = redact(await channel.createMessage(notification, mentions), runner)
  if (!skipped && mentions.length > 0 && channel.destination?.isUpdate) {
    runner.notice(
      `${channel.name} does not notify anyone of an updated message. To notify the people mentioned, send a new one.`,
    )
  }
  const delivery = skipped
    ? { status: 'skipped' as const, reason: skipped, attempts: 0 }
    : await deliverPayload(payload, channel, options, runner, deadline)
  return { platform: channel.name, notification, payload, delivery }
}

/** The reason in a deployment record may repeat a secret that a service repeated in its response. */
function redact(payload: object, runner: Runner): object {
  const json = JSON.stringify(payload, (_, value) =>
    typeof value === 'string' ? runner.redact(value) : value,
  )
  return JSON.parse(json)
}

/** If the lookup fails, the message is sent as if the result had changed. */
async function tryReadHistory(
  { when, githubToken }: SendOptions,
  run: WorkflowRun,
  runner: Runner,
  deadline: Deadline,
): Promise<RunHistory> {
  if (!needsHistory(when)) return 'unknown'
  try {
    if (!githubToken) throw new ActionError('"github-token" is empty.')
    const { readRunHistory } = await import('./run-history.ts')
    return await readRunHistory(githubToken, run, runner, deadline.capped(deadline.remaining / 2))
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    runner.warning(
      `The result of the previous run is unknown, so this one counts as changed. ${error.message}`,
    )
    return 'unknown'
  }
}

async function deliverPayload(
  payload: object,
  { name, destination, missingInput }: Channel,
  { dryRun }: SendOptions,
  runner: Runner,
  deadline: Deadline,
): Promise<Delivery> {
  if (dryRun) return { status: 'dry-run', attempts: 0 }
  if (!destination) {
    return { status: 'missing', reason: explainMissing(name, missingInput, runner), attempts: 0 }
  }
  const log = (line: string): void => runner.info(line)
  return deliver(payload, destination, { name, connection: { proxy: runner.proxy }, log }, deadline)
}

function explainMissing(name: string, input: string, runner: Runner): string {
  const result = `"${input}" is empty, so nothing was sent to ${name}.`
  if (lacksSecrets(runner)) return `${result} Runs from forks and Dependabot get no secrets.`
  return `${result} Check that the secret exists, has this name, and is read as \${{ secrets.… }}, not as \${{ vars.… }}.`
}
