import type { Output } from '@ci-actions/kit'
import type { Delta } from './baseline/delta.ts'
import type { GateResult } from './gate/evaluate.ts'
import { formatChange, formatPercentage } from './gate/percentage.ts'
import type { Patch } from './pull-request/patch.ts'

type Outputs = Record<
  | 'passed'
  | 'lines'
  | 'branches'
  | 'functions'
  | 'statements'
  | 'totals'
  | 'suites'
  | 'patch'
  | 'delta'
  | 'failures'
  | 'report-path',
  Output
>

/** What the outputs are as long as nothing is known. */
export const unknownOutputs: Outputs = {
  passed: false,
  lines: '',
  branches: '',
  functions: '',
  statements: '',
  totals: {},
  suites: {},
  patch: '',
  delta: '',
  failures: [],
  'report-path': '',
}

export function gateOutputs(verdict: GateResult, reportPath: string): Outputs {
  const { passed, overall, suites, patch, delta, failures } = verdict
  return {
    passed,
    lines: formatPercentage(overall.lines),
    branches: formatPercentage(overall.branches),
    functions: formatPercentage(overall.functions),
    statements: formatPercentage(overall.statements),
    totals: overall,
    suites: Object.fromEntries(suites.map(({ name, totals }) => [name, totals])),
    patch: patch && patchOutput(patch),
    delta: delta && deltaOutput(delta),
    failures,
    'report-path': reportPath,
  }
}

function patchOutput({ covered, total, files, unknown, missing }: Patch): object {
  const uncovered = files.filter((file) => file.uncovered.length > 0)
  return {
    known: missing === undefined,
    percent: formatPercentage({ covered, total }),
    covered,
    total,
    // An output may hold 1 MB.
    uncovered: uncovered.slice(0, 100).map(({ path, uncovered: lines }) => ({
      path,
      lines: lines.slice(0, 100).map(({ from, to }) => [from, to]),
    })),
    unknown: unknown.slice(0, 100),
  }
}

function deltaOutput({ commit, metrics, newlyUncovered }: Delta): object {
  const changes = metrics.map(({ metric, before, now }) => {
    return [metric, { points: formatChange(before, now), before, now }]
  })
  return { commit, ...Object.fromEntries(changes), 'newly-uncovered': newlyUncovered ?? null }
}
