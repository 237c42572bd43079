import type { Deadline } from '@ci-actions/wait'
import type { DeploymentRecord, Version } from './record.ts'

/** A deployment under way at the provider. What following it takes, it remembers itself. */
export interface Deployment {
  /** The provider's id. */
  readonly id: string
  /** The version it deploys, as far as it is known yet. */
  readonly version: Version
  /** The page with its log. */
  readonly logUrl?: string | undefined
  /** Returns its state; one that does not advance by itself, such as a canary, is advanced. */
  poll(deadline: Deadline): Promise<DeploymentState>
  /** Asks for its end in one request; returns what came of it, as in `was cancelled at render`. */
  cancel(deadline: Deadline): Promise<string>
  /**
   * Returns why it does not end well, as far as the provider says: sentences, the most telling first.
   * All of them go to the summary, the first one to the error too.
   */
  diagnose?(deadline: Deadline): Promise<readonly string[]>
}

/** The state of a deployment. */
export type DeploymentState =
  | { readonly state: 'missing' }
  | { readonly state: 'running'; readonly phase: string; readonly version: Version }
  | { readonly state: 'live'; readonly version: Version }
  /** Another deployment of the same version has taken its place: that one is followed. */
  | { readonly state: 'replaced'; readonly by: Deployment; readonly version: Version }
  | {
      readonly state: 'failed' | 'cancelled' | 'superseded' | 'rolled-back'
      readonly reason: string
      readonly version: Version
    }

/** Receives, as a sentence, all that an operation of several writes has left so far. */
export type OnWritten = (what: string) => void

/** What an operation reports while it starts a deployment. */
export interface OperationEvents {
  /** Called after each write but the last: what is there stays there when a later write fails. */
  readonly written: OnWritten
  readonly note: (note: SummaryNote) => void
}

/** A write that starts a deployment; nothing happens until `start`. */
export interface Operation {
  /** What `start` does, after "Would". */
  readonly description: string
  /**
   * Writes once. When the answer is lost, the result is looked up; the request is not sent again while
   * it may have been carried out.
   */
  start(deadline: Deadline, events: OperationEvents): Promise<Deployment>
}

/** What deploying or rolling back a target comes down to, read before anything is written. */
export interface Plan {
  /** What serves now; null before the first deploy. */
  readonly live: Version | null
  /** Returns what served before `version`, from what was read: the version to roll back to. */
  before(version: Version): Version | null
  readonly step: Step
}

export type Step =
  | { readonly kind: 'unchanged'; readonly version: Version }
  | { readonly kind: 'attach'; readonly deployment: Deployment }
  /** `version` where it is known before the start, as in a rollback. */
  | { readonly kind: 'start'; readonly operation: Operation; readonly version?: Version }

/** What serves, and what the provider is set to serve: the two differ while a deployment runs. */
export interface TargetState {
  readonly live: Version | null
  readonly desired: Version | null
}

/** What a target is and how to find it again, as the record has it; more is known once it was read. */
export type Identity = Pick<DeploymentRecord, 'provider' | 'name' | 'target' | 'url'>

/** A line of the job summary beside the records, and where to read on. */
export interface SummaryNote {
  readonly text: string
  readonly url?: string | undefined
}

/**
 * Something that can be deployed and rolled back: a service, a function, a site. One class per
 * provider. It remembers nothing of its deployments.
 */
export interface Target {
  readonly identity: Identity
  plan(deadline: Deadline): Promise<Plan>
  /** Returns what serves now. */
  live(deadline: Deadline): Promise<Version | null>
  state(deadline: Deadline): Promise<TargetState>
  /** Returns what served before what serves now, from the provider's own history. */
  previous(deadline: Deadline): Promise<Version | null>
  /** Returns the version that an id, a commit or a tag names. */
  find(text: string, deadline: Deadline): Promise<Version>
  rollbackTo(version: Version): Operation
  /**
   * Whether two versions are the same thing to serve, where their ids alone decide: the same code may
   * be there twice, with other settings. Without it `sameVersion` decides.
   */
  same?(one: Version | null, other: Version | null): boolean
}
