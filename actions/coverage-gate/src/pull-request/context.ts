import type { CommentId, Octokit, PullRequest } from '@ci-actions/github'
import { ActionError } from '@ci-actions/kit'
import { isPath } from '../baseline/baseline-mode.ts'
import type { NormalizedReport } from '../baseline/baseline-report.ts'
import { readBaseline, restoreBaseline } from '../baseline/cache.ts'
import { deltaSince } from '../baseline/delta.ts'
import type { ContextOptions, RunContext } from '../context.ts'
import { unknownFiles } from '../gate/reasons.ts'
import type { Coverage } from '../model/coverage.ts'
import { type Checkout, workspaceCheckout } from '../reports/checkouts.ts'
import { annotate } from './annotations.ts'
import { readChanges } from './changes.ts'
import { chooseCheckout } from './choose-checkout.ts'
import { KnownSources } from './known-sources.ts'
import { evaluatePatch, missingPatch, type Patch } from './patch.ts'

/** Creates the context of a pull request: its changed lines, the baseline of its base branch, and its comment. */
export async function pullRequestContext(
  pullRequest: PullRequest,
  options: ContextOptions,
): Promise<RunContext> {
  const { inputs, deadline, runner } = options
  const checkout = await findCheckout(pullRequest, options)
  const connect = connectionTo(options)
  return {
    async patch(whole) {
      const patch = await readPatch(pullRequest, connect, checkout, whole, options)
      reportUnknown(patch, options)
      return patch
    },
    async delta(whole) {
      return deltaSince(await readBase(pullRequest, options), whole, checkout)
    },
    async publish({ patch }, summary) {
      if (inputs.annotations && patch) annotate(patch, checkout.folder, runner)
      if (!inputs.comment) return
      if (!connect) {
        runner.notice('The pull request gets no comment, because "github-token" is empty.')
        return
      }
      const { syncReportComment } = await import('@ci-actions/github')
      await syncReportComment(connect(), commentId(pullRequest, options), summary, runner, deadline)
    },
  }
}

/** The id contains workflow and job, because several workflows may have a gate of the same name. */
function commentId({ number }: PullRequest, { inputs, runner }: ContextOptions): CommentId {
  const { repository, workflow, job } = runner.run
  const id = ['coverage-gate', workflow, job, inputs.name].filter(Boolean).join('/')
  return { repository, pullRequest: number, id, formerId: `coverage-gate/${inputs.name}` }
}

/** Returns a function that loads the client of GitHub's API and connects; undefined without a token. */
function connectionTo({
  inputs: { githubToken: token },
  deadline,
  runner,
}: ContextOptions): (() => Promise<Octokit>) | undefined {
  if (!token) return undefined
  return async () => {
    const { getOctokit } = await import('@ci-actions/github')
    return getOctokit({ token, permission: 'pull-requests: write' }, runner, deadline)
  }
}

async function findCheckout(
  pullRequest: PullRequest,
  { checkouts, deadline, runner }: ContextOptions,
): Promise<Checkout> {
  const chosen = await chooseCheckout(pullRequest, checkouts, runner.run.repository)
  return chosen ?? workspaceCheckout(runner.workspace, deadline)
}

async function readPatch(
  pullRequest: PullRequest,
  connect: (() => Promise<Octokit>) | undefined,
  checkout: Checkout,
  whole: Coverage,
  { inputs, deadline, runner }: ContextOptions,
): Promise<Patch> {
  const known = new KnownSources(whole, inputs.exclude)
  const { workspace, run, cancelled } = runner
  const { repository } = run
  const isSource = (path: string): boolean => known.isSource(path)
  try {
    const sources = { checkout, workspace, connect, repository, deadline, isSource }
    const changes = await readChanges(pullRequest, sources)
    for (const remark of changes.remarks) runner.notice(remark)
    return evaluatePatch(changes, known)
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    cancelled.throwIfAborted()
    return missingPatch(error.message.replace(/\.$/, ''))
  }
}

function reportUnknown(patch: Patch, { inputs, runner }: ContextOptions): void {
  if (patch.missing !== undefined && !inputs.patchThreshold) {
    runner.notice(`The changed lines are unknown: ${patch.missing}.`)
  }
  const shouldWarn = patch.unknown.length > 0 && inputs.ifUnknown === 'warn'
  if (shouldWarn) runner.warning(`${unknownFiles(patch)}.`)
}

/** Reads the baseline of the pull request. */
async function readBase(
  { base }: PullRequest,
  { inputs, deadline, runner }: ContextOptions,
): Promise<NormalizedReport | undefined> {
  const { name, baseline, maxDecrease } = inputs
  if (baseline === 'none') return undefined
  if (isPath(baseline)) return readBaseline(baseline, runner)
  const cached = { name, branch: base.ref }
  return restoreBaseline(cached, base.sha, maxDecrease !== undefined, runner, deadline)
}
