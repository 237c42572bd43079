import { Ambiguous } from '@ci-actions/http'
import { messageOf, type Runner } from '@ci-actions/kit'
import { type Clock, Deadline, systemClock } from '@ci-actions/wait'
import { follow, statusOf, type Watch, watchOf } from './follow.ts'
import { cancelLate, finishWriting, liveLate } from './late.ts'
import { type DeploymentRecord, isGood, openRecord, shortName } from './record.ts'
import { goBack } from './rollback.ts'
import type { Plan, Started, Target } from './target.ts'

/** What the workflow's author asked of a deploy. */
export interface Order {
  readonly environment: string | undefined
  readonly wait: boolean
  /** Milliseconds for everything; putting back after a failure gets the same time once more. */
  readonly timeout: number
  readonly onFailure: 'leave' | 'rollback'
  readonly onCancel: 'leave' | 'cancel'
  readonly dryRun: boolean
}

/**
 * Deploys all targets side by side and waits for every one. With `on-failure: rollback` one that
 * fails puts all of them back. What happened to each is in its record; only a bug is thrown.
 */
export async function deploy(
  targets: readonly Target[],
  order: Order,
  runner: Runner,
  clock: Clock = systemClock,
): Promise<DeploymentRecord[]> {
  const watch = watchOf(targets.length, (line) => runner.info(line))
  const deadline = new Deadline(order.timeout, runner.cancelled, clock)
  const deployed = await Promise.all(
    targets.map(async (target) => ({
      target,
      record: finish(target, await deployOne(target, order, watch, deadline), clock),
    })),
  )
  const records = deployed.map(({ record }) => record)
  const failed = records.find(callsForRollback)
  if (!failed || order.onFailure === 'leave' || runner.cancelled.aborted) return records

  runner.info(`${failed.name}: ${failed.status}, so everything that was changed is put back.`)
  const again = new Deadline(order.timeout, runner.cancelled, clock)
  return Promise.all(
    deployed.map(async ({ target, record }) =>
      finish(target, await putBack(target, record, failed, watch, again), clock),
    ),
  )
}

async function deployOne(
  target: Target,
  order: Order,
  watch: Watch,
  deadline: Deadline,
): Promise<DeploymentRecord> {
  const { clock } = deadline
  let record = openRecord('deploy', target.identity, order.environment, clock.date())
  try {
    const plan = await target.plan(deadline)
    record = { ...record, live: plan.live, previous: plan.live }
    const { step } = plan
    if (step.kind === 'unchanged') return unchanged(record, plan, step.version)
    if (order.dryRun) return { ...record, status: 'dry-run', reason: `Would ${inWords(step)}.` }

    deadline.signal.throwIfAborted()
    record = { ...record, changed: true }
    const started = await begin(target, step, watch, deadline)
    record = { ...record, ...startedPart(target, plan, started) }
    if (!order.wait) return { ...record, status: 'started', reason: 'Nobody waits for its end.' }
    return await followOne(target, plan, started, record, order, watch, deadline)
  } catch (error) {
    const changed = error instanceof Ambiguous || (record.changed && deadline.signal.aborted)
    return { ...record, changed, status: statusOf(error), reason: messageOf(error) }
  }
}

/** Attaches to what is on its way, or writes. A write that has begun is not torn off at once. */
async function begin(
  { identity }: Target,
  step: Exclude<Plan['step'], { kind: 'unchanged' }>,
  { log }: Watch,
  deadline: Deadline,
): Promise<Started> {
  if (step.kind === 'attach') {
    log(`${identity.name}: ${step.started.id} is on its way with this version; following it.`)
    return step.started
  }
  const started = await step.move.begin(deadline.outlivedBy(finishWriting))
  log(`${identity.name}: started ${started.id}`)
  return started
}

async function followOne(
  target: Target,
  plan: Plan,
  started: Started,
  record: DeploymentRecord,
  order: Order,
  watch: Watch,
  deadline: Deadline,
): Promise<DeploymentRecord> {
  const verdict = await follow(target, started, watch, deadline)
  const { version } = verdict
  const ended = { ...record, ...verdict, previous: plan.before(version) }
  if (verdict.status === 'succeeded') return { ...ended, live: version }
  if (deadline.signal.aborted && verdict.status === 'cancelled' && order.onCancel === 'cancel') {
    const reason = `The job was cancelled; ${await cancelLate(target, started.id, deadline)}`
    return { ...ended, reason, live: await liveLate(target, deadline) }
  }
  return { ...ended, live: await liveLate(target, deadline) }
}

/** All or nothing: what still runs is stopped, and what this run brought live is taken back. */
async function putBack(
  target: Target,
  record: DeploymentRecord,
  failed: DeploymentRecord,
  watch: Watch,
  deadline: Deadline,
): Promise<DeploymentRecord> {
  const { id, version, previous } = record
  if (!record.changed || !version || record.status === 'superseded') return record
  const stopped = record.status === 'timed-out' && id && (await cancelLate(target, id, deadline))
  const why = record.reason ?? `It is put back because ${failed.name} ${failed.status}.`
  const back = await goBack(
    target,
    { from: version, to: async () => previous, force: false },
    watch,
    deadline,
  )
  if (back.status === 'unchanged') {
    return { ...record, live: back.live, reason: stopped ? `${why} ${stopped}` : why }
  }
  if (back.status === 'succeeded') {
    const status = record.status === 'succeeded' ? 'rolled-back' : record.status
    return {
      ...record,
      status,
      live: back.live,
      reason: `${why} ${shortName(previous)} is live again.`,
    }
  }
  const status = back.status === 'cancelled' ? 'cancelled' : 'failed'
  return { ...record, status, live: back.live, reason: `${why} Putting back: ${back.reason}` }
}

/** A newer deploy in its place is no reason to undo the others; it is likely undergoing the same. */
function callsForRollback({ status }: DeploymentRecord): boolean {
  return !isGood(status) && status !== 'superseded'
}

function unchanged(
  record: DeploymentRecord,
  plan: Plan,
  version: DeploymentRecord['version'] & object,
): DeploymentRecord {
  const reason = `${shortName(version)} is live already.`
  return { ...record, status: 'unchanged', version, previous: plan.before(version), reason }
}

function startedPart(
  target: Target,
  plan: Plan,
  { id, version }: Started,
): Partial<DeploymentRecord> {
  const logUrl = target.logUrl(id)
  return { id, version, previous: plan.before(version), ...(logUrl && { logUrl }) }
}

function inWords(step: Exclude<Plan['step'], { kind: 'unchanged' }>): string {
  return step.kind === 'attach'
    ? `follow ${step.started.id}, which is on its way with this version`
    : step.move.says
}

function finish(target: Target, record: DeploymentRecord, clock: Clock): DeploymentRecord {
  return { ...record, ...target.identity, finishedAt: clock.date().toISOString() }
}
