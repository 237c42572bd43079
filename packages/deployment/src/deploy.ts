import type { Runner } from '@ci-actions/kit'
import { type Clock, Deadline, systemClock } from '@ci-actions/wait'
import { cancelBestEffort, diagnoseBestEffort, readLiveBestEffort, writeGrace } from './cleanup.ts'
import {
  brokenOff,
  type FollowOptions,
  type FollowResult,
  follow,
  followOptions,
} from './follow.ts'
import type { DeployOptions } from './options.ts'
import {
  type DeploymentRecord,
  isSuccess,
  openRecord,
  type Status,
  shortName,
  type Version,
} from './record.ts'
import { type RollbackPlan, rollback } from './rollback.ts'
import type { OnWritten, Plan, Started, Target } from './target.ts'

/** What is still to be done: to follow, or to write. */
type Pending = Exclude<Plan['step'], { kind: 'unchanged' }>

/** One target on its way. */
interface Job {
  readonly target: Target
  readonly order: DeployOptions
  readonly watch: FollowOptions
  readonly deadline: Deadline
}

/** What a target comes down to; without a plan the record says why there is none. */
interface Planned {
  readonly job: Job
  readonly record: DeploymentRecord
  readonly plan?: Plan
}

/**
 * Plans all targets, and writes only when each of them can be deployed; then deploys them side by side and
 * waits for every one. With `on-failure: rollback` one that fails puts all of them back. What happened to
 * each is in its record; only a bug is thrown.
 */
export async function deploy(
  targets: readonly Target[],
  order: DeployOptions,
  runner: Runner,
  clock: Clock = systemClock,
): Promise<DeploymentRecord[]> {
  const watch = followOptions(targets.length, (line) => runner.info(line))
  const deadline = new Deadline(order.timeout, runner.cancelled, clock)
  const planned = await Promise.all(
    targets.map((target) => planOne({ target, order, watch, deadline })),
  )
  const unplanned = planned.flatMap(({ record, plan }) => (plan ? [] : record.name))
  const records = await Promise.all(
    planned.map(async ({ job, record, plan }) => {
      const done =
        plan && unplanned.length === 0
          ? await deployOne(job, record, plan)
          : withheld(record, plan, unplanned)
      return finish(job, done)
    }),
  )
  const failed = records.find(callsForRollback)
  if (!failed || order.onFailure === 'leave' || runner.cancelled.aborted) return records

  const again = new Deadline(order.timeout, runner.cancelled, clock)
  return rollbackAll(targets, records, `${failed.name} ${ends[failed.status]}`, {
    watch,
    deadline: again,
  })
}

/**
 * Under what something is put back. `wait: false`, as of a job that was cancelled, starts it and does
 * not look how it ends; what the cancellation has stopped already is left alone.
 */
type Terms = Pick<Job, 'watch' | 'deadline'> & Pick<RollbackPlan, 'wait'>

/**
 * All or nothing: of the targets, in the order of their records, what still runs is stopped, and what
 * this run brought live is taken back. `because` completes "It is put back because …".
 */
export function rollbackAll(
  targets: readonly Target[],
  records: readonly DeploymentRecord[],
  because: string,
  terms: Terms,
): Promise<DeploymentRecord[]> {
  // What the provider has rolled back itself is only looked at.
  if (records.some(({ changed, status }) => changed && status !== 'rolled-back')) {
    terms.watch.log(`Everything that was changed is put back because ${because}.`)
  }
  return Promise.all(
    records.map(async (record, at) => {
      const target = targets[at]
      return target
        ? finish({ target, ...terms }, await rollbackOne(target, record, because, terms))
        : record
    }),
  )
}

/** How a deployment ended that is no good one, after its name. */
const ends: Partial<Readonly<Record<Status, string>>> = {
  failed: 'failed',
  'timed-out': 'timed out',
  cancelled: 'was cancelled',
  'rolled-back': 'was rolled back',
}

/** Reads all that there is to know before anything is written. */
async function planOne(job: Job): Promise<Planned> {
  const { target, order, deadline } = job
  const record = openRecord('deploy', target.identity, order.environment, deadline.clock.date())
  try {
    const plan = await target.plan(deadline)
    return { job, plan, record: { ...record, live: plan.live, previous: plan.live } }
  } catch (error) {
    return { job, record: { ...record, ...brokenOff(error, undefined, false) } }
  }
}

/** The record of a target that is not written to, because others cannot be deployed. */
function withheld(
  record: DeploymentRecord,
  plan: Plan | undefined,
  unplanned: readonly string[],
): DeploymentRecord {
  if (!plan) return record
  if (plan.step.kind === 'unchanged') return unchanged(record, plan, plan.step.version)
  const reason = `It was not deployed, because ${unplanned.join(', ')} cannot be: nothing was written.`
  return { ...record, status: 'cancelled', reason }
}

