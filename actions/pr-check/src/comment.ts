import { type Octokit, syncReportComment } from '@ci-actions/github'
import type { Runner } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import type { CheckResult } from './evaluate.ts'
import { checkComment } from './report.ts'

/** Keeps the one comment of this step: it exists as long as there are problems. */
export function syncComment(
  verdict: CheckResult,
  octokit: Octokit,
  runner: Runner,
  deadline: Deadline,
): Promise<void> {
  const { repository, workflow, job } = runner.run
  // Several workflows may have a job of the same name, and a job several steps that check.
  const step = runner.env('GITHUB_ACTION')
  const id = ['pr-check', workflow, job, step].filter(Boolean).join('/')
  const where = { repository, pullRequest: verdict.pull.number, id }
  const body = verdict.problems.length > 0 ? checkComment(verdict) : undefined
  return syncReportComment(octokit, where, body, runner, deadline)
}
