import { getOctokit, ownerAndRepo } from '@ci-actions/github'
import type { Runner, WorkflowRun } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'

/**
 * When this attempt of the run began.
 * https://docs.github.com/rest/actions/workflow-runs#get-a-workflow-run-attempt
 *
 * @throws ActionError when GitHub cannot be asked
 */
export async function runStart(
  token: string,
  of: WorkflowRun,
  runner: Runner,
  deadline: Deadline,
): Promise<Date> {
  const octokit = await getOctokit({ token, permission: 'actions: read' }, runner, deadline)
  const { data: run } = await octokit.rest.actions.getWorkflowRunAttempt({
    ...ownerAndRepo(of.repository),
    run_id: Number(of.runId),
    attempt_number: of.attempt,
    exclude_pull_requests: true,
  })
  return new Date(run.run_started_at ?? run.created_at)
}