async function deployOne(
  job: Job,
  planned: DeploymentRecord,
  plan: Plan,
): Promise<DeploymentRecord> {
  const { target, order, deadline } = job
  let record = planned
  let written: string | undefined
  try {
    const { step } = plan
    if (step.kind === 'unchanged') return unchanged(record, plan, step.version)
    if (order.dryRun) return { ...record, status: 'dry-run', reason: `Would ${inWords(step)}.` }

    deadline.signal.throwIfAborted()
    record = { ...record, changed: true }
    const started = await begin(job, step, (what) => {
      written = what
    })
    record = { ...record, ...startedPart(target, plan, started) }
    if (!order.wait) return { ...record, status: 'started', reason: 'Nobody waits for its end.' }

    const verdict = await follow(target, started, job.watch, deadline)
    record = { ...record, ...startedPart(target, plan, verdict), ...verdict }
    return await conclude(job, verdict, record)
  } catch (error) {
    return { ...record, ...brokenOff(error, written, record.changed && deadline.signal.aborted) }
  }
}

/** Attaches to what is on its way, or writes. A write that has begun is not torn off at once. */
async function begin(
  { target, watch, deadline }: Job,
  step: Pending,
  wrote: OnWritten,
): Promise<Started> {
  const { name } = target.identity
  if (step.kind === 'attach') {
    watch.log(`${name}: ${step.started.id} is on its way with this version; following it.`)
    return step.started
  }
  const started = await step.move.start(deadline.outlivedBy(writeGrace), wrote)
  watch.log(`${name}: started ${started.id}`)
  return started
}

/** What serves when it has ended; and before that, what `on-cancel` says. */
async function conclude(
  { target, order, deadline }: Job,
  { id }: FollowResult,
  record: DeploymentRecord,
): Promise<DeploymentRecord> {
  if (record.status === 'succeeded') return { ...record, live: record.version }
  const jobIsCancelled = record.status === 'cancelled' && deadline.signal.aborted
  if (!jobIsCancelled) {
    const why =
      record.status === 'superseded' ? undefined : await diagnoseBestEffort(target, id, deadline)
    const reason = [record.reason, why].filter(Boolean).join(' ')
    return { ...record, reason, live: await readLiveBestEffort(target, deadline) }
  }
  if (order.onCancel === 'leave')
    return { ...record, live: await readLiveBestEffort(target, deadline) }
  const { isDone, says } = await cancelBestEffort(target, id, deadline)
  const now = isDone ? says : `${id} could not be cancelled and may still be running: ${says}`
  const reason = `The job was cancelled; ${now}`
  return { ...record, reason, live: await readLiveBestEffort(target, deadline) }
}

async function rollbackOne(
  target: Target,
  record: DeploymentRecord,
  because: string,
  { watch, deadline, wait = true }: Terms,
): Promise<DeploymentRecord> {
  const { id, version, previous } = record
  const isStopped = !wait && record.status === 'cancelled'
  if (!record.changed || !version || record.status === 'superseded' || isStopped) return record
  const isRunning = record.status === 'timed-out' && id
  const stop = isRunning ? await cancelBestEffort(target, id, deadline) : undefined
  const stopped =
    stop && (stop.isDone ? stop.says : `The deployment could not be cancelled: ${stop.says}`)
  if (!previous) {
    const why = record.reason ?? `It is not put back, though ${because}.`
    const nothing = 'There is nothing to go back to: no version is known that served before.'
    const parts = stop && !stop.isDone ? [why, stopped] : [why, stopped, nothing]
    return { ...record, status: 'failed', reason: parts.filter(Boolean).join(' ') }
  }
  const why = record.reason ?? `It is put back because ${because}.`
  const way = { from: version, to: async () => previous, force: false, wait }
  const back = await rollback(target, way, watch, deadline)
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
  const status = ['cancelled', 'started'].includes(back.status) ? 'cancelled' : 'failed'
  const how =
    back.status === 'started'
      ? `${shortName(previous)} is on its way back with ${back.id}.`
      : `Putting back: ${back.reason}`
  return { ...record, status, live: back.live, reason: `${why} ${how}` }
}

/** A newer deploy in its place is no reason to undo the others: a newer run is at work on them too. */
function callsForRollback({ status }: DeploymentRecord): boolean {
  return !isSuccess(status) && status !== 'superseded'
}

function unchanged(record: DeploymentRecord, plan: Plan, version: Version): DeploymentRecord {
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

function inWords(step: Pending): string {
  return step.kind === 'attach'
    ? `follow ${step.started.id}, which is on its way with this version`
    : step.move.description
}

function finish(
  { target, deadline }: Pick<Job, 'target' | 'deadline'>,
  record: DeploymentRecord,
): DeploymentRecord {
  return { ...record, ...target.identity, finishedAt: deadline.clock.date().toISOString() }
}
