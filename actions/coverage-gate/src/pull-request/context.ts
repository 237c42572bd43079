import { type Git, gitIn } from '@ci-actions/git'
import { Github, keepReport, type PullRequest } from '@ci-actions/github'
import { Failure, type Given, type Runner } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import type { NormalizedReport } from '../baseline/baseline-report.ts'
import { keepBaseline, readBaseline, restoreBaseline } from '../baseline/cache.ts'
import { compareBaseline, type Delta } from '../baseline/delta.ts'
import { reportFile } from '../baseline/report-file.ts'
import { unknownFiles } from '../gate/reasons.ts'
import type { GateResult } from '../gate/result.ts'
import type { inputs } from '../inputs.ts'
import type { Coverage } from '../model/coverage.ts'
import { coverageSummary } from '../summary.ts'
import { annotate } from './annotations.ts'
import { diffBetween, readChanges } from './changes.ts'
import type { ChangedFile } from './diff.ts'
import { evaluatePatch, missingPatch, type Patch } from './patch.ts'

/** What is around the reports: the pull request they are of, and what was before. */
export interface PullRequestContext {
  /** The changed lines; undefined outside of a pull request. */
  patch(whole: Coverage): Promise<Patch | undefined>
  /** What changed since the baseline; undefined without one. */
  delta(whole: Coverage): Promise<Delta | undefined>
  /** Tells those who look at the pull request, or keeps the report for pull requests to come. */
  tell(verdict: GateResult, whole: Coverage): Promise<void>
}

type Settings = Given<typeof inputs>

export function pullRequestContext(
  given: Settings,
  pull: PullRequest | undefined,
  deadline: Deadline,
  runner: Runner,
): PullRequestContext {
  const { repository } = runner.run
  const git = gitIn(runner.workspace, deadline)
  const github = given.githubToken
    ? new Github({ token: given.githubToken, permission: 'pull-requests: write' }, runner)
    : undefined
  return {
    async patch(whole) {
      if (!pull) return undefined
      const patch = await readPatch(pull, { git, github, repository, deadline }, whole, runner)
      tellUnknown(patch, given, runner)
      return patch
    },
    async delta(whole) {
      const baseline = await baselineOf(given, pull, runner, deadline)
      return (
        baseline && compareBaseline(whole, whole.totals(), baseline, await since(baseline, git))
      )
    },
    async tell(verdict, whole) {
      if (!pull) return keepBaseline(keptOf(given, runner.run.branch, runner), runner, deadline)
      if (given.annotations && verdict.patch) annotate(verdict.patch, runner)
      const { name, patchThreshold } = given
      if (!given.comment) return
      if (!github) {
        runner.notice('There is no comment on the pull request: "github-token" is empty.')
        return
      }
      const body = coverageSummary(verdict, { name, patchThreshold, files: whole.files() })
      const where = { repository, pullRequest: pull.number, id: `coverage-gate/${given.name}` }
      await keepReport(github, where, body, runner, deadline)
    },
  }
}

async function readPatch(
  pull: PullRequest,
  sources: Parameters<typeof readChanges>[1],
  whole: Coverage,
  runner: Runner,
): Promise<Patch> {
  try {
    const changes = await readChanges(pull, sources)
    for (const remark of changes.remarks) runner.notice(remark)
    return evaluatePatch(changes, whole)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    runner.cancelled.throwIfAborted()
    return missingPatch(error.message.replace(/\.$/, ''))
  }
}

function tellUnknown(patch: Patch, { ifUnknown, patchThreshold }: Settings, runner: Runner): void {
  if (patch.missing !== undefined && !patchThreshold) {
    runner.notice(`The changed lines are not known: ${patch.missing}.`)
  }
  if (patch.unknown.length > 0 && ifUnknown === 'warn') runner.warning(`${unknownFiles(patch)}.`)
}

async function baselineOf(
  given: Settings,
  pull: PullRequest | undefined,
  runner: Runner,
  deadline: Deadline,
): Promise<NormalizedReport | undefined> {
  if (given.baseline === 'none') return undefined
  if (given.baseline !== 'cache') return readBaseline(given.baseline, runner)
  if (!pull) return undefined
  const kept = keptOf(given, pull.base.ref, runner)
  return restoreBaseline(kept, pull.base.sha, runner, deadline)
}

function keptOf({ name }: Settings, branch: string, runner: Runner) {
  return { name, branch, file: reportFile(name, runner) }
}

/** What changed since the commit of the baseline, as far as the checkout reaches back to it. */
async function since(
  { commit }: NormalizedReport,
  git: Git,
): Promise<readonly ChangedFile[] | undefined> {
  if (!/^[\da-f]{40}([\da-f]{24})?$/.test(commit)) return undefined
  try {
    return await diffBetween(commit, git)
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}
