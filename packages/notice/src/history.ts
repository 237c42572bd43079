import { Github } from '@ci-actions/github'
import { Failure, type WorkflowRun as Run, type Runner } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import {
  array,
  type InferOutput,
  isoTimestamp,
  nullish,
  number,
  object,
  optional,
  pipe,
  string,
  transform,
} from 'valibot'
import type { Past, Streak } from './moment.ts'

const time = pipe(
  string(),
  isoTimestamp(),
  transform((text) => new Date(text)),
)

/** https://docs.github.com/rest/actions/workflow-runs; a row is the latest attempt of its run. */
const runShape = object({
  workflow_id: number(),
  run_number: number(),
  head_branch: nullish(string()),
  head_repository: nullish(object({ id: number() })),
  conclusion: nullish(string()),
  created_at: time,
  run_started_at: optional(time),
  html_url: string(),
})

const listShape = object({ workflow_runs: array(runShape) })

type WorkflowRun = InferOutput<typeof runShape>

/** One page, as much as GitHub gives at once. */
const pageSize = 100

/**
 * How the runs of the same workflow and branch ended before this one; its own earlier attempts are
 * the latest of them.
 *
 * @throws Failure when GitHub cannot be asked
 */
export async function lookBack(
  token: string,
  of: Pick<Run, 'repository' | 'runId' | 'attempt'>,
  runner: Runner,
  deadline: Deadline,
): Promise<Past> {
  const github = new Github({ token, permission: 'actions: read' }, runner)
  const { repository, runId, attempt } = of
  const home = `/repos/${repository}/actions`
  const runAt = (path: string): Promise<WorkflowRun> =>
    github.ask({ method: 'GET', path: `${home}/runs/${runId}${path}` }, runShape, deadline)
  const own = await runAt('')
  const attempts: WorkflowRun[] = []
  for (let before = attempt - 1; before > 0; before--) {
    attempts.push(await runAt(`/attempts/${before}`))
  }
  const path = `${home}/workflows/${own.workflow_id}/runs`
  const query = {
    status: 'completed',
    exclude_pull_requests: 'true',
    per_page: String(pageSize),
    ...(own.head_branch && { branch: own.head_branch }),
  }
  const { workflow_runs } = await github.ask({ method: 'GET', path, query }, listShape, deadline)
  // A fork may have a branch of the same name.
  const earlier = workflow_runs.filter(
    ({ run_number, head_repository }) =>
      run_number < own.run_number && head_repository?.id === own.head_repository?.id,
  )
  const isCut = workflow_runs.length >= pageSize
  const streak = streakOf([...attempts, ...earlier], isCut)
  if (!streak && isCut) {
    throw new Failure(`Of the last ${pageSize} runs, none that came before this one tells it.`)
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
  return { tone, count: alike.length, isOpen: isCut && end < 0, since, url: last.html_url }
}

/** Runs that were cancelled or skipped say nothing of what they would have tested. */
function toneOf({ conclusion }: WorkflowRun): 'good' | 'bad' | undefined {
  if (conclusion === 'success') return 'good'
  const bad = ['failure', 'timed_out', 'startup_failure']
  return bad.includes(conclusion ?? '') ? 'bad' : undefined
}
