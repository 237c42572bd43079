import type { Outcome } from './outcome.ts'

/**
 * A message, independent of the platform. Every text is untrusted plain text, which the platform's
 * renderer escapes. All texts are a single line, except `text`.
 */
export interface Notification {
  readonly outcome: Outcome
  /** The subject and its result; never empty. */
  readonly title: string
  /** The text of the workflow's author. */
  readonly text: string | undefined
  readonly facts: readonly Fact[]
  readonly lists: readonly List[]
  /** The run and its pull request. */
  readonly links: readonly Link[]
}

/** A link with an untrusted URL; without a usable URL, only its text is shown. */
export interface Link {
  readonly text: string
  readonly url: string | undefined
}

/** `Branch: main`; the value may be a link. */
export interface Fact extends Link {
  readonly name: string
}

/** Jobs or deployments, failed ones first. */
export interface List {
  readonly name: string
  readonly items: readonly Item[]
}

export interface Item {
  readonly outcome: Outcome
  readonly name: string
  /** Shown after the name: the result and its details. */
  readonly description: string
  readonly links: readonly Link[]
}
