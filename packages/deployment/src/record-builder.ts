import { IndeterminateError } from '@ci-actions/http'
import { errorMessage } from '@ci-actions/kit'
import type { Clock } from '@ci-actions/wait'
import { type FollowResult, statusOf } from './follow.ts'
import { type DeploymentRecord, openRecord, shortName, type Version } from './record.ts'
import type { Deployment, Identity } from './target.ts'

/** Writes the record of one deployment; each method is a step on its way. */
export class RecordBuilder {
  readonly #of: { readonly identity: Identity }
  readonly #clock: Clock
  #record: DeploymentRecord

  /** @param of a target, whose identity may become better known on the way */
  constructor(
    kind: DeploymentRecord['kind'],
    of: { readonly identity: Identity },
    environment: string | undefined,
    clock: Clock,
  ) {
    this.#of = of
    this.#clock = clock
    this.#record = openRecord(kind, of.identity, environment, clock.date())
  }

  /** What serves before anything is written. */
  read(live: Version | null): void {
    this.#set({ live, previous: live })
  }

  unchanged(version: Version, previous: Version | null): void {
    const reason = `${shortName(version)} is live already.`
    this.#set({ status: 'unchanged', version, previous, reason })
  }

  /** @param version where it is known without deploying it */
  dryRun(what: string, version: Version | undefined): void {
    this.#set({ status: 'dry-run', ...(version && { version }), reason: `Would ${what}.` })
  }

  /** Nothing is written, because others cannot be deployed. */
  withheld(unplanned: readonly string[]): void {
    const reason = `It was not deployed, because ${unplanned.join(', ')} cannot be: nothing was written.`
    this.#set({ status: 'cancelled', reason })
  }

  /** @param version where it is known before the start */
  writing(version: Version | undefined): void {
    this.#set({ changed: true, ...(version && { version }) })
  }

  started({ id, version, logUrl }: Deployment, previous: Version | null): void {
    const known = this.#record.version ?? version
    this.#set({ id, version: known, previous, ...(logUrl && { logUrl }) })
  }

  /** The end is not waited for. */
  left(): void {
    const live = this.#record.kind === 'rollback' ? null : this.#record.live
    this.#set({ status: 'started', live, reason: 'Nobody waits for its end.' })
  }

  ended({ deployment, status, version, reason }: FollowResult, previous: Version | null): void {
    const { id, logUrl } = deployment
    this.#set({
      id,
      status,
      version,
      previous,
      ...(reason && { reason }),
      ...(logUrl && { logUrl }),
    })
  }

  /** Replaces the reason, or adds to it. */
  because(reason: string): void {
    this.#set({ reason })
  }

  add(sentence: string): void {
    this.#set({ reason: [this.#record.reason, sentence].filter(Boolean).join(' ') })
  }

  /** What serves at the end. */
  live(live: Version | null): void {
    this.#set({ live })
  }

  /**
   * An error ended it.
   *
   * @param written what an operation of several writes has left, as a sentence
   * @param isAborted whether the time or the job is over, which may have cut a write off
   * @throws what is not an `ActionError`
   */
  failed(error: unknown, written: string | undefined, isAborted: boolean): void {
    const isCutOff = this.#record.changed && isAborted
    this.#set({
      status: statusOf(error),
      changed: written !== undefined || error instanceof IndeterminateError || isCutOff,
      reason: [errorMessage(error), written].filter(Boolean).join(' '),
    })
  }

  /** Returns the record with the identity as it is known by now. */
  close(): DeploymentRecord {
    return closeRecord(this.#record, this.#of, this.#clock)
  }

  #set(part: Partial<DeploymentRecord>): void {
    this.#record = { ...this.#record, ...part }
  }
}

/** Returns a record as it is at the end, at this moment. */
export function closeRecord(
  record: DeploymentRecord,
  { identity }: { readonly identity: Identity },
  clock: Clock,
): DeploymentRecord {
  return { ...record, ...identity, finishedAt: clock.date().toISOString() }
}
