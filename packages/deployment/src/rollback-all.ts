import type { Deadline } from '@ci-actions/wait'
import { type Cancellation, cancelBestEffort } from './cleanup.ts'
import type { FollowOptions } from './follow.ts'
import { type DeploymentRecord, shortName, type Version } from './record.ts'
import { closeRecord } from './record-builder.ts'
import { rollback } from './rollback.ts'
import type { DeployResult } from './run.ts'

export interface RollbackAllOptions {
  readonly follow: FollowOptions
  readonly deadline: Deadline
  /**
   * With `false`, as after a cancellation of the job, rollbacks are started but not followed, and deployments already
   * stopped by the cancellation are left alone.
   */
  readonly wait?: boolean
}

/**
 * Rolls back everything that a deploy changed: cancels running deployments and redeploys the previous versions.
 *
 * @param because completes "Rolled back because …"
 */
export function rollbackAll(
  results: readonly DeployResult[],
  because: string,
  options: RollbackAllOptions,
): Promise<DeployResult[]> {
  const { follow, deadline } = options
  // A rollback by the provider itself is only recorded.
  if (results.some(({ record }) => record.changed && record.status !== 'rolled-back')) {
    follow.log(`Rolling back everything that was changed because ${because}.`)
  }
  return Promise.all(
    results.map(async (result) => {
      const record = await rollbackOne(result, because, options)
      return { ...result, record: closeRecord(record, result.target, deadline.clock) }
    }),
  )
}

async function rollbackOne(
  { target, deployment, record }: DeployResult,
  because: string,
  { follow, deadline, wait = true }: RollbackAllOptions,
): Promise<DeploymentRecord> {
  const { version, previous } = record
  const isStopped = !wait && record.status === 'cancelled'
  if (!record.changed || !version || record.status === 'superseded' || isStopped) return record
  const isRunning = record.status === 'timed-out' && deployment
  const stop = isRunning ? await cancelBestEffort(deployment, deadline) : undefined
  if (!previous) return withoutPrevious(record, because, stop)
  const plan = { from: version, to: async () => previous, force: false, wait }
  const back = await rollback(target, plan, follow, deadline)
  const cause = record.reason ?? `Rolled back because ${because}.`
  return { ...record, live: back.live, ...outcomeOf(record, back, previous, cause, stop) }
}

function withoutPrevious(
  record: DeploymentRecord,
  because: string,
  stop: Cancellation | undefined,
): DeploymentRecord {
  const cause = record.reason ?? `Not rolled back, although ${because}.`
  const nothing = 'Nothing to roll back to: no earlier version is known.'
  const result = stop && !stop.isDone ? undefined : nothing
  return { ...record, status: 'failed', reason: sentences(cause, describeStop(stop), result) }
}

/** Returns the outcome of a deployment after its rollback has finished, started or failed. */
function outcomeOf(
  { status }: DeploymentRecord,
  back: DeploymentRecord,
  previous: Version,
  cause: string,
  stop: Cancellation | undefined,
): Pick<DeploymentRecord, 'status' | 'reason'> {
  const name = shortName(previous)
  switch (back.status) {
    case 'unchanged':
      return { status, reason: sentences(cause, describeStop(stop)) }
    case 'succeeded': {
      const isRolledBack = status === 'succeeded'
      const reason = sentences(cause, `${name} is live again.`)
      return { status: isRolledBack ? 'rolled-back' : status, reason }
    }
    case 'started':
      return {
        status: 'cancelled',
        reason: sentences(cause, `The rollback to ${name} was started as ${back.id}.`),
      }
    default: {
      const reason = sentences(cause, `The rollback: ${back.reason}`)
      return { status: back.status === 'cancelled' ? 'cancelled' : 'failed', reason }
    }
  }
}

function describeStop(stop: Cancellation | undefined): string | undefined {
  if (!stop || stop.isDone) return stop?.sentence
  return `The deployment could not be cancelled: ${stop.sentence}`
}

function sentences(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(' ')
}
