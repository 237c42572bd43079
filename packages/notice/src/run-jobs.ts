import { type Endpoints, getOctokit, ownerAndRepo } from '@ci-actions/github'
import type { Runner, WorkflowRun } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import type { Leg } from './leg.ts'

type Job =
  Endpoints['GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs']['response']['data']['jobs'][number]

/**
 * The jobs of this attempt of the run as they ran.
 * https://docs.github.com/rest/actions/workflow-jobs#list-jobs-for-a-workflow-run-attempt
 *
 * @throws ActionError when GitHub cannot be asked
 */
export async function runJobs(
  token: string,
  run: WorkflowRun,
  runner: Runner,
  deadline: Deadline,
): Promise<Leg[]> {
  const octokit = await getOctokit({ token, permission: 'actions: read' }, runner, deadline)
  const jobs = await octokit.paginate(octokit.rest.actions.listJobsForWorkflowRunAttempt, {
    ...ownerAndRepo(run.repository),
    run_id: Number(run.runId),
    attempt_number: run.attempt,
    per_page: 100,
  })
  return jobs.map(legOf)
}

function legOf({ name, conclusion, html_url, steps }: Job): Leg {
  return {
    name,
    isBad: isBad(conclusion),
    isOver: !!conclusion,
    failedStep: steps?.find((step) => isBad(step.conclusion))?.name,
    url: html_url ?? undefined,
  }
}

function isBad(conclusion: string | null | undefined): boolean {
  return conclusion === 'failure' || conclusion === 'timed_out'
}
