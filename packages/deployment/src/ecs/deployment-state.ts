import type { Version } from '../record.ts'
import type { DeploymentState } from '../target.ts'
import type { EcsService, Rollout, ServiceDeployment } from './schemas.ts'
import { nameOf } from './version.ts'

/** Statuses of a service deployment that has not ended. */
export const underway = [
  'PENDING',
  'IN_PROGRESS',
  'STOP_REQUESTED',
  'ROLLBACK_REQUESTED',
  'ROLLBACK_IN_PROGRESS',
]

/** Of these, the ones that can still be stopped. */
export const stoppable = ['PENDING', 'IN_PROGRESS']

/**
 * What a service deployment amounts to. `STOPPED` alone does not tell whether a newer one took its
 * place; whoever asks looks.
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
      // There is no status for one that failed and was not to be rolled back.
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
  const tasks = requested ? [`${running ?? 0} of ${requested} tasks run`] : []
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
 * The same by what every role may see, the deployments of the service: live is what is the newest and
 * `COMPLETED`. `before` is what there was: the ids of the deployments, and the task definition that served.
 */
export function rolloutState(
  id: string,
  service: EcsService,
  version: Version,
  before: { readonly ids: readonly string[]; readonly live: string | undefined },
): DeploymentState {
  const own = service.deployments.find((one) => one.id === id)
  const primary = service.deployments.find(({ status }) => status === 'PRIMARY')
  // What ECS shows may be a moment old.
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
  const counts = `${runningCount ?? 0} of ${desiredCount ?? 0} tasks run`
  return { state: 'running', version, phase: `${rolloutState ?? 'IN_PROGRESS'}, ${counts}` }
}
