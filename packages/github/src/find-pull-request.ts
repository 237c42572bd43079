import { quote, type Runner } from '@ci-actions/kit'
import { type InferOutput, nullish, number, object, safeParse, string, unknown } from 'valibot'
import { type Octokit, ownerAndRepo } from './octokit.ts'

/** Which pull request a run is about; or none, and why, as a sentence. */
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
 * The pull request of this run, in every event: the event's own, that of a comment, the last one of a
 * merge group, the one whose head a workflow run tested (forks too), or the one a commit belongs to.
 *
 * After a workflow run of a pull request the head is checked, whether the number was found or `given`:
 * what such a run hands on may come from a stranger, who must not choose where it is written.
 *
 * @throws as `getOctokit` says
 */
export async function findPullRequest(
  octokit: Octokit,
  given: number | undefined,
  runner: Runner,
): Promise<Found> {
  const { run, event } = runner
  if (run.event === 'workflow_run') {
    const parsed = safeParse(runEvent, event)
    if (!parsed.success) return { none: 'The event does not tell which workflow run it is about.' }
    return byWorkflowRun(octokit, given, parsed.output.workflow_run, run.repository)
  }
  if (given !== undefined) return { number: given }
  return byEvent(event) ?? byCommit(octokit, run.repository, run.sha)
}

/** Without a request; undefined when the event does not say. */
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
  return { none: `The branch of the merge queue, ${quote(ref)}, names no pull request.` }
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
    const asked = { ...ownerAndRepo(repository), pull_number: given }
    const { data } = await octokit.rest.pulls.get(asked)
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
  const has = subject.startsWith('#') ? 'no longer has' : 'has'
  return `${subject} ${has} ${short(head_sha)}, which ${workflow} tested, as its head.`
}

/** The open pull request whose head it is, else the one that was merged with it. */
async function byCommit(octokit: Octokit, repository: string, sha: string): Promise<Found> {
  const asked = { ...ownerAndRepo(repository), commit_sha: sha }
  const { data: pulls } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit(asked)
  const found =
    pulls.find(({ state, head }) => state === 'open' && head.sha === sha) ??
    pulls.find(({ merge_commit_sha }) => merge_commit_sha === sha)
  return found ?? { none: `No pull request has ${short(sha)} as its head, or was merged with it.` }
}

function openFirst(one: { state: string }, other: { state: string }): number {
  return Number(other.state === 'open') - Number(one.state === 'open')
}

function short(sha: string): string {
  return sha.slice(0, 7)
}
