import {
  type DeploymentRecord,
  deploy,
  followOptions,
  isSuccess,
  rollbackAll,
  type Target,
} from '@ci-actions/deployment'
import {
  type Check,
  checkHealth,
  hasPassed,
  healthInputs,
  isUndecided,
  type Look,
  leastTimeOf,
} from '@ci-actions/health'
import { type Given, InputError, type Runner } from '@ci-actions/kit'
import { Deadline, say } from '@ci-actions/wait'
import type { inputs } from './inputs.ts'

export type Wanted = Given<typeof inputs>

/** What a delivery came to. */
export interface Delivery {
  readonly records: readonly DeploymentRecord[]
  /** How the services were found afterwards; undefined when nobody looked. */
  readonly check: Check | undefined
  /** What `timeout` had left for the check, where that is less than `health-timeout`; milliseconds. */
  readonly left?: number | undefined
}

/** A job that was cancelled has 5 s: this long to start putting back, in milliseconds. */
const hurry = 2_500

/**
 * The check that follows the deploy, when there is one.
 *
 * @throws InputError when its inputs cannot be met together
 */
export function checkOf(wanted: Wanted, runner: Runner): Look | undefined {
  const { targets, healthTimeout } = wanted
  if (targets) {
    const timeout = Math.min(healthTimeout, wanted.timeout)
    return checkHealth({ ...wanted, targets, timeout, require: 'all', reverse: false }, runner)
  }
  refuseIdle(wanted)
  runner.info('Nobody looks whether it is healthy: "health-check" is empty.')
  return undefined
}

/** Who says what is healthy, and not where, has a variable that is empty. */
function refuseIdle(wanted: Wanted): void {
  const given: Partial<Record<string, unknown>> = wanted
  const idle = Object.entries(healthInputs).find(([key, { required }]) => !required && given[key])
  if (!idle) return
  const [, { name }] = idle
  throw new InputError(
    `Input "${name}" is of the health check, and "health-check" is empty: give what is to be healthy, or leave both out.`,
  )
}

/** Deploys, looks, and puts back what is not healthy. What happened is told, never thrown. */
export async function deliverTo(
  targets: readonly Target[],
  look: Look | undefined,
  wanted: Wanted,
  runner: Runner,
): Promise<Delivery> {
  const deadline = new Deadline(wanted.timeout, runner.cancelled)
  const late = deadline.outlivedBy(hurry)
  const records = await deploy(targets, { ...wanted, wait: true }, runner)
  const delivery = { records, ...(await verified(records, look, wanted, deadline, runner)) }

  const way = wayBack(delivery, wanted, runner)
  if (!way) return runner.cancelled.aborted ? delivery : { ...delivery, records: ended(delivery) }
  const terms = {
    watch: followOptions(targets.length, (line) => runner.info(line)),
    wait: !way.inHurry,
    deadline: way.inHurry ? late : new Deadline(wanted.timeout, runner.cancelled),
  }
  return { ...delivery, records: await rollbackAll(targets, records, way.because, terms) }
}

/** Looks, where there is something to be looked at, for as long as there is time. */
async function verified(
  records: readonly DeploymentRecord[],
  look: Look | undefined,
  wanted: Wanted,
  deadline: Deadline,
  runner: Runner,
): Promise<Omit<Delivery, 'records'>> {
  const { dryRun, healthTimeout } = wanted
  if (!look || dryRun || !records.every(({ status }) => isSuccess(status)))
    return { check: undefined }
  const { remaining } = deadline
  const left = remaining < healthTimeout ? remaining : undefined
  const needed = leastTimeOf(wanted)
  if (left !== undefined && left < needed) {
    runner.info(
      `The deployment has left ${say(left)} of "timeout", and the health check takes ${say(needed)} at the ` +
        'least: whether it stays healthy cannot be known. Give "timeout" more.',
    )
  }
  return { check: await look(left ?? healthTimeout), left }
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
  'the new version serves and was not put back, because nothing was seen to be wrong with it; the time was ' +
  'over before that was certain'

/** Why, and how, what this run has brought live is taken back; undefined when it stays. */
function wayBack(
  delivery: Delivery,
  { onFailure, onCancel }: Wanted,
  { cancelled }: Runner,
): { because: string; inHurry: boolean } | undefined {
  const isBrought = delivery.records.some(({ changed, status }) => changed && isSuccess(status))
  if (isDelivered(delivery) || !isBrought) return undefined
  if (cancelled.aborted) {
    if (onCancel === 'leave') return undefined
    return { because: 'the job was cancelled before all of it was delivered', inHurry: true }
  }
  // A deployment that failed has put back the others itself.
  if (!delivery.check || isOpen(delivery) || onFailure === 'leave') return undefined
  return { because: 'the health check failed', inHurry: false }
}

/** Whether the time was over before it was known whether it is healthy. */
function isOpen({ check, left }: Delivery): boolean {
  return check !== undefined && isUndecided(check, left !== undefined)
}

/** Whether it did what it was asked. */
export function isDelivered({ records, check }: Delivery): boolean {
  return records.every(({ status }) => isSuccess(status)) && (!check || hasPassed(check))
}
