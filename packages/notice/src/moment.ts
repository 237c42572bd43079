import { formatDuration } from '@ci-actions/wait'
import { lookOf, type Outcome } from './outcome.ts'

/** When a message is sent. */
export const moments = ['always', 'failure', 'success', 'change', 'recovery'] as const

export type Moment = (typeof moments)[number]

/** How the runs before this one ended: the last of them, and those before it that ended alike. */
export interface Streak {
  readonly tone: 'good' | 'bad'
  readonly count: number
  /** Whether there may be more of them than were looked at. */
  readonly isOpen: boolean
  /** When the first of them began. */
  readonly since: Date
  /** The page of the last of them. */
  readonly url: string
}

/** What is known of the runs before; `first` when there is none. */
export type Past = Streak | 'first' | 'unknown'

/** How this run differs from those before it. */
export interface Change {
  readonly isFixed: boolean
  readonly text: string
  /** The page of the run before. */
  readonly url: string
}

/** Whether the runs before have to be known. */
export function looksBack(when: Moment): boolean {
  return when === 'change' || when === 'recovery'
}

/**
 * Why nothing is to be said, or undefined when something is. A first run is compared with a good
 * one; where the past is not known, what may be news is told.
 */
export function silence(when: Moment, outcome: Outcome, past: Past): string | undefined {
  const { tone, says } = lookOf(outcome)
  const quiet = (why: string): string => `Nothing was sent: it is for "${when}" alone, and ${why}.`
  if (when === 'always' || outcome === 'unknown') return undefined
  if (when === 'failure') return tone === 'bad' ? undefined : quiet(`this ${says}`)
  if (when === 'success') return tone === 'good' ? undefined : quiet(`this ${says}`)
  if (tone === 'neutral') return quiet(`this ${says}, which changes nothing`)
  if (when === 'recovery' && tone === 'bad') return quiet(`this ${says}`)
  if (past === 'unknown') return undefined
  const before = past === 'first' ? 'good' : past.tone
  if (tone !== before) return undefined
  return quiet(past === 'first' ? 'no run came before' : 'the run before ended alike')
}

/** The change against the runs before, if there is one: `fixed after 3 failures, 2 h`. */
export function changeOf(outcome: Outcome, past: Past, now: Date): Change | undefined {
  const { tone } = lookOf(outcome)
  if (typeof past === 'string' || tone === 'neutral' || tone === past.tone) return undefined
  const isFixed = tone === 'good'
  const often = `${past.isOpen ? 'at least ' : ''}${past.count}`
  const many = past.count === 1 && !past.isOpen ? '' : isFixed ? 's' : 'es'
  const what = `${often} ${isFixed ? 'failure' : 'success'}${many}`
  const took = formatDuration(Math.max(0, now.getTime() - past.since.getTime()))
  return { isFixed, text: `${isFixed ? 'fixed' : 'broken'} after ${what}, ${took}`, url: past.url }
}
