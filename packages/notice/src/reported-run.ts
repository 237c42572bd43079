import type { WorkflowRun } from '@ci-actions/kit'
import { fallback, nullish, number, object, safeParse, string } from 'valibot'

const words = fallback(nullish(string()), undefined)
const person = fallback(nullish(object({ login: words })), undefined)

/** https://docs.github.com/webhooks/webhook-events-and-payloads#workflow_run */
const eventShape = object({
  workflow_run: object({
    id: number(),
    name: words,
    head_sha: string(),
    head_branch: words,
    event: words,
    run_attempt: fallback(nullish(number()), undefined),
    html_url: string(),
    display_title: words,
    actor: person,
    triggering_actor: person,
    head_commit: fallback(
      nullish(object({ message: words, author: nullish(object({ name: words })) })),
      undefined,
    ),
  }),
})

/** The run that a `workflow_run` event is about, as this run would be told; undefined in other events. */
export function runOfEvent(event: unknown, run: WorkflowRun): WorkflowRun | undefined {
  const parsed = safeParse(eventShape, event)
  if (run.event !== 'workflow_run' || !parsed.success) return undefined
  const { workflow_run: other } = parsed.output
  const branch = other.head_branch ?? ''
  return {
    ...run,
    sha: other.head_sha,
    commit: other.head_sha,
    ref: branch && `refs/heads/${branch}`,
    branch,
    event: other.event ?? '',
    actor: other.triggering_actor?.login ?? other.actor?.login ?? '',
    author: { name: other.head_commit?.author?.name ?? '', login: undefined },
    workflow: other.name ?? '',
    job: '',
    runId: String(other.id),
    attempt: other.run_attempt ?? 1,
    url: other.html_url,
    pullRequest: undefined,
    message: other.head_commit?.message ?? other.display_title ?? undefined,
  }
}
