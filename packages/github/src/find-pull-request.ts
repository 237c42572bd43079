import { quote, type Runner } from '@ci-actions/kit'
import { type InferOutput, nullish, number, object, safeParse, string, unknown } from 'valibot'
import { type Octokit, ownerAndRepo } from './octokit.ts'

/** The number of the pull request of a run, or a sentence on why there is none. */
export type Found =
  | { readonly number: number; readonly none?: never }
  | { readonly number?: never; readonly none: string }

const pullEvent = object({ pull_request: object({ number: number() }) })
const issueEvent = object({ issue: object({ number: number(), pull_request: nullish(unknown()) }) })
const groupEvent = object({ merge_group: object({ head_ref: string() }) })
const runEvent = object({
  workflow_run: object({
    name: nullish(string()),
    event: string(),
    head_sha: string(),
    head_branch: nullish(string()),
    head_repository: nullish(object({ owner: object({ login: string() }) })),
  }),
})

type TestedRun = InferOutput<typeof runEvent>['workflow_run']

/**
 * Finds the pull request of this run, for every event: the event's own, the one of a comment, the last one of a merge
 * group, the one whose head a workflow run tested (including forks), or the one of a commit.
 *
 * After a workflow run of a pull request, the head is verified, whether the number was found or `given`: output of such
 * a run is untrusted and must not decide which pull request is written to.
 *
 * @throws like `getOctokit`
 */
export async function findPullRequest(
  octokit: Octokit,
  given: number | undefined,
  runner: Runner,
): Promise<Found> {
  const { run, event } = runner
  if (run.event === 'workflow_run') {
    const parsed = safeParse(runEvent, event)
    if (!parsed.success) return { none: 'The event payload does not identify the workflow run.' }
    return byWorkflowRun(octokit, given, parsed.output.workflow_run, run.repository)
  }
  if (given !== undefined) return { number: given }
  return byEvent(event) ?? byCommit(octokit, run.repository, run.sha)
}

/** Finds the number in the event, without a request; undefined if the event does not contain it. */
function byEvent(event: unknown): Found | undefined {
  const pull = safeParse(pullEvent, event)
  if (pull.success) return { number: pull.output.pull_request.number }
  const issue = safeParse(issueEvent, event)
  if (issue.success) {
    const { number, pull_request } = issue.output.issue
    return pull_request ? { number } : { none: `#${number} is an issue, not a pull request.` }
  }
  const group = safeParse(groupEvent, event)
  return group.success ? byQueueBranch(group.output.merge_group.head_ref) : undefined
}

/** `refs/heads/gh-readonly-queue/main/pr-7-<sha of the base>`. */
function byQueueBranch(ref: string): Found {
  const [, number] = /^refs\/heads\/gh-readonly-queue\/.+\/pr-(\d+)-[0-9a-f]+$/.exec(ref) ?? []
  if (number) return { number: Number(number) }
  return { none: `The merge queue branch ${quote(ref)} does not name a pull request.` }
}

async function byWorkflowRun(
  octokit: Octokit,
  given: number | undefined,
  tested: TestedRun,
  repository: string,
): Promise<Found> {
  const { head_sha: sha, head_branch: branch, head_repository: home } = tested
  if (given !== undefined) {
    if (!tested.event.startsWith('pull_request')) return { number: given }
    const parameters = { ...ownerAndRepo(repository), pull_number: given }
    const { data } = await octokit.rest.pulls.get(parameters)
    return data.head.sha === sha ? { number: given } : { none: movedOn(`#${given}`, tested) }
  }
  if (!branch || !home) return byCommit(octokit, repository, sha)
  if (tested.event === 'merge_group') return byQueueBranch(`refs/heads/${branch}`)
  const { data: pulls } = await octokit.rest.pulls.list({
    ...ownerAndRepo(repository),
    head: `${home.owner.login}:${branch}`,
    state: 'all',
    sort: 'updated',
    direction: 'desc',
    per_page: 100,
  })
  const same = pulls.filter(({ head }) => head.sha === sha)
  const [found] = same.toSorted(openFirst)
  return found ?? { none: movedOn('No pull request', tested) }
}

function movedOn(subject: string, { name, head_sha }: TestedRun): string {
  const workflow = name ? `the run of ${quote(name)}` : 'the run'
  const head = subject.startsWith('#')
    ? `The head of ${subject} is no longer`
    : `${subject} has the head`
  return `${head} ${short(head_sha)}, which ${workflow} tested.`
}

/** Finds the open pull request with this head, or else the one that was merged as this commit. */
async function byCommit(octokit: Octokit, repository: string, sha: string): Promise<Found> {
  const parameters = { ...ownerAndRepo(repository), commit_sha: sha }
  const { data: pulls } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit(parameters)
  const found =
    pulls.find(({ state, head }) => state === 'open' && head.sha === sha) ??
    pulls.find(({ merge_commit_sha }) => merge_commit_sha === sha)
  return found ?? { none: `No pull request has ${short(sha)} as its head or merge commit.` }
}

function openFirst(a: { state: string }, b: { state: string }): number {
  return Number(b.state === 'open') - Number(a.state === 'open')
}

function short(sha: string): string {
  return sha.slice(0, 7)
}
