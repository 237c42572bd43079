import { Ambiguous } from '@ci-actions/http'
import { messageOf, type Runner } from '@ci-actions/kit'
import { type Clock, Deadline, systemClock } from '@ci-actions/wait'
import { follow, statusOf, type Watch, watchOf } from './follow.ts'
import { cancelLate, finishWriting, liveLate, whyLate } from './late.ts'
import { type DeploymentRecord, isGood, openRecord, shortName, type Version } from './record.ts'
import { goBack } from './rollback.ts'
import type { Plan, Started, Target } from './target.ts'

/** What the workflow's author asked of a deploy. */
export interface Order {
  readonly environment: string | undefined
  readonly wait: boolean
  /** Milliseconds for everything; putting back after a failure gets the same time once more. */
  readonly timeout: number
  readonly onFailure: 'leave' | 'rollback'
  readonly onCancel: 'leave' | 'cancel' | 'rollback'
  readonly dryRun: boolean
}

/** What is still to be done: to follow, or to write. */
type Pending = Exclude<Plan['step'], { kind: 'unchanged' }>

/** One target on its way. */
interface Job {
  readonly target: Target
  readonly order: Order
  readonly watch: Watch
  readonly deadline: Deadline
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
  const timeAgain = (): Deadline => new Deadline(order.timeout, runner.cancelled, clock)
  const deadline = timeAgain()
  const deployed = await Promise.all(
    targets.map(async (target) => {
      const job = { target, order, watch, deadline }
      return { job, record: finish(job, await deployOne(job)) }
    }),
  )
  const records = deployed.map(({ record }) => record)
  const failed = records.find(callsForRollback)
  if (!failed || order.onFailure === 'leave' || runner.cancelled.aborted) return records

  runner.info(`${failed.name}: ${failed.status}, so everything that was changed is put back.`)
  const again = timeAgain()
  return Promise.all(
    deployed.map(async ({ job, record }) =>
      finish(job, await putBack({ ...job, deadline: again }, record, failed)),
    ),
  )
}

async function deployOne(job: Job): Promise<DeploymentRecord> {
  const { target, order, deadline } = job
  let record = openRecord('deploy', target.identity, order.environment, deadline.clock.date())
  try {
    const plan = await target.plan(deadline)
    record = { ...record, live: plan.live, previous: plan.live }
    const { step } = plan
    if (step.kind === 'unchanged') return unchanged(record, plan, step.version)
    if (order.dryRun) return { ...record, status: 'dry-run', reason: `Would ${inWords(step)}.` }

    deadline.signal.throwIfAborted()
    record = { ...record, changed: true }
    const started = await begin(job, step)
    record = { ...record, ...startedPart(target, plan, started) }
    if (!order.wait) return { ...record, status: 'started', reason: 'Nobody waits for its end.' }

    const verdict = await follow(target, started, job.watch, deadline)
    record = { ...record, ...verdict, previous: plan.before(verdict.version) }
    return await conclude(job, started, record)
  } catch (error) {
    const changed = error instanceof Ambiguous || (record.changed && deadline.signal.aborted)
    return { ...record, changed, status: statusOf(error), reason: messageOf(error) }
  }
}

/** Attaches to what is on its way, or writes. A write that has begun is not torn off at once. */
async function begin({ target, watch, deadline }: Job, step: Pending): Promise<Started> {
  const { name } = target.identity
  if (step.kind === 'attach') {
    watch.log(`${name}: ${step.started.id} is on its way with this version; following it.`)
    return step.started
  }
  const started = await step.move.begin(deadline.outlivedBy(finishWriting))
  watch.log(`${name}: started ${started.id}`)
  return started
}

/** What serves when it has ended; and before that, what `on-cancel` says. */
async function conclude(
  { target, order, deadline }: Job,
  { id }: Started,
  record: DeploymentRecord,
): Promise<DeploymentRecord> {
  if (record.status === 'succeeded') return { ...record, live: record.version }
  const jobIsCancelled = record.status === 'cancelled' && deadline.signal.aborted
  if (!jobIsCancelled) {
    const why = record.status === 'superseded' ? undefined : await whyLate(target, id, deadline)
    const reason = [record.reason, why].filter(Boolean).join(' ')
    return { ...record, reason, live: await liveLate(target, deadline) }
  }
  if (order.onCancel === 'leave') return { ...record, live: await liveLate(target, deadline) }
  const reason = `The job was cancelled; ${await cancelLate(target, id, deadline)}`
  return { ...record, reason, live: await liveLate(target, deadline) }
}

/** All or nothing: what still runs is stopped, and what this run brought live is taken back. */
async function putBack(
  { target, watch, deadline }: Job,
  record: DeploymentRecord,
  failed: DeploymentRecord,
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

/** A newer deploy in its place is no reason to undo the others: a newer run is at work on them too. */
function callsForRollback({ status }: DeploymentRecord): boolean {
  return !isGood(status) && status !== 'superseded'
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
    : step.move.says
}

function finish({ target, deadline }: Job, record: DeploymentRecord): DeploymentRecord {
  return { ...record, ...target.identity, finishedAt: deadline.clock.date().toISOString() }
}
