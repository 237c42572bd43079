import { Failure } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import { readLiveBestEffort, writeGrace } from './cleanup.ts'
import { brokenOff, type FollowOptions, follow } from './follow.ts'
import {
  type DeploymentRecord,
  openRecord,
  sameVersion,
  shortName,
  type Version,
} from './record.ts'
import type { Target } from './target.ts'

/** Which version to leave and which to go back to. */
export interface RollbackPlan {
  /** What should be live now; null when nobody knows, and then whatever is live is left. */
  readonly from: Version | null
  /** Finds what to go back to; null when there is nothing. */
  readonly to: (deadline: Deadline) => Promise<Version | null>
  /** Go back even though something else is live by now. */
  readonly force: boolean
  readonly environment?: string | undefined
  readonly dryRun?: boolean
  /** False: start it and do not look how it ends. */
  readonly wait?: boolean
}

/**
 * Goes back to a version, unless that is live already, or something is live that is neither of the
 * two: then somebody has deployed since. What happened is in the record; only a bug is thrown.
 */
export async function rollback(
  target: Target,
  way: RollbackPlan,
  { pace, log }: FollowOptions,
  deadline: Deadline,
): Promise<DeploymentRecord> {
  const { clock } = deadline
  const { name } = target.identity
  let record = openRecord('rollback', target.identity, way.environment, clock.date())
  let written: string | undefined
  const end = (part: Partial<DeploymentRecord>): DeploymentRecord => ({
    ...record,
    ...part,
    ...target.identity,
    finishedAt: clock.date().toISOString(),
  })
  try {
    const live = await target.live(deadline)
    record = { ...record, live, previous: live }
    const aim = target.desired ? await target.desired(deadline) : live
    const same = target.same?.bind(target)
    const to = destination({ live, aim }, await way.to(deadline), way, same)
    if (!to) {
      return end({
        status: 'unchanged',
        version: live,
        reason: `${shortName(live)} is live already.`,
      })
    }
    const move = target.rollbackTo(to)
    if (way.dryRun)
      return end({ status: 'dry-run', version: to, reason: `Would ${move.description}.` })

    deadline.signal.throwIfAborted()
    record = { ...record, changed: true, version: to }
    const started = await move.start(deadline.outlivedBy(writeGrace), (what) => {
      written = what
    })
    log(`${name}: going back to ${shortName(to)} with ${started.id}`)
    const logUrl = target.logUrl(started.id)
    record = { ...record, id: started.id, ...(logUrl && { logUrl }) }
    if (way.wait === false) {
      return end({ status: 'started', live: null, reason: 'Nobody waits for its end.' })
    }

    const verdict = await follow(target, started, { pace, log }, deadline)
    const liveNow =
      verdict.status === 'succeeded' ? verdict.version : await readLiveBestEffort(target, deadline)
    const lastUrl = target.logUrl(verdict.id)
    return end({ ...verdict, ...(lastUrl && { logUrl: lastUrl }), live: liveNow })
  } catch (error) {
    return end(brokenOff(error, written, record.changed && deadline.signal.aborted))
  }
}

/** What serves, and what the provider is set to serve. */
interface Standing {
  readonly live: Version | null
  readonly aim: Version | null
}

/**
 * Where to go from what is live; null when we are there, and the provider is set to stay there.
 *
 * @throws Failure when there is nothing to go back to, or somebody has deployed since
 */
export function destination(
  { live, aim }: Standing,
  to: Version | null,
  { from, force }: Pick<RollbackPlan, 'from' | 'force'>,
  same = sameVersion,
): Version | null {
  if (!to) {
    throw new Failure(
      'There is nothing to go back to: no version is known that served before. ' +
        'Name one with "to" of rollback, or deploy a good one.',
    )
  }
  if (same(live, to) && same(aim, to)) return null
  if (force || !aim || !from || same(aim, from) || same(aim, to)) return to
  throw new Failure(
    `${shortName(aim)} (${aim.ref}) is live or on its way, which is neither the version to leave, ${shortName(from)}, ` +
      `nor the one to go back to, ${shortName(to)}: somebody has deployed since. ` +
      'With "force: true" rollback goes back all the same.',
  )
}
