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

export type Wanted = InputValues<typeof inputs>

/** What a delivery came to. */
export interface Delivery {
  readonly records: readonly DeploymentRecord[]
  /** Lines of the summary beside the records. */
  readonly notes: readonly Markdown[]
  /** How the services were found afterwards; undefined when nobody looked. */
  readonly check: HealthCheckResult | undefined
  /** What `timeout` had left for the check, where that is less than `health-timeout`; milliseconds. */
  readonly timeLeft?: number | undefined
}

/** A job that was cancelled has 5 s: this long to start rolling back, in milliseconds. */
const cancelGrace = 2_500

/**
 * The check that follows the deploy, when there is one.
 *
 * @throws InputError when its inputs cannot be met together
 */
export function checkOf(wanted: Wanted, runner: Runner): HealthCheck | undefined {
  const { targets, healthTimeout } = wanted
  if (targets) {
    const timeout = Math.min(healthTimeout, wanted.timeout)
    return createHealthCheck(
      { ...wanted, targets, timeout, require: 'all', reverse: false },
      runner,
    )
  }
  rejectOrphanInputs(wanted)
  runner.info('Nobody looks whether it is healthy: "health-check" is empty.')
  return undefined
}

/** Who says what is healthy, and not where, has a variable that is empty. */
function rejectOrphanInputs(wanted: Wanted): void {
  const given: Partial<Record<string, unknown>> = wanted
  const idle = Object.entries(healthInputs).find(([key, { required }]) => !required && given[key])
  if (!idle) return
  const [, { name }] = idle
  throw new InputError(
    `Input "${name}" is of the health check, and "health-check" is empty: give what is to be healthy, or leave both out.`,
  )
}

/** Deploys, checks, and rolls back what is not healthy. What happened is in the delivery, never thrown. */
export async function deliverTo(
  targets: readonly Target[],
  look: HealthCheck | undefined,
  wanted: Wanted,
  runner: Runner,
): Promise<Delivery> {
  const deadline = new Deadline(wanted.timeout, runner.cancelled)
  const late = deadline.extendedBy(cancelGrace)
  const results = await deploy(targets, { ...wanted, wait: true }, runner)
  const records = recordsOf(results)
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
  return { ...delivery, records: recordsOf(rolledBack) }
}

function recordsOf(results: readonly DeployResult[]): DeploymentRecord[] {
  return results.map(({ record }) => record)
}

/** Looks, where there is something to be looked at, for as long as there is time. */
async function verified(
  records: readonly DeploymentRecord[],
  look: HealthCheck | undefined,
  wanted: Wanted,
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
      `The deployment has left ${formatDuration(timeLeft)} of "timeout", and the health check takes ${formatDuration(needed)} at the ` +
        'least: whether it stays healthy cannot be known. Give "timeout" more.',
    )
  }
  return { check: await look(timeLeft ?? healthTimeout), timeLeft }
}

/** What serves and was never seen to be wrong stays, also where the time was too short to be certain of it. */
function ended(delivery: Delivery): readonly DeploymentRecord[] {
  if (!isOpen(delivery)) return delivery.records
  return delivery.records.map((record) =>
    record.changed && isSuccess(record.status)
      ? { ...record, status: 'timed-out' as const, reason: tooShort }
      : record,
  )
}

const tooShort =
  'the new version serves and was not rolled back, because nothing was seen to be wrong with it; the time was ' +
  'over before that was certain'

/** Why, and how urgently, what this run has brought live is rolled back; undefined when it stays. */
function rollbackReason(
  delivery: Delivery,
  { onFailure, onCancel }: Wanted,
  { cancelled }: Runner,
): { because: string; isUrgent: boolean } | undefined {
  const isBrought = delivery.records.some(({ changed, status }) => changed && isSuccess(status))
  if (isDelivered(delivery) || !isBrought) return undefined
  if (cancelled.aborted) {
    if (onCancel === 'leave') return undefined
    return { because: 'the job was cancelled before all of it was delivered', isUrgent: true }
  }
  // A deployment that failed has rolled back the others itself.
  if (!delivery.check || isOpen(delivery) || onFailure === 'leave') return undefined
  return { because: 'the health check failed', isUrgent: false }
}

/** Whether the time was over before it was known whether it is healthy. */
function isOpen({ check, timeLeft }: Delivery): boolean {
  return check !== undefined && isUndecided(check, timeLeft !== undefined)
}

/** Whether it did what it was asked. */
export function isDelivered({ records, check }: Delivery): boolean {
  return records.every(({ status }) => isSuccess(status)) && (!check || hasPassed(check))
}
