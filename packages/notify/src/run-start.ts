import { getOctokit, ownerAndRepo } from '@ci-actions/github'
import type { Runner, WorkflowRun } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'

/**
 * Returns the start of this attempt of the run.
 * https://docs.github.com/rest/actions/workflow-runs#get-a-workflow-run-attempt
 *
 * @throws ActionError when the request fails
 */
export async function readRunStart(
  token: string,
  { repository, runId, attempt }: WorkflowRun,
  runner: Runner,
  deadline: Deadline,
): Promise<Date> {
  const octokit = await getOctokit({ token, permission: 'actions: read' }, runner, deadline)
  const { data: run } = await octokit.rest.actions.getWorkflowRunAttempt({
    ...ownerAndRepo(repository),
    run_id: Number(runId),
    attempt_number: attempt,
    exclude_pull_requests: true,
  })
  return new Date(run.run_started_at ?? run.created_at)
}
