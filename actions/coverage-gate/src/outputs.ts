import type { Output } from '@ci-actions/kit'
import type { Verdict } from './judge.ts'
import { percentOf } from './ratio.ts'

type Outputs = Record<
  'passed' | 'lines' | 'branches' | 'functions' | 'statements' | 'totals' | 'suites' | 'failures',
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
  failures: [],
}

export function outputsOf({ passed, overall, suites, failures }: Verdict): Outputs {
  return {
    passed,
    lines: percentOf(overall.lines),
    branches: percentOf(overall.branches),
    functions: percentOf(overall.functions),
    statements: percentOf(overall.statements),
    totals: overall,
    suites: Object.fromEntries(suites.map(({ suite, totals }) => [suite.name, totals])),
    failures,
  }
}
