import { findPullRequest, getOctokit, type Octokit } from '@ci-actions/github'
import {
  ActionError,
  action,
  escapeMarkdown,
  InputError,
  type InputValues,
  type Runner,
} from '@ci-actions/kit'
import { Deadline } from '@ci-actions/wait'
import { syncComment } from './comment.ts'
import { askedBy, checksFor, evaluate, listRules } from './evaluate.ts'
import { inputs } from './inputs.ts'
import { type PullRequest, readCommits, readPull } from './pull-request.ts'
import { checkSummary, describeFailure, headline, toOutputs, unknownOutputs } from './report.ts'

/** Checks the current pull request against the rules and explains how to fix it. */
export const prCheck = action({
  title: 'PR check',
  inputs,
  outputs: Object.keys(unknownOutputs),
  async main(given, runner) {
    runner.setOutputs(unknownOutputs)
    const rules = listRules(given)
    if (askedBy(rules).length === 0) throw new InputError(nothingAsked)
    refuseRulesWithoutHeaders(given)
    const deadline = new Deadline(given.timeout, runner.cancelled)
    const octokit = await octokitFor(given, runner, deadline)
    const { pull, none } = await findPull(octokit, runner)
    if (!pull) return pass(none, runner)
    const { repository } = runner.run
    const needsCommits = checksFor(pull, rules).includes('commits')
    const commits = needsCommits ? await readCommits(octokit, repository, pull) : []

    const verdict = evaluate(pull, commits, rules)

    runner.setOutputs(toOutputs(verdict))
    runner.appendSummary(checkSummary(verdict))
    for (const remark of verdict.remarks) runner.info(remark)
    if (verdict.gap) runner.warning(verdict.gap)
    if (given.comment) await syncComment(verdict, octokit, runner, deadline)
    if (verdict.problems.length > 0) throw new ActionError(describeFailure(verdict))
    runner.info(headline(verdict))
  },
})

const nothingAsked =
  'Nothing to check: set "title" or "commits" to true, or set "description" or "branch-pattern".'

/** @throws InputError if there is a rule for titles and commit messages, but neither are checked */
function refuseRulesWithoutHeaders({ title, commits, ...given }: InputValues<typeof inputs>): void {
  if (title || commits) return
  const key = headerRules.find((rule) => given[rule] !== undefined && given[rule] !== false)
  if (!key) return
  throw new InputError(`Input "${inputs[key].name}" requires "title: true" or "commits: true".`)
}

/** Inputs with rules for titles and commit messages; `types` has a default. */
const headerRules = ['scopes', 'requireScope', 'subjectPattern', 'maxLength'] as const

function octokitFor(
  { githubToken, comment }: InputValues<typeof inputs>,
  runner: Runner,
  deadline: Deadline,
): Promise<Octokit> {
  const permission = comment ? 'pull-requests: write' : 'pull-requests: read'
  return getOctokit({ token: githubToken, permission }, runner, deadline)
}

type FoundPull =
  | { readonly pull: PullRequest; readonly none?: never }
  | { readonly pull?: never; readonly none: string }

/** Finds the open pull request of the run, or the reason why there is none. */
async function findPull(octokit: Octokit, runner: Runner): Promise<FoundPull> {
  const { event, repository } = runner.run
  // A pushed commit may be the head of a pull request by chance, so pushes are not checked.
  if (!/^(pull_request|merge_group$|issue_comment$|workflow_run$)/.test(event)) {
    return { none: `The event ${event} is not about a pull request.` }
  }
  const { number, none } = await findPullRequest(octokit, undefined, runner)
  if (number === undefined) return { none }
  const pull = await readPull(octokit, repository, number)
  return pull.state === 'open' ? { pull } : { none: `#${number} is ${pull.state}.` }
}

function pass(none: string, runner: Runner): void {
  const said = `Nothing was checked. ${none}`
  runner.setOutputs({ ...unknownOutputs, passed: true })
  runner.appendSummary(`### ${escapeMarkdown(said)}\n`)
  runner.notice(said)
}
