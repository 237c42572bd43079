import { findPullRequest, getOctokit } from '@ci-actions/github'
import { ActionError, action, type InputValues, type Runner } from '@ci-actions/kit'
import { Deadline } from '@ci-actions/wait'
import { applyMode } from './comment.ts'
import { inputs } from './inputs.ts'
import { type Report, reportOutcome } from './report.ts'
import { textToWrite } from './text.ts'

/** Keeps one comment on the pull request up to date. If that fails, the summary contains its text. */
export const prComment = action({
  title: 'PR comment',
  inputs,
  outputs: ['comment-id', 'comment-url', 'action'],
  async main(given, runner) {
    const text = textToWrite(given, runner)
    const report = await write(given, text, runner)
    reportOutcome(report, text, given, runner)
  },
})

/** Returns the result as a report; throws only for bugs. */
async function write(
  given: InputValues<typeof inputs>,
  text: string,
  runner: Runner,
): Promise<Report> {
  const deadline = new Deadline(given.timeout, runner.cancelled)
  const access = { token: given.githubToken, permission: 'pull-requests: write' }
  try {
    const octokit = await getOctokit(access, runner, deadline)
    const { number, none } = await findPullRequest(octokit, given.pr, runner)
    if (number === undefined) return { action: 'skipped', reason: none }
    const where = { repository: runner.run.repository, pullRequest: number, id: given.id }
    return { ...(await applyMode(given, text, { where, octokit, deadline })), number }
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    return { action: 'failed', reason: error.message }
  }
}
