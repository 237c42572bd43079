import {
  type DeploymentRecord,
  deploymentSummary,
  flatOutputs,
  isSuccess,
  shortName,
  throwIfFailed as throwIfDeployFailed,
} from '@ci-actions/deployment'
import {
  describeHealthFailure,
  hasPassed,
  healthHeadline,
  healthOutputs,
  healthSummary,
  toHealthOutputs,
} from '@ci-actions/health'
import {
  ActionError,
  CancelledError,
  type Markdown,
  type Output,
  type Runner,
} from '@ci-actions/kit'
import { formatDuration } from '@ci-actions/wait'
import type { Delivery } from './delivery.ts'

/** Returns the outputs of the deployments and of the health check; the latter are empty if it was skipped. */
export function toOutputs({ records, check }: Delivery): Record<string, Output> {
  const unknown = Object.fromEntries(healthOutputs.map((name) => [name, undefined]))
  return { ...flatOutputs(records), ...(check ? toHealthOutputs(check) : unknown) }
}

export function deliverySummary({ records, notes, check }: Delivery): Markdown {
  const deployments = deploymentSummary('Delivery', records, notes)
  return check ? `${deployments}\n${healthSummary(check)}` : deployments
}

/** Explains why the targets are not healthy and what happened to the deployments; undefined if they are healthy. */
export function describeFailure({ records, check, timeLeft }: Delivery): string | undefined {
  if (!check || hasPassed(check)) return undefined
  const cut =
    timeLeft !== undefined &&
    `The deployment left the check only ${formatDuration(timeLeft)} of "timeout".`
  return [describeHealthFailure(check), cut, ...records.map(describeRecord)]
    .filter(Boolean)
    .join(' ')
}

function describeRecord({ name, status, changed, live, reason }: DeploymentRecord): string {
  if (status === 'rolled-back') return `${name} was rolled back: ${shortName(live)} is live again.`
  if (!isSuccess(status)) return `${name} ${status}: ${reason}`
  return changed
    ? `${name} was not rolled back: the new version is live.`
    : `${name} was not rolled back: this run changed nothing.`
}

/** @throws ActionError that names the failed deployments or unhealthy targets */
export function throwIfFailed(delivery: Delivery, runner: Runner): void {
  const trouble = describeFailure(delivery)
  if (trouble && runner.cancelled.aborted)
    throw new CancelledError(`The job was cancelled. ${trouble}`)
  if (trouble) throw new ActionError(trouble)
  throwIfDeployFailed(delivery.records)
  if (delivery.check) runner.info(healthHeadline(delivery.check))
}
