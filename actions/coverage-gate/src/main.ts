import { action, Failure } from '@ci-actions/kit'
import { merged } from './coverage.ts'
import { inputs } from './inputs.ts'
import { judge } from './judge.ts'
import { outputsOf, unknownOutputs } from './outputs.ts'
import { readSuites } from './reports.ts'
import { reasonOf, summaryOf } from './summary.ts'
import { gatesOf } from './thresholds.ts'

/** Reads the reports, holds them against the thresholds and tells how far each is from them. */
export const coverageGate = action({
  title: 'Coverage gate',
  inputs,
  outputs: Object.keys(unknownOutputs),
  async main({ reports, thresholds, ifMissing, fail }, runner) {
    // They stand if a report cannot be read; what is written later wins.
    runner.output(unknownOutputs)
    const gates = gatesOf(thresholds, [...new Set(reports.map(({ suite }) => suite))])
    const suites = readSuites(reports, ifMissing, runner)
    const verdict = judge(suites, gates, merged(suites.map(({ coverage }) => coverage)))

    runner.output(outputsOf(verdict))
    runner.summary(summaryOf(verdict))
    if (verdict.passed) return
    if (fail) throw new Failure(reasonOf(verdict))
    runner.warning(reasonOf(verdict))
  },
})
