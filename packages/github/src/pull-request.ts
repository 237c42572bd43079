import type { Runner } from '@ci-actions/kit'
import { number, object, safeParse, string } from 'valibot'

/** The pull request a run belongs to. */
export interface PullRequest {
  readonly number: number
  /** The branch it is to be merged into, and where that stood when the event was sent. */
  readonly base: { readonly ref: string; readonly sha: string }
  /** The branch with the changes. */
  readonly head: { readonly ref: string; readonly sha: string }
}

const end = object({ ref: string(), sha: string() })
const eventShape = object({ pull_request: object({ number: number(), base: end, head: end }) })

/**
 * The pull request as the event tells it, undefined when the event is not one of a pull request.
 * Which one other events are about has to be looked up: `findPullRequest`.
 *
 * @see https://docs.github.com/webhooks/webhook-events-and-payloads#pull_request
 */
export function pullRequestOfEvent({ event }: Runner): PullRequest | undefined {
  const parsed = safeParse(eventShape, event)
  return parsed.success ? parsed.output.pull_request : undefined
}
