import { type Status, statuses, statusIcons } from '@ci-actions/deployment/record'

/** How a job ends, in GitHub's words. */
export const jobResults = ['success', 'failure', 'cancelled', 'skipped'] as const

export type JobResult = (typeof jobResults)[number]

/** How a job or a deployment ended; `unknown` where the word for it is none that is known. */
export type Outcome = JobResult | Status | 'unknown'

/** How an outcome is told, on any platform. */
export interface Look {
  readonly tone: 'good' | 'bad' | 'neutral'
  /** One emoji; told apart by its shape too, not by colour alone. */
  readonly mark: string
  /** What follows the name of what ended so. */
  readonly says: string
  /** sRGB, `#rrggbb`. */
  readonly colour: string
}

const green = '#2eb67d'
const red = '#e01e5a'
const yellow = '#ecb22e'
const grey = '#8d8d8d'

const looks: Readonly<Record<Outcome, Look>> = {
  success: { tone: 'good', mark: statusIcons.succeeded, says: 'succeeded', colour: green },
  succeeded: { tone: 'good', mark: statusIcons.succeeded, says: 'succeeded', colour: green },
  unchanged: {
    tone: 'good',
    mark: statusIcons.unchanged,
    says: 'had nothing to change',
    colour: green,
  },
  failure: { tone: 'bad', mark: statusIcons.failed, says: 'failed', colour: red },
  failed: { tone: 'bad', mark: statusIcons.failed, says: 'failed', colour: red },
  'timed-out': { tone: 'bad', mark: statusIcons['timed-out'], says: 'timed out', colour: red },
  'rolled-back': {
    tone: 'bad',
    mark: statusIcons['rolled-back'],
    says: 'was rolled back',
    colour: red,
  },
  cancelled: {
    tone: 'neutral',
    mark: statusIcons.cancelled,
    says: 'was cancelled',
    colour: yellow,
  },
  superseded: {
    tone: 'neutral',
    mark: statusIcons.superseded,
    says: 'was superseded',
    colour: yellow,
  },
  started: { tone: 'neutral', mark: statusIcons.started, says: 'was started', colour: yellow },
  skipped: { tone: 'neutral', mark: '➖', says: 'was skipped', colour: grey },
  unknown: { tone: 'neutral', mark: '❔', says: 'ended', colour: grey },
  'dry-run': { tone: 'neutral', mark: statusIcons['dry-run'], says: 'was a dry run', colour: grey },
}

export const outcomes: readonly Outcome[] = [...new Set([...jobResults, ...statuses])]

export function lookOf(outcome: Outcome): Look {
  return looks[outcome]
}

/** How several jobs ended together: one failure is a failure, and only all skipped is skipped. */
export function together(results: readonly JobResult[]): JobResult {
  const worst = (['failure', 'cancelled', 'success'] as const).find((one) => results.includes(one))
  return worst ?? 'skipped'
}
