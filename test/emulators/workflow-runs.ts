import { answered, type Fault } from './faults.ts'
import { linksOf, pageOf } from './github-pages.ts'
import { type Answer, listen, type Received, send } from './server.ts'

/*
 * GitHub's runs and jobs of a repository of org on this machine, for one who reads them:
 * https://docs.github.com/rest/actions/workflow-runs and …/workflow-jobs. Rows are whole, as GitHub's
 * description has them.
 */

/** A run of workflow 7, as far as it matters to a test. */
export interface RunGiven {
  readonly number: number
  readonly conclusion: string | null
  /** The repository its branch is in; this one unless said. */
  readonly home?: number
  readonly startedAt?: string
}

export interface JobGiven {
  readonly name: string
  readonly conclusion: string | null
  readonly steps?: readonly { readonly name: string; readonly conclusion: string | null }[]
}

export interface WorkflowRuns {
  readonly url: string
  readonly asked: readonly Received[]
  /** Run 42, which asks; its number, and when its latest attempt began. */
  own: RunGiven
  /** The completed runs of the workflow on the branch, newest first. */
  runs: readonly RunGiven[]
  /** The earlier attempts of run 42, the first one first. */
  attempts: readonly RunGiven[]
  /** The jobs of the latest attempt. */
  jobs: readonly JobGiven[]
  /** From now on every request meets this. */
  play(fault: Fault): void
  close(): Promise<void>
}

/** What a token without `actions: read` is told. */
export const notAllowed = answered(403, '{"message":"Resource not accessible by integration"}')

export async function startWorkflowRuns(): Promise<WorkflowRuns> {
  const asked: Received[] = []
  let fault: Fault | undefined
  const it: Pick<WorkflowRuns, 'own' | 'runs' | 'attempts' | 'jobs'> = {
    own: { number: 20, conclusion: null },
    runs: [],
    attempts: [],
    jobs: [],
  }
  const server = await listen((received, response) => {
    asked.push(received)
    const execute = () => answerTo(received, it)
    if (fault) fault(execute, response)
    else send(response, execute())
  })
  const play = (next: Fault): void => {
    fault = next
  }
  return Object.assign(it, { url: server.url, asked, play, close: server.close })
}

function answerTo(received: Received, held: Held): Answer {
  const json = { 'content-type': 'application/json; charset=utf-8' }
  const value = valueFor(received, held)
  const [status, body] = value ? [200, value] : [404, { message: 'Not Found' }]
  const count = value && 'total_count' in value ? value.total_count : 0
  const headers = { ...json, ...linksOf(count, received.path, received.query) }
  return { status, headers, body: JSON.stringify(body) }
}

type Held = Pick<WorkflowRuns, 'own' | 'runs' | 'attempts' | 'jobs'>

function valueFor({ path, query }: Received, { own, runs, attempts, jobs }: Held) {
  const [, of, rest] =
    /^\/repos\/org\/[\w-]+\/actions\/(runs\/42|workflows\/7\/runs)(.*)$/.exec(path) ?? []
  if (of === 'workflows/7/runs') {
    return { total_count: runs.length, workflow_runs: pageOf(runs, query).map(runRow) }
  }
  if (of && rest === '') return runRow({ id: 42, ...own })
  const [, attempt, part] = /^\/attempts\/(\d+)(\/jobs)?$/.exec(rest ?? '') ?? []
  if (part) return { total_count: jobs.length, jobs: pageOf(jobs, query).map(jobRow) }
  const run = [...attempts, own][Number(attempt) - 1]
  return attempt && run ? runRow({ id: 42, ...run }) : undefined
}

const api = 'https://api.github.com'
const sha = '1a2b3c4d5e6f708192a3b4c5d6e7f80912345678'

function runRow(given: RunGiven & { readonly id?: number }) {
  const { number, conclusion, home = 1 } = given
  const { id = number, startedAt = `2026-11-21T${String(number).padStart(2, '0')}:00:00Z` } = given
  const url = `${api}/repos/org/app/actions/runs/${id}`
  return {
    id,
    node_id: `WFR_${id}`,
    head_branch: 'main',
    head_sha: sha,
    run_number: number,
    display_title: 'Add a thing',
    event: 'push',
    status: conclusion === null ? 'in_progress' : 'completed',
    conclusion,
    path: '.github/workflows/deliver.yml',
    workflow_id: 7,
    url,
    html_url: `https://github.com/org/app/actions/runs/${id}`,
    created_at: startedAt,
    updated_at: startedAt,
    run_started_at: startedAt,
    run_attempt: 1,
    head_commit: null,
    head_repository: repositoryRow(home),
    repository: repositoryRow(1),
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${api}/repos/org/app/check-suites/1`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    artifacts_url: `${url}/artifacts`,
    workflow_url: `${api}/repos/org/app/actions/workflows/7`,
    pull_requests: [],
  }
}

function jobRow({ name, conclusion, steps = [] }: JobGiven, index: number) {
  const at = '2026-11-21T12:00:00Z'
  const state = { status: conclusion === null ? 'in_progress' : 'completed', conclusion }
  return {
    id: index + 1,
    node_id: `CR_${index + 1}`,
    run_id: 42,
    run_url: `${api}/repos/org/app/actions/runs/42`,
    head_sha: sha,
    head_branch: 'main',
    workflow_name: 'Deliver',
    name,
    url: `${api}/repos/org/app/actions/jobs/${index + 1}`,
    html_url: `https://github.com/org/app/actions/runs/42/job/${index + 1}`,
    ...state,
    created_at: at,
    started_at: at,
    completed_at: conclusion === null ? null : at,
    check_run_url: `${api}/repos/org/app/check-runs/${index + 1}`,
    labels: ['ubuntu-latest'],
    runner_id: 1,
    runner_name: 'GitHub Actions 1',
    runner_group_id: 2,
    runner_group_name: 'GitHub Actions',
    steps: steps.map((step, at) => ({
      status: step.conclusion === null ? 'queued' : 'completed',
      number: at + 1,
      ...step,
    })),
  }
}

const parts =
  'archive assignees blobs branches collaborators comments commits compare contents contributors ' +
  'deployments downloads events forks git_commits git_refs git_tags hooks issue_comment issue_events ' +
  'issues keys labels languages merges milestones notifications pulls releases stargazers statuses ' +
  'subscribers subscription tags teams trees'

function repositoryRow(id: number) {
  const [owner, name] = [id === 1 ? 'org' : 'someone', 'app']
  const url = `${api}/repos/${owner}/${name}`
  return {
    id,
    node_id: `R_${id}`,
    name,
    full_name: `${owner}/${name}`,
    owner: userRow(owner),
    private: false,
    html_url: `https://github.com/${owner}/${name}`,
    description: null,
    fork: id !== 1,
    url,
    ...Object.fromEntries(parts.split(' ').map((part) => [`${part}_url`, `${url}/${part}`])),
  }
}

function userRow(login = 'org') {
  const url = `${api}/users/${login}`
  const more =
    'followers following gists starred subscriptions organizations repos events received_events'
  return {
    login,
    id: 1,
    node_id: 'U_1',
    avatar_url: 'https://avatars.githubusercontent.com/u/1',
    gravatar_id: null,
    url,
    html_url: `https://github.com/${login}`,
    type: 'User',
    site_admin: false,
    ...Object.fromEntries(more.split(' ').map((part) => [`${part}_url`, `${url}/${part}`])),
  }
}
