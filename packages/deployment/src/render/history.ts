import { sameVersion, type Version } from '../record.ts'
import type { RenderDeploy } from './api.ts'

/** Statuses of a running deploy. */
const phases = [
  'created',
  'queued',
  'build_in_progress',
  'pre_deploy_in_progress',
  'update_in_progress',
]

export function isUnderway({ status }: RenderDeploy): boolean {
  return phases.includes(status)
}

/** Whether a deploy has ever been live. */
export function hasServed({ status }: RenderDeploy): boolean {
  return status === 'live' || status === 'deactivated'
}

export function versionOf({ id, commit, image }: RenderDeploy): Version {
  return {
    ref: id,
    ...(commit?.id && { commit: commit.id }),
    ...(image?.sha && { digest: image.sha }),
  }
}

/** @param history newest first, as in all functions here */
export function liveIn(history: readonly RenderDeploy[]): Version | null {
  const live = history.find(({ status }) => status === 'live')
  return live ? versionOf(live) : null
}

/** Returns the version that is live or about to be. */
export function desiredIn(history: readonly RenderDeploy[]): Version | null {
  const desired = history.find((one) => isUnderway(one) || one.status === 'live')
  return desired ? versionOf(desired) : null
}

export function newestServed(history: readonly RenderDeploy[]): Version | null {
  const deploy = history.find(hasServed)
  return deploy ? versionOf(deploy) : null
}

/**
 * Returns the version that was live before a given one. A rollback is not a new version: before it came the version
 * that was live before the one it rolled back to.
 */
export function before(version: Version, history: readonly RenderDeploy[]): Version | null {
  const isVersion = (one: RenderDeploy): boolean => sameVersion(versionOf(one), version)
  const first = history.findLastIndex((one) => hasServed(one) && isVersion(one))
  const newest = history.findIndex((one) => one.id === version.ref)
  const isRollback = history[newest]?.trigger === 'rollback'
  const older = history.slice((isRollback ? first : newest) + 1)
  const deploy = older.find((one) => hasServed(one) && !isVersion(one))
  return deploy ? versionOf(deploy) : null
}

export function sameCommit(one: string | null | undefined, other: string): boolean {
  return !!one && (one.startsWith(other) || other.startsWith(one))
}

/** Cron jobs have no deploys that can be cancelled or rolled back. */
export function isCronJob(serviceId: string): boolean {
  return serviceId.startsWith('crn-')
}
