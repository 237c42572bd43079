import { IndeterminateError } from '@ci-actions/http'
import { errorMessage } from '@ci-actions/kit'
import type { Clock } from '@ci-actions/wait'
import { type FollowResult, statusOf } from './follow.ts'
import { type DeploymentRecord, openRecord, shortName, type Version } from './record.ts'
import type { Deployment, Identity } from './target.ts'

/** Builds the record of one deployment; each method records one event. */
export class RecordBuilder {
  readonly #of: { readonly identity: Identity }
  readonly #clock: Clock
  #record: DeploymentRecord

  /** @param of a target, whose identity may become more complete over time */
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

  /** The live version before the first write. */
  read(live: Version | null): void {
    this.#set({ live, previous: live })
  }

  unchanged(version: Version, previous: Version | null): void {
    const reason = `${shortName(version)} is already live.`
    this.#set({ status: 'unchanged', version, previous, reason })
  }

  /** @param version if known without deploying */
  dryRun(what: string, version: Version | undefined): void {
    this.#set({ status: 'dry-run', ...(version && { version }), reason: `Would ${what}.` })
  }

  /** Nothing was written, because other targets cannot be deployed. */
  withheld(unplanned: readonly string[]): void {
    const reason = `Not deployed, because ${unplanned.join(', ')} cannot be deployed. Nothing was changed.`
    this.#set({ status: 'cancelled', reason })
  }

  /** @param version if known before the start */
  writing(version: Version | undefined): void {
    this.#set({ changed: true, ...(version && { version }) })
  }

  started({ id, version, logUrl }: Deployment, previous: Version | null): void {
    const known = this.#record.version ?? version
    this.#set({ id, version: known, previous, ...(logUrl && { logUrl }) })
  }

  /** The deployment is not followed. */
  left(): void {
    const live = this.#record.kind === 'rollback' ? null : this.#record.live
    this.#set({ status: 'started', live, reason: 'The deployment was started and not followed.' })
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

  /** Replaces the reason. */
  because(reason: string): void {
    this.#set({ reason })
  }

  add(sentence: string): void {
    this.#set({ reason: [this.#record.reason, sentence].filter(Boolean).join(' ') })
  }

  /** The live version at the end. */
  live(live: Version | null): void {
    this.#set({ live })
  }

  /**
   * An error ended the deployment.
   *
   * @param written what earlier writes of the operation have left, as a sentence
   * @param isAborted whether the deadline or the job ended, which may have interrupted a write
   * @throws the error if it is not an `ActionError`
   */
  failed(error: unknown, written: string | undefined, isAborted: boolean): void {
    const isCutOff = this.#record.changed && isAborted
    this.#set({
      status: statusOf(error),
      changed: written !== undefined || error instanceof IndeterminateError || isCutOff,
      reason: [errorMessage(error), written].filter(Boolean).join(' '),
    })
  }

  /** Returns the record with the target's current identity. */
  close(): DeploymentRecord {
    return closeRecord(this.#record, this.#of, this.#clock)
  }

  #set(part: Partial<DeploymentRecord>): void {
    this.#record = { ...this.#record, ...part }
  }
}

/** Completes a record with the target's identity and the current time. */
export function closeRecord(
  record: DeploymentRecord,
  { identity }: { readonly identity: Identity },
  clock: Clock,
): DeploymentRecord {
  return { ...record, ...identity, finishedAt: clock.date().toISOString() }
}
