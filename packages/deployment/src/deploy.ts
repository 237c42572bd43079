import type { Runner } from '@ci-actions/kit'
import { type Clock, Deadline, systemClock } from '@ci-actions/wait'
import { followOptions } from './follow.ts'
import type { DeployOptions } from './options.ts'
import { isSuccess, type Status } from './record.ts'
import { RecordBuilder } from './record-builder.ts'
import { rollbackAll } from './rollback-all.ts'
import {
  type DeployResult,
  type PlannedRun,
  type RunOptions,
  type RunResult,
  runDeployment,
} from './run.ts'
import type { Plan, Target } from './target.ts'

/**
 * Plans all targets, and writes only when each of them can be deployed; then deploys them in parallel
 * and waits for every one. With `on-failure: rollback` a failed one rolls back all of them. What
 * happened to each is in its record; only a bug is thrown.
 */
export async function deploy(
  targets: readonly Target[],
  options: DeployOptions,
  runner: Runner,
  clock: Clock = systemClock,
): Promise<DeployResult[]> {
  const follow = followOptions(targets.length, (line) => runner.info(line))
  const deadline = new Deadline(options.timeout, runner.cancelled, clock)
  const planned = await Promise.all(
    targets.map((target) => planOne(target, options.environment, deadline)),
  )
  const unplanned = planned.flatMap(({ target, plan }) => (plan ? [] : target.identity.name))
  const results = await Promise.all(
    planned.map(async (one): Promise<DeployResult> => {
      const how = { ...options, diagnose: true, follow, deadline }
      const done = await deployOne(one, unplanned, how)
      return { ...done, target: one.target, record: one.record.close() }
    }),
  )
  const failed = results.find(callsForRollback)?.record
  if (!failed || options.onFailure === 'leave' || runner.cancelled.aborted) return results

  return rollbackAll(results, `${failed.name} ${endings[failed.status]}`, {
    follow,
    deadline: new Deadline(options.timeout, runner.cancelled, clock),
  })
}

/** A run that could not be planned has no plan, and its record says why. */
type Planned = Omit<PlannedRun, 'plan'> & { readonly plan: Plan | undefined }

/** Reads all that there is to know before anything is written. */
async function planOne(
  target: Target,
  environment: string | undefined,
  deadline: Deadline,
): Promise<Planned> {
  const record = new RecordBuilder('deploy', target, environment, deadline.clock)
  try {
    const plan = await target.plan(deadline)
    record.read(plan.live)
    return { target, plan, record }
  } catch (error) {
    record.failed(error, undefined, false)
    return { target, plan: undefined, record }
  }
}

/** Deploys a target, unless another one cannot be deployed. */
async function deployOne(
  { target, plan, record }: Planned,
  unplanned: readonly string[],
  options: RunOptions,
): Promise<RunResult> {
  if (plan && (unplanned.length === 0 || plan.step.kind === 'unchanged')) {
    return runDeployment({ target, plan, record }, options)
  }
  if (plan) record.withheld(unplanned)
  return { notes: [] }
}

/** How a deployment ended that did not succeed, after its name. */
const endings: Partial<Readonly<Record<Status, string>>> = {
  failed: 'failed',
  'timed-out': 'timed out',
  cancelled: 'was cancelled',
  'rolled-back': 'was rolled back',
}

/** A newer deployment in its place is no reason to roll back the others: a newer run deploys them too. */
function callsForRollback({ record: { status } }: DeployResult): boolean {
  return !isSuccess(status) && status !== 'superseded'
}
