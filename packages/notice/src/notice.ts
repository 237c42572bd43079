import type { Outcome } from './outcome.ts'

/**
 * What there is to say, for any platform. Every text is foreign and plain: whoever renders it
 * escapes it for where it goes. All are on one line, except `text`.
 */
export interface Notice {
  readonly outcome: Outcome
  /** What ended how; never empty. */
  readonly title: string
  /** The author's own words. */
  readonly text: string | undefined
  readonly facts: readonly Fact[]
  readonly lists: readonly List[]
  /** Where to look further. */
  readonly links: readonly Link[]
}

/** A link whose address may be foreign too, and may be missing: then it is its text alone. */
export interface Link {
  readonly text: string
  readonly url: string | undefined
}

/** `Branch: main`; the value may be a link. */
export interface Fact extends Link {
  readonly name: string
}

/** Things that ended, each its own way; what went wrong stands first. */
export interface List {
  readonly name: string
  readonly items: readonly Item[]
}

export interface Item {
  readonly outcome: Outcome
  readonly name: string
  /** What follows the name: how it ended, and what else is known. */
  readonly words: string
  readonly links: readonly Link[]
}
