import { ActionError, type Markdown, type Runner } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import type { CommentId } from './comments.ts'
import type { Octokit } from './octokit.ts'
import { deleteStickyComment, upsertStickyComment } from './sticky-comment.ts'

/**
 * Mirrors the job summary in a comment: creates or updates it if there is a `body`, deletes it otherwise. A failure is
 * only a notice.
 *
 * @throws CancelledError
 */
export async function syncReportComment(
  github: Octokit | Promise<Octokit>,
  where: CommentId,
  body: Markdown | undefined,
  runner: Runner,
  deadline: Deadline,
): Promise<void> {
  try {
    const octokit = await github
    if (body !== undefined) {
      const { did, url } = await upsertStickyComment(octokit, { ...where, body }, deadline)
      runner.info(`The comment on the pull request was ${did}: ${url}`)
    } else if (await deleteStickyComment(octokit, where)) {
      runner.info('The comment on the pull request was removed.')
    }
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    runner.cancelled.throwIfAborted()
    runner.notice(
      `The comment on the pull request could not be updated; the job summary has its full text. ${error.message}`,
    )
  }
}
