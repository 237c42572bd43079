import { type Github, keepSticky, removeSticky } from '@ci-actions/github'
import { Failure, type Runner } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import type { Verdict } from './judge.ts'
import { commentOf } from './report.ts'

/**
 * Keeps the one comment of this job: there as long as something is wrong, and gone once it is not.
 * Where that is not allowed, the summary has it all.
 */
export async function keepComment(
  verdict: Verdict,
  github: Github,
  runner: Runner,
  deadline: Deadline,
): Promise<void> {
  const { repository, job } = runner.run
  const where = { repository, pullRequest: verdict.pull.number, id: `pr-check/${job}` }
  try {
    if (verdict.problems.length > 0) {
      const { did, url } = await keepSticky(
        github,
        { ...where, body: commentOf(verdict) },
        deadline,
      )
      runner.info(`The comment on the pull request is ${did}: ${url}`)
    } else if (await removeSticky(github, where, deadline)) {
      runner.info('The comment on the pull request is removed.')
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    runner.cancelled.throwIfAborted()
    runner.notice(
      `The comment on the pull request could not be kept; the job summary has all of it. ${error.message}`,
    )
  }
}
