import type { Endpoints } from '@octokit/types'
import {
  array,
  type GenericSchema,
  type InferOutput,
  isoTimestamp,
  nullable,
  nullish,
  number,
  object,
  optional,
  pipe,
  string,
  unknown,
} from 'valibot'

const time = pipe(string(), isoTimestamp())
const user = nullish(object({ login: optional(string()) }))

const listedPull = object({
  number: number(),
  state: string(),
  head: object({ sha: string() }),
  merge_commit_sha: nullable(string()),
})

const pull = object({
  number: number(),
  state: string(),
  title: string(),
  body: nullable(string()),
  user,
  labels: array(object({ name: string() })),
  base: object({ sha: string() }),
  /** `repo` is null once a fork is deleted. */
  head: object({
    ref: string(),
    sha: string(),
    repo: nullish(object({ full_name: string() })),
  }),
  commits: number(),
  additions: number(),
  deletions: number(),
  changed_files: number(),
})

const commit = object({
  sha: string(),
  author: user,
  commit: object({ message: string() }),
  parents: array(unknown()),
})

const file = object({
  filename: string(),
  previous_filename: optional(string()),
  status: string(),
  additions: number(),
  deletions: number(),
  patch: optional(string()),
})

const comment = object({
  id: number(),
  node_id: string(),
  body: optional(string()),
  html_url: string(),
  user: nullable(object({ login: string() })),
  minimized: nullish(unknown()),
})

const label = object({ name: string(), color: string(), description: nullish(string()) })

/** The latest attempt of a workflow run. */
const run = object({
  workflow_id: number(),
  run_number: number(),
  head_branch: nullish(string()),
  head_repository: nullish(object({ id: number() })),
  conclusion: nullish(string()),
  created_at: time,
  run_started_at: optional(time),
  html_url: string(),
})

const job = object({
  name: string(),
  conclusion: nullish(string()),
  html_url: nullish(string()),
  steps: nullish(array(object({ name: string(), conclusion: nullish(string()) }))),
})

/**
 * Schemas of the parts of GitHub's responses that are read. Octokit's types promise complete responses, but a proxy or
 * an older GitHub Enterprise Server may send something else. Responses without a schema are discarded.
 */
const answers: Readonly<Record<string, GenericSchema>> = documented({
  'GET /repos/{owner}/{repo}/pulls': array(listedPull),
  'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls': array(listedPull),
  'GET /repos/{owner}/{repo}/pulls/{pull_number}': pull,
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/commits': array(commit),
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/files': array(file),
  'GET /repos/{owner}/{repo}/compare/{basehead}': object({
    status: string(),
    files: optional(array(file)),
  }),
  'GET /repos/{owner}/{repo}/contents/{path}': object({ content: string(), encoding: string() }),
  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments': array(comment),
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments': comment,
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}': comment,
  'POST /repos/{owner}/{repo}/issues/{issue_number}/labels': array(label),
  'GET /repos/{owner}/{repo}/actions/runs/{run_id}': run,
  'GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}': run,
  'GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs': object({
    total_count: number(),
    jobs: array(job),
  }),
  'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs': object({
    workflow_runs: array(run),
  }),
})

/** Returns the schema for a request such as `GET /repos/org/app/pulls/7`; undefined if its response is not read. */
export function responseShape(asked: string): GenericSchema | undefined {
  const found = Object.entries(answers).find(([route]) => patternOf(route).test(asked))
  return found?.[1]
}

function patternOf(route: string): RegExp {
  return new RegExp(`^${route.replace(/\{\w+\}/g, '[^/]+')}$`)
}

/** Type-checks each schema against GitHub's own description of the endpoint. */
function documented<Rows extends Readonly<Record<string, GenericSchema>>>(
  rows: Rows & Documented<Rows>,
): Rows {
  return rows
}

type Documented<Rows> = {
  readonly [Route in keyof Rows]: Route extends keyof Endpoints
    ? Rows[Route] extends GenericSchema
      ? Extract<Endpoints[Route]['response']['data'], InferOutput<Rows[Route]>> extends never
        ? never
        : Rows[Route]
      : never
    : never
}
