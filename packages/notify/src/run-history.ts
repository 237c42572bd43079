import { type Endpoints, getOctokit, ownerAndRepo } from '@ci-actions/github'
import { ActionError, type WorkflowRun as Run, type Runner } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import type { RunHistory, Streak } from './when.ts'

/** The latest attempt of a run. */
type WorkflowRun = Endpoints['GET /repos/{owner}/{repo}/actions/runs/{run_id}']['response']['data']

/** The maximum of GitHub's API; only one page is read. */
const pageSize = 100

/**
 * Returns the results of earlier runs of the same workflow and branch; the earlier attempts of the run
 * are the latest of them.
 *
 * @throws ActionError when a request fails, or when the first page has no earlier run
 */
export async function readRunHistory(
  token: string,
  run: Pick<Run, 'repository' | 'runId' | 'attempt'>,
  runner: Runner,
  deadline: Deadline,
): Promise<RunHistory> {
  const octokit = await getOctokit({ token, permission: 'actions: read' }, runner, deadline)
  const { actions } = octokit.rest
  const repository = ownerAndRepo(run.repository)
  const request = { ...repository, run_id: Number(run.runId) }
  const { data: current } = await actions.getWorkflowRun(request)
  const attempts: WorkflowRun[] = []
  for (let attempt = run.attempt - 1; attempt > 0; attempt--) {
    const attemptRequest = { ...request, attempt_number: attempt }
    attempts.push((await actions.getWorkflowRunAttempt(attemptRequest)).data)
  }
  const { data } = await actions.listWorkflowRuns({
    ...repository,
    workflow_id: current.workflow_id,
    status: 'completed',
    exclude_pull_requests: true,
    per_page: pageSize,
    ...(current.head_branch && { branch: current.head_branch }),
  })
  const { workflow_runs } = data
  // A fork may have a branch of the same name.
  const earlier = workflow_runs.filter(
    ({ run_number, head_repository }) =>
      run_number < current.run_number && head_repository?.id === current.head_repository?.id,
  )
  const isTruncated = workflow_runs.length >= pageSize
  const streak = findStreak([...attempts, ...earlier], isTruncated)
  if (!streak && isTruncated) {
    throw new ActionError(
      `None of the last ${pageSize} runs is an earlier one that succeeded or failed.`,
    )
  }
  return streak ?? 'none'
}

/** Returns the newest run that succeeded or failed, with those before it that had the same result. */
function findStreak(newestFirst: readonly WorkflowRun[], isTruncated: boolean): Streak | undefined {
  const decided = newestFirst.filter((run) => severityOf(run) !== undefined)
  const [last] = decided
  const severity = last && severityOf(last)
  if (!last || !severity) return undefined
  const end = decided.findIndex((run) => severityOf(run) !== severity)
  const streak = end < 0 ? decided : decided.slice(0, end)
  const { created_at, run_started_at: since = created_at } = streak.at(-1) ?? last
  return {
    severity,
    count: streak.length,
    isTruncated: isTruncated && end < 0,
    since: new Date(since),
    url: last.html_url,
  }
}

/** Returns undefined for cancelled and skipped runs, which neither succeeded nor failed. */
function severityOf({ conclusion }: WorkflowRun): 'good' | 'bad' | undefined {
  if (conclusion === 'success') return 'good'
  const bad = ['failure', 'timed_out', 'startup_failure']
  return bad.includes(conclusion ?? '') ? 'bad' : undefined
}
