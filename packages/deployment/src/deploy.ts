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
 * Plans all targets, and writes only if all of them can be deployed; then deploys them in parallel and waits for all.
 * With `on-failure: rollback`, a failure rolls back all of them. The outcome of each is in its record; only bugs are
 * thrown.
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

/** A target that could not be planned has no plan; its record says why. */
type Planned = Omit<PlannedRun, 'plan'> & { readonly plan: Plan | undefined }

/** Reads everything that is needed before the first write. */
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

/** Deploys a target, unless another one could not be planned. */
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

/** How an unsuccessful deployment ended; follows its name. */
const endings: Partial<Readonly<Record<Status, string>>> = {
  failed: 'failed',
  'timed-out': 'timed out',
  cancelled: 'was cancelled',
  'rolled-back': 'was rolled back',
}

/**
 * Whether a result triggers a rollback. A superseded deployment does not, because the newer run deploys the other
 * targets too.
 */
function callsForRollback({ record: { status } }: DeployResult): boolean {
  return !isSuccess(status) && status !== 'superseded'
}
