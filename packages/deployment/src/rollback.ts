import { ActionError } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import type { FollowOptions } from './follow.ts'
import { type DeploymentRecord, sameVersion, shortName, type Version } from './record.ts'
import { RecordBuilder } from './record-builder.ts'
import { runDeployment } from './run.ts'
import type { Plan, Step, Target, TargetState } from './target.ts'

/** The version to replace and the version to roll back to. */
export interface RollbackPlan {
  /** The version that should be live now; null if unknown, to replace whatever is live. */
  readonly from: Version | null
  /** Returns the version to roll back to; null if there is none. */
  readonly to: (deadline: Deadline) => Promise<Version | null>
  /** Whether to roll back even if something else is live by now. */
  readonly force: boolean
  readonly environment?: string | undefined
  readonly dryRun?: boolean
  /** If `false`, the rollback is started but not followed. */
  readonly wait?: boolean
}

/**
 * Rolls a target back to a version, unless it is already live, or a third version is live because something else was
 * deployed in the meantime. The outcome is in the record; only bugs are thrown.
 */
export async function rollback(
  target: Target,
  rollbackPlan: RollbackPlan,
  follow: FollowOptions,
  deadline: Deadline,
): Promise<DeploymentRecord> {
  const { environment, dryRun = false, wait = true } = rollbackPlan
  const record = new RecordBuilder('rollback', target, environment, deadline.clock)
  const options = { dryRun, wait, onCancel: 'leave', diagnose: false, follow, deadline } as const
  try {
    const plan = await planRollback(target, rollbackPlan, record, deadline)
    await runDeployment({ target, plan, record }, options)
  } catch (error) {
    record.failed(error, undefined, false)
  }
  return record.close()
}

/** @throws ActionError if there is nothing to roll back to, or something else was deployed in the meantime */
async function planRollback(
  target: Target,
  plan: RollbackPlan,
  record: RecordBuilder,
  deadline: Deadline,
): Promise<Plan> {
  const state = await target.state(deadline)
  const { live } = state
  record.read(live)
  const to = destination(state, await plan.to(deadline), plan, target.same?.bind(target))
  return { live, before: () => live, step: stepTo(to, live, target) }
}

function stepTo(to: Version | null, live: Version | null, target: Target): Step {
  if (to) return { kind: 'start', operation: target.rollbackTo(to), version: to }
  if (live) return { kind: 'unchanged', version: live }
  throw new Error('Nothing is live, so there is a version to deploy.')
}

/**
 * Returns the version to deploy; null if it is live and the provider is set to keep it.
 *
 * @throws ActionError if there is nothing to roll back to, or something else was deployed in the meantime
 */
export function destination(
  { live, desired }: TargetState,
  to: Version | null,
  { from, force }: Pick<RollbackPlan, 'from' | 'force'>,
  same = sameVersion,
): Version | null {
  if (!to) {
    throw new ActionError(
      'Nothing to roll back to: no earlier version is known. ' +
        'Set "to" of rollback, or deploy a working version.',
    )
  }
  if (same(live, to) && same(desired, to)) return null
  if (force || !desired || !from || same(desired, from) || same(desired, to)) return to
  throw new ActionError(
    `${shortName(desired)} (${desired.ref}) is live or being deployed. It is neither the version to replace, ${shortName(from)}, ` +
      `nor the one to roll back to, ${shortName(to)}: something else was deployed in the meantime. ` +
      'Set "force: true" to roll back anyway.',
  )
}
