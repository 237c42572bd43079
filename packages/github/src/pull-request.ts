import { readFileSync } from 'node:fs'
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
 * The pull request of the event, undefined when the run belongs to none.
 *
 * @see https://docs.github.com/webhooks/webhook-events-and-payloads#pull_request
 */
export function pullRequestOf(runner: Runner): PullRequest | undefined {
  if (!runner.run.pullRequest) return undefined
  const parsed = safeParse(eventShape, readEvent(runner.env('GITHUB_EVENT_PATH')))
  return parsed.success ? parsed.output.pull_request : undefined
}

function readEvent(file: string | undefined): unknown {
  try {
    return file === undefined ? undefined : JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // An event that cannot be read tells of no pull request, as the kit takes it too.
    return undefined
  }
}
