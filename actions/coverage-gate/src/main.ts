import { pullRequestOf } from '@ci-actions/github/pull-request'
import { action, Failure, type Runner } from '@ci-actions/kit'
import { Deadline } from '@ci-actions/wait'
import { hasCache } from './baseline/has-cache.ts'
import { reportFile, writeReport } from './baseline/report-file.ts'
import { normalizedReport, tellsLines } from './baseline/write-report.ts'
import { evaluateGate } from './gate/evaluate.ts'
import type { GateResult } from './gate/result.ts'
import { resolveThresholds } from './gate/thresholds.ts'
import { validateInputs } from './gate/validate-inputs.ts'
import { inputs } from './inputs.ts'
import { gateOutputs, unknownOutputs } from './outputs.ts'
import { findCheckouts } from './reports/checkouts.ts'
import { findReports } from './reports/find-reports.ts'
import { readSuites } from './reports/read-suites.ts'
import { suiteNames } from './reports/report-line.ts'
import { mergeSuites } from './reports/suites.ts'
import { coverageSummary, describeFailures } from './summary.ts'

/**
 * Reads the reports, holds them, and what a pull request changes, against the thresholds, and tells
 * how far each is from them.
 */
export const coverageGate = action({
  title: 'Coverage gate',
  inputs,
  outputs: Object.keys(unknownOutputs),
  async main(given, runner) {
    // They stand if a report cannot be read; what is written later wins.
    runner.output(unknownOutputs)
    validateInputs(given)
    const names = suiteNames(given.reports)
    const plan = resolveThresholds(given.thresholds, names)
    const pull = pullRequestOf(runner)
    const isAlone = !pull && !isCompared(given.baseline) && !isKept(given.baseline, runner)
    const deadline = new Deadline(given.timeout, runner.cancelled)
    const found = findReports(given.reports, given.ifMissing, runner)
    const paths = found.map(({ path }) => path)
    const checkouts = findCheckouts(paths, runner.workspace, deadline)
    const { exclude } = given
    const suites = await readSuites(
      found,
      { suites: names, exclude, checkouts, isPullRequest: pull !== undefined },
      runner,
    )
    const whole = mergeSuites(suites)
    // What only some runs need is loaded by them alone.
    const around = isAlone
      ? undefined
      : (await import('./pull-request/context.ts')).pullRequestContext(
          given,
          pull,
          deadline,
          runner,
        )

    const patch = await around?.patch(whole)
    const delta = await around?.delta(whole)
    const { workspace } = runner
    const { semantics, patchThreshold, maxDecrease, ifUnknown, name } = given
    const verdict = evaluateGate(
      { suites, whole, workspace, patch, delta },
      { plan, semantics, patchThreshold, maxDecrease, ifUnknown },
    )
    tellUngated(verdict, runner)

    const report = normalizedReport(suites, whole, verdict.overall, runner.run.sha)
    if (!tellsLines(verdict.overall)) {
      runner.info(
        'There are over a million lines, so the report at "report-path" tells counts only.',
      )
    }
    const path = writeReport(reportFile(given.name, runner), report, runner)
    runner.output(gateOutputs(verdict, path))
    runner.summary(coverageSummary(verdict, { name, patchThreshold, files: whole.files() }))
    await around?.tell(verdict, whole)
    if (verdict.passed) return
    if (given.fail) throw new Failure(describeFailures(verdict, name))
    runner.warning(describeFailures(verdict, name))
  },
})

function tellUngated({ ungated }: GateResult, runner: Runner): void {
  if (ungated?.configured) runner.info(ungated.reason)
  else if (ungated) runner.notice(ungated.reason)
}

/** Whether the input names a report to compare with. */
function isCompared(baseline: string): boolean {
  return baseline !== 'cache' && baseline !== 'none'
}

/** Whether this run's report is one that pull requests will be compared with. */
function isKept(baseline: string, runner: Runner): boolean {
  const { event, ref } = runner.run
  const isOfBranch = /^(push|schedule|workflow_dispatch)$/.test(event) && /^refs\/heads\//.test(ref)
  return baseline === 'cache' && isOfBranch && hasCache(runner)
}
