import type { Runner } from '@ci-actions/kit'
import { number, object, safeParse, string } from 'valibot'

/** The pull request of a run. */
export interface PullRequest {
  readonly number: number
  /** The target branch, and its commit when the event was sent. */
  readonly base: { readonly ref: string; readonly sha: string }
  /** The branch with the changes. */
  readonly head: { readonly ref: string; readonly sha: string }
}

const end = object({ ref: string(), sha: string() })
const eventShape = object({ pull_request: object({ number: number(), base: end, head: end }) })

/**
 * Returns the pull request in the event payload; undefined for other events. Use `findPullRequest` to look up the pull
 * request of other events.
 *
 * @see https://docs.github.com/webhooks/webhook-events-and-payloads#pull_request
 */
export function pullRequestOfEvent({ event }: Runner): PullRequest | undefined {
  const parsed = safeParse(eventShape, event)
  return parsed.success ? parsed.output.pull_request : undefined
}
