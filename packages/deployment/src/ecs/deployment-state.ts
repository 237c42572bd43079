import type { Version } from '../record.ts'
import type { DeploymentState } from '../target.ts'
import type { EcsService, Rollout, ServiceDeployment } from './schemas.ts'
import { nameOf } from './version.ts'

/** Statuses of a running service deployment. */
export const underway = [
  'PENDING',
  'IN_PROGRESS',
  'STOP_REQUESTED',
  'ROLLBACK_REQUESTED',
  'ROLLBACK_IN_PROGRESS',
]

/** Statuses in which it can still be stopped. */
export const stoppable = ['PENDING', 'IN_PROGRESS']

/**
 * Returns the state of a service deployment. `STOPPED` alone does not show whether a newer one replaced it; the caller
 * checks.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceDeployment.html
 */
export function serviceDeploymentState(
  id: string,
  deployment: ServiceDeployment,
  version: Version,
): DeploymentState {
  const { status } = deployment
  const { reason } = deployment.rollback ?? {}
  const why = [reason ?? deployment.statusReason, breakerOf(deployment), alarmsOf(deployment)]
    .filter(Boolean)
    .join(' ')
  switch (status) {
    case 'SUCCESSFUL':
      return { state: 'live', version }
    case 'ROLLBACK_SUCCESSFUL':
      return {
        state: 'rolled-back',
        version,
        reason: `${id} failed and ECS rolled it back. ${why}`.trim(),
      }
    case 'ROLLBACK_FAILED':
      return {
        state: 'failed',
        version,
        reason: `${id} failed, and ECS could not roll it back either. ${why}`.trim(),
      }
    case 'STOPPED':
      // There is no status for a failure without rollback.
      if (breakerOf(deployment) || alarmsOf(deployment)) {
        return { state: 'failed', version, reason: `${id} failed. ${why}` }
      }
      return { state: 'cancelled', version, reason: `${id} was stopped. ${why}`.trim() }
    default:
      return { state: 'running', version, phase: phaseOf(deployment) }
  }
}

function phaseOf({ status, lifecycleStage, targetServiceRevision }: ServiceDeployment): string {
  const { runningTaskCount: running, requestedTaskCount: requested } = targetServiceRevision ?? {}
  const tasks = requested ? [`${running ?? 0} of ${requested} tasks running`] : []
  return [status, ...(lifecycleStage ? [lifecycleStage] : []), ...tasks].join(', ')
}

function breakerOf({ deploymentCircuitBreaker: breaker }: ServiceDeployment): string | undefined {
  if (breaker?.status !== 'TRIGGERED') return undefined
  const { failureCount, threshold } = breaker
  return `The circuit breaker was triggered: ${failureCount} tasks failed, the threshold is ${threshold}.`
}

function alarmsOf({ alarms }: ServiceDeployment): string | undefined {
  const names = alarms?.triggeredAlarmNames ?? []
  return names.length === 0 ? undefined : `Alarms that fired: ${names.join(', ')}.`
}

/**
 * The same from the service's own deployments, which every role may read: a deployment is live if it is the newest and
 * `COMPLETED`. `before` contains the ids of earlier deployments and the task definition that was live.
 */
export function rolloutState(
  id: string,
  service: EcsService,
  version: Version,
  before: { readonly ids: readonly string[]; readonly live: string | undefined },
): DeploymentState {
  const own = service.deployments.find((one) => one.id === id)
  const primary = service.deployments.find(({ status }) => status === 'PRIMARY')
  // The data of ECS may be slightly out of date.
  if (!primary || (!own && before.ids.includes(primary.id))) return { state: 'missing' }
  if (own === primary) {
    return own.taskDefinition === version.ref ? judgePrimary(own, version) : { state: 'missing' }
  }
  const isRollback =
    primary.taskDefinition === before.live && primary.taskDefinition !== version.ref
  const why = own?.rolloutStateReason ?? primary.rolloutStateReason ?? ''
  if (!isRollback) {
    return {
      state: 'superseded',
      version,
      reason: `The newer deployment ${primary.id} (${nameOf(primary.taskDefinition)}) took its place.`,
    }
  }
  if (primary.rolloutState === 'IN_PROGRESS') {
    return { state: 'running', version, phase: `ROLLBACK_IN_PROGRESS, ${why}` }
  }
  return {
    state: 'rolled-back',
    version,
    reason: `${id} failed and ECS rolled it back. ${why}`.trim(),
  }
}

function judgePrimary(own: Rollout, version: Version): DeploymentState {
  const { id, rolloutState, rolloutStateReason, runningCount, desiredCount } = own
  if (rolloutState === 'COMPLETED') return { state: 'live', version }
  if (rolloutState === 'FAILED') {
    return {
      state: 'failed',
      version,
      reason: `${id} failed: ${rolloutStateReason ?? 'ECS gives no reason.'}`,
    }
  }
  const counts = `${runningCount ?? 0} of ${desiredCount ?? 0} tasks running`
  return { state: 'running', version, phase: `${rolloutState ?? 'IN_PROGRESS'}, ${counts}` }
}
