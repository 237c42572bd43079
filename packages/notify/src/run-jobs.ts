import { type Endpoints, getOctokit, ownerAndRepo } from '@ci-actions/github'
import type { Runner, WorkflowRun } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import type { JobRun } from './matrix-job.ts'

type Job =
  Endpoints['GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs']['response']['data']['jobs'][number]

/**
 * Returns the jobs of this attempt of the run, each job of a matrix separately.
 * https://docs.github.com/rest/actions/workflow-jobs#list-jobs-for-a-workflow-run-attempt
 *
 * @throws ActionError when a request fails
 */
export async function readJobRuns(
  token: string,
  run: WorkflowRun,
  runner: Runner,
  deadline: Deadline,
): Promise<JobRun[]> {
  const octokit = await getOctokit({ token, permission: 'actions: read' }, runner, deadline)
  const jobs = await octokit.paginate(octokit.rest.actions.listJobsForWorkflowRunAttempt, {
    ...ownerAndRepo(run.repository),
    run_id: Number(run.runId),
    attempt_number: run.attempt,
    per_page: 100,
  })
  return jobs.map(toJobRun)
}

function toJobRun({ name, conclusion, html_url, steps }: Job): JobRun {
  return {
    name,
    hasFailed: isFailure(conclusion),
    isCompleted: !!conclusion,
    failedStep: steps?.find((step) => isFailure(step.conclusion))?.name,
    url: html_url ?? undefined,
  }
}

function isFailure(conclusion: string | null | undefined): boolean {
  return conclusion === 'failure' || conclusion === 'timed_out'
}
