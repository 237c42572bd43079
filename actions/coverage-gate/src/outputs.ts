import type { Output } from '@ci-actions/kit'
import type { Delta } from './baseline/delta.ts'
import { formatChange, formatPercentage } from './gate/percentage.ts'
import type { GateFailure, GateResult } from './gate/result.ts'
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
    failures: failuresOutput(failures),
    'report-path': reportPath,
  }
}

/** An output may hold 1 MB, and all of a job together not much more. */
const mostEntries = 100
const mostBytes = 100_000

/** What there was no room for in the outputs; each is a sentence. */
export function describeLeftOut({ failures, patch }: GateResult): string[] {
  const listed = withRoom(failures).length
  const files = patch?.files.filter(({ uncovered }) => uncovered.length > 0) ?? []
  const isPatchCut =
    [files, patch?.unknown ?? []].some((list) => list.length > mostEntries) ||
    files.some(({ uncovered }) => uncovered.length > mostEntries)
  return [
    ...(listed < failures.length
      ? [
          `The output "failures" lists ${listed} of ${failures.length}: an output has little room. The report at "report-path" has all files.`,
        ]
      : []),
    ...(isPatchCut
      ? [
          `The output "patch" lists at most ${mostEntries} files, and ${mostEntries} ranges of lines of each; it says how many it leaves out.`,
        ]
      : []),
  ]
}

/** The failures, and where there are too many, at the end how many there was no room for. */
function failuresOutput(failures: readonly GateFailure[]): readonly object[] {
  const kept = withRoom(failures)
  const more = failures.length - kept.length
  if (more === 0) return kept
  return [...kept, { kind: 'more', suite: '', more, reason: `${more} more are not listed here` }]
}

function withRoom(failures: readonly GateFailure[]): GateFailure[] {
  const kept: GateFailure[] = []
  let bytes = 0
  for (const failure of failures.slice(0, mostEntries)) {
    bytes += Buffer.byteLength(JSON.stringify(failure))
    if (bytes > mostBytes) break
    kept.push(failure)
  }
  return kept
}

function patchOutput({ covered, total, files, unknown, missing }: Patch): object {
  const uncovered = files.filter((file) => file.uncovered.length > 0)
  return {
    known: missing === undefined,
    percent: formatPercentage({ covered, total }),
    covered,
    total,
    uncovered: uncovered.slice(0, mostEntries).map(({ path, uncovered: lines }) => ({
      path,
      lines: lines.slice(0, mostEntries).map(({ from, to }) => [from, to]),
      ...moreThan(mostEntries, lines),
    })),
    unknown: unknown.slice(0, mostEntries),
    ...moreThan(mostEntries, uncovered, 'more-uncovered'),
    ...moreThan(mostEntries, unknown, 'more-unknown'),
  }
}

/** How many there are beyond those that are listed, where there are any. */
function moreThan(most: number, list: readonly unknown[], name = 'more'): object {
  return list.length > most ? { [name]: list.length - most } : {}
}

function deltaOutput({ commit, metrics, newlyUncovered }: Delta): object {
  const changes = metrics.map(({ metric, before, now }) => {
    return [metric, { points: formatChange(before, now), before, now }]
  })
  return { commit, ...Object.fromEntries(changes), 'newly-uncovered': newlyUncovered ?? null }
}
