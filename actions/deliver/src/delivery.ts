import {
  type DeploymentRecord,
  type DeployResult,
  deploy,
  followOptions,
  isSuccess,
  rollbackAll,
  summaryNotes,
  type Target,
} from '@ci-actions/deployment'
import {
  createHealthCheck,
  type HealthCheck,
  type HealthCheckResult,
  hasPassed,
  healthInputs,
  isUndecided,
  minCheckDuration,
} from '@ci-actions/health'
import { InputError, type InputValues, type Markdown, type Runner } from '@ci-actions/kit'
import { Deadline, formatDuration } from '@ci-actions/wait'
import type { inputs } from './inputs.ts'

export type DeliveryOptions = InputValues<typeof inputs>

/** The result of a delivery. */
export interface Delivery {
  readonly records: readonly DeploymentRecord[]
  /** Lines of the summary in addition to the records. */
  readonly notes: readonly Markdown[]
  /** The health check after the deploy; undefined if it was skipped. */
  readonly check: HealthCheckResult | undefined
  /** Milliseconds of `timeout` that were left for the check, if less than `health-timeout`. */
  readonly timeLeft?: number | undefined
}

/** Milliseconds to start rolling back in after a cancellation, which leaves a job 5 s. */
const cancelGrace = 2_500

/**
 * Returns the health check to run after the deploy, if any.
 *
 * @throws InputError if its inputs contradict each other
 */
export function checkOf(wanted: DeliveryOptions, runner: Runner): HealthCheck | undefined {
  const { targets, healthTimeout } = wanted
  if (targets) {
    const timeout = Math.min(healthTimeout, wanted.timeout)
    return createHealthCheck(
      { ...wanted, targets, timeout, require: 'all', reverse: false },
      runner,
    )
  }
  rejectOrphanInputs(wanted)
  runner.info('Skipping the health check: "health-check" is empty.')
  return undefined
}

/** Rejects inputs of the health check without targets, which may come from an empty variable. */
function rejectOrphanInputs(wanted: DeliveryOptions): void {
  const given: Partial<Record<string, unknown>> = wanted
  const idle = Object.entries(healthInputs).find(([key, { required }]) => !required && given[key])
  if (!idle) return
  const [, { name }] = idle
  throw new InputError(
    `Input "${name}" belongs to the health check, but "health-check" is empty. Set "health-check", or remove both.`,
  )
}

/** Deploys, checks, and rolls back what is unhealthy. The outcome is in the delivery; failures are not thrown. */
export async function deliverTo(
  targets: readonly Target[],
  look: HealthCheck | undefined,
  wanted: DeliveryOptions,
  runner: Runner,
): Promise<Delivery> {
  const deadline = new Deadline(wanted.timeout, runner.cancelled)
  const late = deadline.extendedBy(cancelGrace)
  const results = await deploy(targets, { ...wanted, wait: true }, runner)
  const records = listRecords(results)
  const checked = await verified(records, look, wanted, deadline, runner)
  const delivery = { records, notes: summaryNotes(results), ...checked }

  const reason = rollbackReason(delivery, wanted, runner)
  if (!reason)
    return runner.cancelled.aborted ? delivery : { ...delivery, records: ended(delivery) }
  const { because, isUrgent } = reason
  const rolledBack = await rollbackAll(results, because, {
    follow: followOptions(targets.length, (line) => runner.info(line)),
    wait: !isUrgent,
    deadline: isUrgent ? late : new Deadline(wanted.timeout, runner.cancelled),
  })
  return { ...delivery, records: listRecords(rolledBack) }
}

function listRecords(results: readonly DeployResult[]): DeploymentRecord[] {
  return results.map(({ record }) => record)
}

/** Runs the health check if there is one, for as long as there is time. */
async function verified(
  records: readonly DeploymentRecord[],
  look: HealthCheck | undefined,
  wanted: DeliveryOptions,
  deadline: Deadline,
  runner: Runner,
): Promise<Omit<Delivery, 'records' | 'notes'>> {
  const { dryRun, healthTimeout } = wanted
  if (!look || dryRun || !records.every(({ status }) => isSuccess(status)))
    return { check: undefined }
  const { remaining } = deadline
  const timeLeft = remaining < healthTimeout ? remaining : undefined
  const needed = minCheckDuration(wanted)
  if (timeLeft !== undefined && timeLeft < needed) {
    runner.info(
      `The deployment left ${formatDuration(timeLeft)} of "timeout", but the health check takes at least ${formatDuration(needed)}, ` +
        'so it cannot confirm that the targets stay healthy. Increase "timeout".',
    )
  }
  return { check: await look(timeLeft ?? healthTimeout), timeLeft }
}

/**
 * Returns the records of deployments that are kept; they are timed out if the time was too short to confirm their
 * health.
 */
function ended(delivery: Delivery): readonly DeploymentRecord[] {
  if (!isOpen(delivery)) return delivery.records
  return delivery.records.map((record) =>
    record.changed && isSuccess(record.status)
      ? { ...record, status: 'timed-out' as const, reason: tooShort }
      : record,
  )
}

const tooShort =
  'the new version is live and was not rolled back: nothing was found to be wrong, but the time limit was ' +
  'reached before its health was confirmed'

/** Returns why, and how urgently, to roll back what this run made live; undefined to keep it. */
function rollbackReason(
  delivery: Delivery,
  { onFailure, onCancel }: DeliveryOptions,
  { cancelled }: Runner,
): { because: string; isUrgent: boolean } | undefined {
  const isBrought = delivery.records.some(({ changed, status }) => changed && isSuccess(status))
  if (isDelivered(delivery) || !isBrought) return undefined
  if (cancelled.aborted) {
    if (onCancel === 'leave') return undefined
    return { because: 'the job was cancelled before the delivery was complete', isUrgent: true }
  }
  // A failed deployment has already rolled back the others.
  if (!delivery.check || isOpen(delivery) || onFailure === 'leave') return undefined
  return { because: 'the health check failed', isUrgent: false }
}

/** Whether the time was up before the health was known. */
function isOpen({ check, timeLeft }: Delivery): boolean {
  return check !== undefined && isUndecided(check, timeLeft !== undefined)
}

/** Whether the delivery succeeded. */
export function isDelivered({ records, check }: Delivery): boolean {
  return records.every(({ status }) => isSuccess(status)) && (!check || hasPassed(check))
}
