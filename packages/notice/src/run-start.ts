import { Github } from '@ci-actions/github'
import type { Runner, WorkflowRun } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import { isoTimestamp, object, optional, pipe, string } from 'valibot'

const time = pipe(string(), isoTimestamp())
const runShape = object({ created_at: time, run_started_at: optional(time) })

/**
 * When this attempt of the run began.
 * https://docs.github.com/rest/actions/workflow-runs#get-a-workflow-run-attempt
 *
 * @throws Failure when GitHub cannot be asked
 */
export async function runStart(
  token: string,
  of: WorkflowRun,
  runner: Runner,
  deadline: Deadline,
): Promise<Date> {
  const github = new Github({ token, permission: 'actions: read' }, runner)
  const { repository, runId, attempt } = of
  const path = `/repos/${repository}/actions/runs/${runId}/attempts/${attempt}`
  const query = { exclude_pull_requests: 'true' }
  const run = await github.ask({ method: 'GET', path, query }, runShape, deadline)
  return new Date(run.run_started_at ?? run.created_at)
}
