import { fallback, nullish, number, object, optional, safeParse, string } from 'valibot'

/** The workflow run of a step. Its texts are untrusted: escape them where they are used. */
export interface WorkflowRun {
  /** `owner/name`. */
  readonly repository: string
  /** The commit that is checked out; on a pull request the merge commit. */
  readonly sha: string
  /** The commit that users expect to see: on a pull request its head. */
  readonly commit: string
  /** `refs/heads/main`, `refs/tags/v1`, `refs/pull/1/merge`. */
  readonly ref: string
  /** The short name of the branch or tag; on a pull request its source branch. */
  readonly branch: string
  readonly event: string
  /** The login of the user who started the run. */
  readonly actor: string
  /** The author of the commit or pull request; undefined if the event does not include it. */
  readonly author: Author | undefined
  readonly workflow: string
  readonly job: string
  readonly runId: string
  readonly attempt: number
  /** `https://github.com`, or the server of GitHub Enterprise. */
  readonly server: string
  /** The page of this run. */
  readonly url: string
  readonly pullRequest: { readonly number: number; readonly title: string } | undefined
  /** The title of the pull request or the message of the head commit, if the event includes it. */
  readonly message: string | undefined
}

/** The author. `login` is known only if the commit's address belongs to a GitHub account. */
export interface Author {
  readonly name: string
  readonly login: string | undefined
}

const words = fallback(nullish(string()), undefined)

/** The event payload fields in use; values of unexpected types count as absent. */
const eventShape = object({
  pull_request: fallback(
    optional(
      object({
        number: number(),
        title: string(),
        head: object({ sha: string(), ref: string() }),
        user: fallback(nullish(object({ login: string() })), undefined),
      }),
    ),
    undefined,
  ),
  head_commit: fallback(
    nullish(
      object({
        message: words,
        author: fallback(nullish(object({ name: words, username: words })), undefined),
      }),
    ),
    undefined,
  ),
})

/**
 * Reads the run from the environment and the event payload.
 *
 * @see https://docs.github.com/actions/reference/workflows-and-actions/variables
 */
export function readWorkflowRun(
  env: (name: string) => string | undefined,
  event: unknown,
): WorkflowRun {
  const parsed = safeParse(eventShape, event)
  const payload = parsed.success ? parsed.output : undefined
  const pull = payload?.pull_request
  const server = env('GITHUB_SERVER_URL') ?? 'https://github.com'
  const repository = env('GITHUB_REPOSITORY') ?? ''
  const runId = env('GITHUB_RUN_ID') ?? ''
  const sha = env('GITHUB_SHA') ?? ''
  return {
    repository,
    sha,
    commit: pull?.head.sha ?? sha,
    ref: env('GITHUB_REF') ?? '',
    branch: pull?.head.ref ?? env('GITHUB_REF_NAME') ?? '',
    event: env('GITHUB_EVENT_NAME') ?? '',
    actor: env('GITHUB_ACTOR') ?? '',
    author: authorOf(pull?.user?.login, payload?.head_commit?.author),
    workflow: env('GITHUB_WORKFLOW') ?? '',
    job: env('GITHUB_JOB') ?? '',
    runId,
    attempt: Number(env('GITHUB_RUN_ATTEMPT') ?? '1') || 1,
    server,
    url: `${server}/${repository}/actions/runs/${runId}`,
    pullRequest: pull && { number: pull.number, title: pull.title },
    message: pull?.title ?? payload?.head_commit?.message ?? undefined,
  }
}

function authorOf(
  opener: string | undefined,
  author:
    | { name?: string | null | undefined; username?: string | null | undefined }
    | null
    | undefined,
): Author | undefined {
  if (opener !== undefined) return { name: opener, login: opener }
  const name = author?.name ?? author?.username
  return name ? { name, login: author?.username ?? undefined } : undefined
}
