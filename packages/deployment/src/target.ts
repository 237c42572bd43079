import type { Deadline } from '@ci-actions/wait'
import type { DeploymentRecord, Version } from './record.ts'

/** A deployment that runs at the provider. */
export interface Started {
  /** The provider's id of it. */
  readonly id: string
  /** What it brings, as far as it is known yet. */
  readonly version: Version
}

/** Hears what a move of several writes has left so far, as a sentence. */
export type OnWritten = (what: string) => void

/** Something that can be written, and what it would be in words; nothing happens until `begin`. */
export interface Operation {
  readonly description: string
  /**
   * Writes once. An answer that is lost is looked up, and never sent again while it may have been
   * carried out.
   *
   * @param wrote called after each write but the last with what is there now, as a sentence: all of
   *   it stays there when a later write fails, and the record says so
   */
  start(deadline: Deadline, wrote: OnWritten): Promise<Started>
}

/** What a deploy of a target comes down to, read before anything is written. */
export interface Plan {
  /** What serves now; null before the first deploy. */
  readonly live: Version | null
  /** What served before `version`, from what was read: the version to go back to. */
  before(version: Version): Version | null
  readonly step:
    | { readonly kind: 'unchanged'; readonly version: Version }
    | { readonly kind: 'attach'; readonly started: Started }
    | { readonly kind: 'start'; readonly move: Operation }
}

/** One look at a deployment. */
export type DeploymentState =
  | { readonly state: 'missing' }
  | { readonly state: 'running'; readonly phase: string; readonly version: Version }
  | { readonly state: 'live'; readonly version: Version }
  /** Another deployment has taken its place, and brings the same: that one is followed. */
  | { readonly state: 'replaced'; readonly by: Started; readonly version: Version }
  | {
      readonly state: 'failed' | 'cancelled' | 'superseded' | 'rolled-back'
      readonly reason: string
      readonly version: Version
    }

/** Who a target is and how to find it again, as the record tells it; known better once it was asked. */
export type Identity = Pick<DeploymentRecord, 'provider' | 'name' | 'target' | 'url'>

/** Something a person wants to read beyond the record, and where to read on. */
export interface SummaryNote {
  readonly text: string
  readonly url?: string | undefined
}

/** Something that can be deployed and put back: a service, a function, a site. One per provider. */
export interface Target {
  readonly identity: Identity
  readonly notes?: readonly SummaryNote[]
  plan(deadline: Deadline): Promise<Plan>
  /** Looks; a deployment that does not go on by itself, such as a canary, is taken a step further. */
  look(id: string, deadline: Deadline): Promise<DeploymentState>
  /** What serves now. */
  live(deadline: Deadline): Promise<Version | null>
  /**
   * What the provider is on its way to serve, or still set to serve after that failed, where this can
   * be something else than what serves.
   */
  desired?(deadline: Deadline): Promise<Version | null>
  /** What served before what serves now, from the provider's own history. */
  previous(deadline: Deadline): Promise<Version | null>
  /** The version a person means by an id, a commit or a tag. */
  find(text: string, deadline: Deadline): Promise<Version>
  /** Going back to a version. */
  rollbackTo(to: Version): Operation
  /**
   * Asks, in one request, for the end of a deployment in flight; says what came of it, as in
   * `was cancelled at render`.
   */
  cancel(id: string, deadline: Deadline): Promise<string>
  /**
   * Whether two versions are the same thing to serve, where their ids alone tell: the same code may
   * be there twice, with other settings. Left out, `sameVersion` tells.
   */
  same?(one: Version | null, other: Version | null): boolean
  /**
   * Why a deployment does not end well, as far as the provider tells: the most telling first, each a
   * sentence. All of it is for the summary, the first for the error too.
   */
  why?(id: string, deadline: Deadline): Promise<readonly string[]>
  /** The page where a person reads the log of a deployment. */
  logUrl(id: string): string | undefined
}
