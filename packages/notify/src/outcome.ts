import { type Status, statuses, statusIcons } from '@ci-actions/deployment/record'

/** GitHub's results of a job. */
export const jobResults = ['success', 'failure', 'cancelled', 'skipped'] as const

export type JobResult = (typeof jobResults)[number]

/** Result of a job or a deployment; `unknown` if the input `status` is not a known word. */
export type Outcome = JobResult | Status | 'unknown'

/** How a result is shown on every platform. */
export interface Appearance {
  readonly severity: 'good' | 'bad' | 'neutral'
  /** One emoji; differs from the others in shape, not only in color. */
  readonly icon: string
  /** Follows the name of a job or deployment. */
  readonly verb: string
  /** sRGB, `#rrggbb`. */
  readonly color: string
}

const green = '#2eb67d'
const red = '#e01e5a'
const yellow = '#ecb22e'
const grey = '#8d8d8d'

const appearances: Readonly<Record<Outcome, Appearance>> = {
  success: { severity: 'good', icon: statusIcons.succeeded, verb: 'succeeded', color: green },
  succeeded: { severity: 'good', icon: statusIcons.succeeded, verb: 'succeeded', color: green },
  unchanged: {
    severity: 'good',
    icon: statusIcons.unchanged,
    verb: 'had nothing to change',
    color: green,
  },
  failure: { severity: 'bad', icon: statusIcons.failed, verb: 'failed', color: red },
  failed: { severity: 'bad', icon: statusIcons.failed, verb: 'failed', color: red },
  'timed-out': { severity: 'bad', icon: statusIcons['timed-out'], verb: 'timed out', color: red },
  'rolled-back': {
    severity: 'bad',
    icon: statusIcons['rolled-back'],
    verb: 'was rolled back',
    color: red,
  },
  cancelled: {
    severity: 'neutral',
    icon: statusIcons.cancelled,
    verb: 'was cancelled',
    color: yellow,
  },
  superseded: {
    severity: 'neutral',
    icon: statusIcons.superseded,
    verb: 'was superseded',
    color: yellow,
  },
  started: { severity: 'neutral', icon: statusIcons.started, verb: 'was started', color: yellow },
  skipped: { severity: 'neutral', icon: '➖', verb: 'was skipped', color: grey },
  unknown: { severity: 'neutral', icon: '❔', verb: 'ended', color: grey },
  'dry-run': {
    severity: 'neutral',
    icon: statusIcons['dry-run'],
    verb: 'was a dry run',
    color: grey,
  },
}

export const outcomes: readonly Outcome[] = [...new Set([...jobResults, ...statuses])]

export function appearance(outcome: Outcome): Appearance {
  return appearances[outcome]
}

/** Returns the result of several jobs: `failure` if one failed, `skipped` only if all were skipped. */
export function combineResults(results: readonly JobResult[]): JobResult {
  const worst = (['failure', 'cancelled', 'success'] as const).find((result) =>
    results.includes(result),
  )
  return worst ?? 'skipped'
}
