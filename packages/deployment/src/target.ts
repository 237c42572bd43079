import type { Deadline } from '@ci-actions/wait'
import type { DeploymentRecord, Version } from './record.ts'

/** A deployment in progress at the provider. It keeps the state that following it requires. */
export interface Deployment {
  /** The provider's id. */
  readonly id: string
  /** The deployed version, as far as it is known. */
  readonly version: Version
  /** URL of its log. */
  readonly logUrl?: string | undefined
  /** Returns its state. Advances a deployment that the provider does not advance, such as a canary. */
  poll(deadline: Deadline): Promise<DeploymentState>
  /** Cancels it with one request; returns the result as in `was cancelled on Render`. */
  cancel(deadline: Deadline): Promise<string>
  /**
   * Returns why it failed, as far as the provider says: sentences, the most significant first. All of them go to the
   * summary, and the first one also to the error.
   */
  diagnose?(deadline: Deadline): Promise<readonly string[]>
}

/** The state of a deployment. */
export type DeploymentState =
  | { readonly state: 'missing' }
  | { readonly state: 'running'; readonly phase: string; readonly version: Version }
  | { readonly state: 'live'; readonly version: Version }
  /** Another deployment of the same version has replaced it; follow that one instead. */
  | { readonly state: 'replaced'; readonly by: Deployment; readonly version: Version }
  | {
      readonly state: 'failed' | 'cancelled' | 'superseded' | 'rolled-back'
      readonly reason: string
      readonly version: Version
    }

/** Receives, as a sentence, what an operation of several writes has left so far. */
export type OnWritten = (what: string) => void

/** Callbacks of an operation while it starts a deployment. */
export interface OperationEvents {
  /** Called after each write but the last: its effect remains if a later write fails. */
  readonly written: OnWritten
  readonly note: (note: SummaryNote) => void
}

/** A write that starts a deployment; nothing happens until `start`. */
export interface Operation {
  /** Describes `start`; follows "Would". */
  readonly description: string
  /**
   * Writes once. If the response is lost, the result is looked up; the request is not repeated while it may have been
   * executed.
   */
  start(deadline: Deadline, events: OperationEvents): Promise<Deployment>
}

/** How to deploy or roll back a target, determined before the first write. */
export interface Plan {
  /** The live version; null before the first deploy. */
  readonly live: Version | null
  /** Returns the version that was live before `version`, from what was read: the one to roll back to. */
  before(version: Version): Version | null
  readonly step: Step
}

export type Step =
  | { readonly kind: 'unchanged'; readonly version: Version }
  | { readonly kind: 'attach'; readonly deployment: Deployment }
  /** `version` is set if known before the start, as in a rollback. */
  | { readonly kind: 'start'; readonly operation: Operation; readonly version?: Version }

/** The live version and the version that the provider is set to run; they differ during a deployment. */
export interface TargetState {
  readonly live: Version | null
  readonly desired: Version | null
}

/** The identity and location of a target, as in its record; more complete once the target was read. */
export type Identity = Pick<DeploymentRecord, 'provider' | 'name' | 'target' | 'url'>

/** A line of the job summary in addition to the records, with an optional link. */
export interface SummaryNote {
  readonly text: string
  readonly url?: string | undefined
}

/**
 * Something that can be deployed and rolled back, such as a service or a function. One class per provider. It keeps no
 * state of its deployments.
 */
export interface Target {
  readonly identity: Identity
  plan(deadline: Deadline): Promise<Plan>
  /** Returns the live version. */
  live(deadline: Deadline): Promise<Version | null>
  state(deadline: Deadline): Promise<TargetState>
  /** Returns the version before the live one, from the provider's history. */
  previous(deadline: Deadline): Promise<Version | null>
  /** Returns the version with the given id, commit or tag. */
  find(text: string, deadline: Deadline): Promise<Version>
  rollbackTo(version: Version): Operation
  /**
   * Whether two versions are the same, for providers where only ids count because the same code may exist twice with
   * different settings. The default is `sameVersion`.
   */
  same?(a: Version | null, b: Version | null): boolean
}
