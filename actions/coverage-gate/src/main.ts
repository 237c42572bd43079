import { ActionError, action, type Runner } from '@ci-actions/kit'
import { Deadline } from '@ci-actions/wait'
import { writeReport } from './baseline/write-report.ts'
import { createContext } from './create-context.ts'
import { evaluateGate } from './gate/evaluate.ts'
import type { GateResult } from './gate/result.ts'
import { resolveThresholds } from './gate/thresholds.ts'
import { validateInputs } from './gate/validate-inputs.ts'
import { inputs } from './inputs.ts'
import { describeOmitted, gateOutputs, unknownOutputs } from './outputs.ts'
import { findCheckouts } from './reports/checkouts.ts'
import { findReports } from './reports/find-reports.ts'
import { readSuites } from './reports/read-suites.ts'
import { suiteNames } from './reports/report-line.ts'
import { mergeSuites } from './reports/suites.ts'
import { coverageSummary, describeFailures } from './summary.ts'

/**
 * Reads the reports, checks them and the changed lines of a pull request against the thresholds, and reports the
 * result.
 */
export const coverageGate = action({
  title: 'Coverage gate',
  inputs,
  outputs: Object.keys(unknownOutputs),
  async main(given, runner) {
    // These remain if a report cannot be read; outputs set later replace them.
    runner.setOutputs(unknownOutputs)
    validateInputs(given)
    const { name, semantics, patchThreshold, maxDecrease, ifUnknown } = given
    const names = suiteNames(given.reports)
    const plan = resolveThresholds(given.thresholds, names)

    const deadline = new Deadline(given.timeout, runner.cancelled)
    const reports = findReports(given.reports, given.ifMissing, runner)
    const checkouts = findCheckouts(reports, runner.workspace, deadline)
    const suites = await readSuites(reports, { names, checkouts, exclude: given.exclude }, runner)
    const whole = mergeSuites(suites)

    const context = await createContext({ inputs: given, checkouts, deadline, runner })
    const result = evaluateGate(
      {
        suites,
        whole,
        workspace: runner.workspace,
        patch: await context.patch(whole),
        delta: await context.delta(whole),
      },
      { plan, semantics, patchThreshold, maxDecrease, ifUnknown },
    )

    const path = writeReport(name, suites, whole, runner)
    const summary = coverageSummary(result, { name, patchThreshold, files: whole.files() })
    runner.setOutputs(gateOutputs(result, path))
    for (const remark of describeOmitted(result)) runner.notice(remark)
    runner.appendSummary(summary)
    await context.publish(result, summary, path)
    conclude(result, given, runner)
  },
})

function conclude(
  result: GateResult,
  { name, fail }: { readonly name: string; readonly fail: boolean },
  runner: Runner,
): void {
  const { passed, ungated } = result
  if (ungated?.configured) runner.info(ungated.reason)
  else if (ungated) runner.notice(ungated.reason)
  if (passed) return
  if (fail) throw new ActionError(describeFailures(result, name))
  runner.warning(describeFailures(result, name))
}
