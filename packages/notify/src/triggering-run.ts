import type { WorkflowRun } from '@ci-actions/kit'
import { fallback, nullish, number, object, safeParse, string } from 'valibot'

const optionalText = fallback(nullish(string()), undefined)
const optionalPerson = fallback(nullish(object({ login: optionalText })), undefined)

/** https://docs.github.com/webhooks/webhook-events-and-payloads#workflow_run */
const eventSchema = object({
  workflow_run: object({
    id: number(),
    name: optionalText,
    head_sha: string(),
    head_branch: optionalText,
    event: optionalText,
    run_attempt: fallback(nullish(number()), undefined),
    html_url: string(),
    display_title: optionalText,
    actor: optionalPerson,
    triggering_actor: optionalPerson,
    head_commit: fallback(
      nullish(object({ message: optionalText, author: nullish(object({ name: optionalText })) })),
      undefined,
    ),
  }),
})

/** Returns the run that a `workflow_run` event is about, in the form of the current run; undefined in other events. */
export function triggeringRun(event: unknown, run: WorkflowRun): WorkflowRun | undefined {
  const parsed = safeParse(eventSchema, event)
  if (run.event !== 'workflow_run' || !parsed.success) return undefined
  const { workflow_run: source } = parsed.output
  const branch = source.head_branch ?? ''
  return {
    ...run,
    sha: source.head_sha,
    commit: source.head_sha,
    ref: branch && `refs/heads/${branch}`,
    branch,
    event: source.event ?? '',
    actor: source.triggering_actor?.login ?? source.actor?.login ?? '',
    author: { name: source.head_commit?.author?.name ?? '', login: undefined },
    workflow: source.name ?? '',
    job: '',
    runId: String(source.id),
    attempt: source.run_attempt ?? 1,
    url: source.html_url,
    pullRequest: undefined,
    message: source.head_commit?.message ?? source.display_title ?? undefined,
  }
}
