import { Github } from '@ci-actions/github'
import type { Runner, WorkflowRun } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import { array, type InferOutput, nullish, number, object, string } from 'valibot'
import type { Leg } from './leg.ts'

/** https://docs.github.com/rest/actions/workflow-jobs#list-jobs-for-a-workflow-run-attempt */
const jobShape = object({
  name: string(),
  conclusion: nullish(string()),
  html_url: nullish(string()),
  steps: nullish(array(object({ name: string(), conclusion: nullish(string()) })), []),
})

const pageShape = object({ total_count: number(), jobs: array(jobShape) })

/**
 * The jobs of this attempt of the run as they ran.
 *
 * @throws Failure when GitHub cannot be asked
 */
export async function runJobs(
  token: string,
  run: WorkflowRun,
  runner: Runner,
  deadline: Deadline,
): Promise<Leg[]> {
  const github = new Github({ token, permission: 'actions: read' }, runner)
  const { repository, runId, attempt } = run
  const path = `/repos/${repository}/actions/runs/${runId}/attempts/${attempt}/jobs`
  const legs: Leg[] = []
  for (let page = 1; ; page++) {
    const query = { per_page: '100', page: String(page) }
    const { total_count, jobs } = await github.ask(
      { method: 'GET', path, query },
      pageShape,
      deadline,
    )
    legs.push(...jobs.map(legOf))
    if (jobs.length === 0 || legs.length >= total_count) return legs
  }
}

function legOf({ name, conclusion, html_url, steps }: InferOutput<typeof jobShape>): Leg {
  return {
    name,
    isBad: isBad(conclusion),
    isOver: !!conclusion,
    failedStep: steps.find((step) => isBad(step.conclusion))?.name,
    url: html_url ?? undefined,
  }
}

function isBad(conclusion: string | null | undefined): boolean {
  return conclusion === 'failure' || conclusion === 'timed_out'
}
