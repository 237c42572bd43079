import { type Github, keepSticky, type PullRequest } from '@ci-actions/github'
import { Failure, type Markdown, type Runner } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'

/** Keeps the one comment of this gate up to date. Where that is not allowed, the summary has it all. */
export async function keepComment(
  name: string,
  body: Markdown,
  pull: PullRequest,
  github: Github,
  runner: Runner,
  deadline: Deadline,
): Promise<void> {
  const { repository } = runner.run
  const sticky = { repository, pullRequest: pull.number, id: `coverage-gate/${name}`, body }
  try {
    const { did, url } = await keepSticky(github, sticky, deadline)
    runner.info(`The comment on the pull request is ${did}: ${url}`)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    runner.cancelled.throwIfAborted()
    runner.notice(`There is no comment on the pull request, only the summary. ${error.message}`)
  }
}
