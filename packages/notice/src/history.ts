import { type Endpoints, getOctokit, ownerAndRepo } from '@ci-actions/github'
import { ActionError, type WorkflowRun as Run, type Runner } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import type { Past, Streak } from './moment.ts'

/** A row is the latest attempt of its run. */
type WorkflowRun = Endpoints['GET /repos/{owner}/{repo}/actions/runs/{run_id}']['response']['data']

/** One page, as much as GitHub gives at once. */
const pageSize = 100

/**
 * How the runs of the same workflow and branch ended before this one; its own earlier attempts are
 * the latest of them.
 *
 * @throws ActionError when GitHub cannot be asked
 */
export async function lookBack(
  token: string,
  of: Pick<Run, 'repository' | 'runId' | 'attempt'>,
  runner: Runner,
  deadline: Deadline,
): Promise<Past> {
  const octokit = await getOctokit({ token, permission: 'actions: read' }, runner, deadline)
  const { actions } = octokit.rest
  const repository = ownerAndRepo(of.repository)
  const asked = { ...repository, run_id: Number(of.runId) }
  const { data: own } = await actions.getWorkflowRun(asked)
  const attempts: WorkflowRun[] = []
  for (let before = of.attempt - 1; before > 0; before--) {
    const attempt = { ...asked, attempt_number: before }
    attempts.push((await actions.getWorkflowRunAttempt(attempt)).data)
  }
  const { data } = await actions.listWorkflowRuns({
    ...repository,
    workflow_id: own.workflow_id,
    status: 'completed',
    exclude_pull_requests: true,
    per_page: pageSize,
    ...(own.head_branch && { branch: own.head_branch }),
  })
  const { workflow_runs } = data
  // A fork may have a branch of the same name.
  const earlier = workflow_runs.filter(
    ({ run_number, head_repository }) =>
      run_number < own.run_number && head_repository?.id === own.head_repository?.id,
  )
  const isCut = workflow_runs.length >= pageSize
  const streak = streakOf([...attempts, ...earlier], isCut)
  if (!streak && isCut) {
    throw new ActionError(`Of the last ${pageSize} runs, none that came before this one tells it.`)
  }
  return streak ?? 'first'
}

/** The latest of these runs that says something, and those before it that ended alike. */
function streakOf(newestFirst: readonly WorkflowRun[], isCut: boolean): Streak | undefined {
  const telling = newestFirst.filter((run) => toneOf(run) !== undefined)
  const [last] = telling
  const tone = last && toneOf(last)
  if (!last || !tone) return undefined
  const end = telling.findIndex((run) => toneOf(run) !== tone)
  const alike = end < 0 ? telling : telling.slice(0, end)
  const { created_at, run_started_at: since = created_at } = alike.at(-1) ?? last
  return {
    tone,
    count: alike.length,
    isOpen: isCut && end < 0,
    since: new Date(since),
    url: last.html_url,
  }
}

/** Runs that were cancelled or skipped say nothing of what they would have tested. */
function toneOf({ conclusion }: WorkflowRun): 'good' | 'bad' | undefined {
  if (conclusion === 'success') return 'good'
  const bad = ['failure', 'timed_out', 'startup_failure']
  return bad.includes(conclusion ?? '') ? 'bad' : undefined
}
