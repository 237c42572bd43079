import { formatDuration } from '@ci-actions/wait'
import { appearance, type Outcome } from './outcome.ts'

/** Values of the input `when`. */
export const notifyWhenValues = ['always', 'failure', 'success', 'change', 'recovery'] as const

export type NotifyWhen = (typeof notifyWhenValues)[number]

/** The previous run and the runs before it with the same result; cancelled and skipped runs do not count. */
export interface Streak {
  readonly severity: 'good' | 'bad'
  readonly count: number
  /** Whether the streak may be longer than the runs that were read. */
  readonly isTruncated: boolean
  /** Start of its first run. */
  readonly since: Date
  /** Page of its last run. */
  readonly url: string
}

/** The results of earlier runs; `none` if this run is the first. */
export type RunHistory = Streak | 'none' | 'unknown'

/** A result that differs from that of the previous run. */
export interface ResultChange {
  readonly isFixed: boolean
  readonly text: string
  /** Page of the previous run. */
  readonly url: string
}

/** Whether the results of earlier runs are needed to decide. */
export function needsHistory(when: NotifyWhen): boolean {
  return when === 'change' || when === 'recovery'
}

/**
 * Returns why no message is sent, or undefined if one is. A first run is compared with a successful
 * one; with an unknown history, the result counts as changed.
 */
export function skipReason(
  when: NotifyWhen,
  outcome: Outcome,
  history: RunHistory,
): string | undefined {
  const { severity, verb } = appearance(outcome)
  const skip = (why: string): string =>
    `Nothing was sent: messages are only sent for "${when}", and ${why}.`
  if (when === 'always' || outcome === 'unknown') return undefined
  if (when === 'failure') return severity === 'bad' ? undefined : skip(`this ${verb}`)
  if (when === 'success') return severity === 'good' ? undefined : skip(`this ${verb}`)
  if (severity === 'neutral') return skip(`this ${verb}, which does not count as a result`)
  if (when === 'recovery' && severity === 'bad') return skip(`this ${verb}`)
  if (history === 'unknown') return undefined
  const previous = history === 'none' ? 'good' : history.severity
  if (severity !== previous) return undefined
  return skip(
    history === 'none' ? 'there is no earlier run' : 'the previous run had the same result',
  )
}

/** Returns the change since the previous run, such as `fixed after 3 failures, 2 h`; undefined if there is none. */
export function detectChange(
  outcome: Outcome,
  history: RunHistory,
  now: Date,
): ResultChange | undefined {
  const { severity } = appearance(outcome)
  if (typeof history === 'string' || severity === 'neutral' || severity === history.severity) {
    return undefined
  }
  const isFixed = severity === 'good'
  const count = `${history.isTruncated ? 'at least ' : ''}${history.count}`
  const plural = history.count === 1 && !history.isTruncated ? '' : isFixed ? 's' : 'es'
  const streak = `${count} ${isFixed ? 'failure' : 'success'}${plural}`
  const duration = formatDuration(Math.max(0, now.getTime() - history.since.getTime()))
  const text = `${isFixed ? 'fixed' : 'broken'} after ${streak}, ${duration}`
  return { isFixed, text, url: history.url }
}
