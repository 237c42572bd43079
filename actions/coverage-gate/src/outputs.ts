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

/** The outputs before anything is known. */
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

export function gateOutputs(result: GateResult, reportPath: string): Outputs {
  const { passed, overall, suites, patch, delta, failures } = result
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

/** Outputs are limited to 1 MB each, and to little more per job. */
const maxEntries = 100
const maxBytes = 100_000

/** Describes entries that are omitted from the outputs; each remark is a sentence. */
export function describeOmitted({ failures, patch }: GateResult): string[] {
  const listed = fitting(failures).length
  const files = patch?.files.filter(({ uncovered }) => uncovered.length > 0) ?? []
  const isPatchCut =
    [files, patch?.unknown ?? []].some((list) => list.length > maxEntries) ||
    files.some(({ uncovered }) => uncovered.length > maxEntries)
  return [
    ...(listed < failures.length
      ? [
          `The output "failures" lists ${listed} of ${failures.length}, because outputs are limited in size. The report at "report-path" contains all files.`,
        ]
      : []),
    ...(isPatchCut
      ? [
          `The output "patch" lists at most ${maxEntries} files, and ${maxEntries} line ranges of each; it contains the numbers of omitted ones.`,
        ]
      : []),
  ]
}

/** Returns the failures; if there are too many, the last entry is the number of omitted ones. */
function failuresOutput(failures: readonly GateFailure[]): readonly object[] {
  const kept = fitting(failures)
  const more = failures.length - kept.length
  if (more === 0) return kept
  return [...kept, { kind: 'more', suite: '', more, reason: `${more} more are omitted` }]
}

function fitting(failures: readonly GateFailure[]): GateFailure[] {
  const kept: GateFailure[] = []
  let bytes = 0
  for (const failure of failures.slice(0, maxEntries)) {
    bytes += Buffer.byteLength(JSON.stringify(failure))
    if (bytes > maxBytes) break
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
    uncovered: uncovered.slice(0, maxEntries).map(({ path, uncovered: lines }) => ({
      path,
      lines: lines.slice(0, maxEntries).map(({ from, to }) => [from, to]),
      ...moreThan(maxEntries, lines),
    })),
    unknown: unknown.slice(0, maxEntries),
    ...moreThan(maxEntries, uncovered, 'more-uncovered'),
    ...moreThan(maxEntries, unknown, 'more-unknown'),
  }
}

/** Returns the number of omitted entries as a field, if there are any. */
function moreThan(limit: number, list: readonly unknown[], name = 'more'): object {
  return list.length > limit ? { [name]: list.length - limit } : {}
}

function deltaOutput({ commit, metrics, newlyUncovered }: Delta): object {
  const changes = metrics.map(({ metric, before, now }) => {
    return [metric, { points: formatChange(before, now), before, now }]
  })
  return { commit, ...Object.fromEntries(changes), 'newly-uncovered': newlyUncovered ?? null }
}
