import type { Delta } from '../baseline/delta.ts'
import type { Coverage } from '../model/coverage.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import { type Count, isEmpty, type Metric, type Totals, totalsOf } from '../model/metrics.ts'
import type { Patch } from '../pull-request/patch.ts'
import type { Suite } from '../reports/read-suites.ts'
import { type Matched, matchFiles, type Semantics } from './groups.ts'
import { exceedsDecrease, formatPercentage, type Percentage, requiredCount } from './percentage.ts'
import type {
  MetricThresholds,
  ResolvedThresholds,
  Threshold,
  ThresholdRule,
} from './thresholds.ts'

/** A threshold held against what there is. */
export interface Check {
  readonly metric: Metric
  readonly threshold: Threshold
  /** What was held against it. */
  readonly count: Count
  readonly passed: boolean
}

/** Why the gate is not met, as the output `failures` tells it. */
export interface GateFailure {
  readonly kind: 'suite' | 'path' | 'file' | 'patch' | 'unknown' | 'decrease'
  /** The name of the suite, the path or glob, the file; `patch` or `baseline`. */
  readonly suite: string
  readonly metric?: Metric
  /** As it was given: `80`, `-10`. */
  readonly threshold?: string
  readonly covered?: number
  readonly total?: number
  /** How many more would have to be covered. */
  readonly short?: number
  readonly reason: string
}

/** A suite, or a group of files, and what became of its thresholds. */
export interface SuiteResult {
  readonly name: string
  readonly hasReport: boolean
  readonly totals: Totals
  readonly checks: readonly Check[]
  readonly failures: readonly GateFailure[]
}

export interface GateResult {
  readonly passed: boolean
  readonly suites: readonly SuiteResult[]
  readonly groups: readonly SuiteResult[]
  /** Of all suites together; a file that several have counts once. */
  readonly overall: Totals
  readonly patch: Patch | undefined
  readonly delta: Delta | undefined
  readonly failures: readonly GateFailure[]
}

/** What the gate asks for. */
export interface GateOptions {
  readonly plan: ResolvedThresholds
  readonly semantics: Semantics
  readonly patchThreshold: Percentage | undefined
  readonly maxDecrease: Percentage | undefined
  readonly ifUnknown: 'warn' | 'fail'
}

/** What there is. */
export interface GateInput {
  readonly suites: readonly Suite[]
  readonly whole: Coverage
  readonly workspace: string
  /** Undefined outside of a pull request. */
  readonly patch: Patch | undefined
  /** Undefined without a baseline. */
  readonly delta: Delta | undefined
}

/** Holds everything against what is asked of it, exactly: 79.995 % is below 80. */
export function evaluateGate(evidence: GateInput, demands: GateOptions): GateResult {
  const { suites, whole, patch, delta } = evidence
  const groups = groupsOf(evidence, demands)
  const inGroup = new Set(groups.flatMap(({ files }) => files))
  const judgedGroups = groups.map((group) => judgeGroup(group, whole))
  const isJest = demands.semantics === 'jest'
  const judged = suites.map((suite) => {
    return judgeSuite(suite, demands.plan, isJest ? new Set(Array.from(inGroup, keyOf)) : new Set())
  })
  const failures = [
    ...[...judged, ...judgedGroups].flatMap((one) => one.failures),
    ...judgePatch(patch, demands),
    ...judgeDelta(delta, demands.maxDecrease),
  ]
  return {
    passed: failures.length === 0,
    suites: judged,
    groups: judgedGroups,
    overall: whole.totals(),
    patch,
    delta,
    failures,
  }
}

function judgeSuite(
  { name, reports, coverage }: Suite,
  plan: ResolvedThresholds,
  grouped: Set<string>,
): SuiteResult {
  const totals = coverage.totals()
  const hasReport = reports.length > 0
  if (!hasReport) return { name, hasReport, totals, checks: [], failures: [] }
  if (isEmpty(totals)) {
    const reason =
      'the reports hold nothing that can be covered: no test ran, or nothing was instrumented'
    const failures = [{ kind: 'suite', suite: name, reason } as const]
    return { name, hasReport, totals, checks: [], failures }
  }
  const own = plan.suites.get(name) ?? new Map()
  const { gate, perFile } = plan.everywhere
  const common = new Map([...gate].filter(([metric]) => !own.has(metric)))
  const files = perFile || grouped.size > 0 ? [...coverage.files()] : []
  const rest = files.filter((file) => !grouped.has(keyOf(file)))
  // As in Jest: where every file is in a group, all of them are held against the common thresholds.
  const counted = grouped.size > 0 && rest.length > 0 ? sumOf(rest) : totals
  const about = { kind: 'suite', suite: name } as const
  const checks = [
    ...hold(own, totals, coverage, about),
    ...(perFile ? holdEach(common, rest, coverage) : hold(common, counted, coverage, about)),
  ]
  return { name, hasReport, totals, ...resultOf(checks) }
}

interface Group extends Matched {
  readonly name: string
  readonly asked: ThresholdRule
}

function groupsOf({ whole, workspace }: GateInput, { plan, semantics }: GateOptions): Group[] {
  if (plan.groups.size === 0) return []
  const files = [...whole.files()]
  return Array.from(plan.groups, ([name, asked]) => {
    return { name, asked, ...matchFiles(name, files, semantics, workspace) }
  })
}

function judgeGroup({ name, asked, files, each }: Group, whole: Coverage): SuiteResult {
  const totals = sumOf(files)
  const about = { kind: 'path', suite: name } as const
  if (files.length === 0) {
    const reason =
      'no file of the reports is in it; see whether the reports have the path like this'
    return { name, hasReport: true, totals, checks: [], failures: [{ ...about, reason }] }
  }
  const checks =
    each || asked.perFile
      ? holdEach(asked.gate, files, whole)
      : hold(asked.gate, totals, whole, about)
  return { name, hasReport: true, totals, ...resultOf(checks) }
}

type About = Pick<GateFailure, 'kind' | 'suite'>
type Held = Check & { readonly failures: readonly GateFailure[] }

function resultOf(held: readonly Held[]): Pick<SuiteResult, 'checks' | 'failures'> {
  return {
    checks: held.map(({ failures: _, ...check }) => check),
    failures: held.flatMap(({ failures }) => failures),
  }
}

function hold(gate: MetricThresholds, totals: Totals, coverage: Coverage, about: About): Held[] {
  return Array.from(gate, ([metric, threshold]) => {
    const failure = shortfall(about, metric, threshold, totals[metric], coverage)
    const failures = failure ? [failure] : []
    return { metric, threshold, count: totals[metric], passed: !failure, failures }
  })
}

/** One check a metric, of which every file that is short is a failure. */
function holdEach(
  gate: MetricThresholds,
  files: readonly SourceFile[],
  coverage: Coverage,
): Held[] {
  return Array.from(gate, ([metric, threshold]) => {
    const failures = files.flatMap((file) => {
      const about = { kind: 'file', suite: file.path } as const
      return shortfall(about, metric, threshold, file.count(metric), coverage) ?? []
    })
    const count = sumOf(files)[metric]
    return { metric, threshold, count, passed: failures.length === 0, failures }
  })
}

function shortfall(
  about: About,
  metric: Metric,
  threshold: Threshold,
  count: Count,
  coverage: Coverage,
): GateFailure | undefined {
  const { covered, total } = count
  const all = { ...about, metric, threshold: textOf(threshold), covered, total }
  if (total === 0) {
    // A project may have no branch, but none has no line; a single file may have neither.
    const mayBeNone = about.kind !== 'suite' || metric !== 'lines'
    if (coverage.measured.has(metric) && mayBeNone) return undefined
    return { ...all, reason: `there is no data on ${metric}, so they cannot be gated` }
  }
  if ('mostUncovered' in threshold) {
    const short = total - covered - threshold.mostUncovered
    if (short <= 0) return undefined
    const reason = `${amount(total - covered, metric)} uncovered, ${short} more than the ${threshold.mostUncovered} allowed`
    return { ...all, short, reason }
  }
  const short = requiredCount(threshold.least, total) - covered
  if (short <= 0) return undefined
  const reason = `${metric} at ${formatPercentage(count)} % (${covered} of ${total}), ${amount(short, metric)} short of ${threshold.least.text} %`
  return { ...all, short, reason }
}

function judgePatch(patch: Patch | undefined, demands: GateOptions): GateFailure[] {
  const { patchThreshold, ifUnknown } = demands
  if (!patch) return []
  const about = { kind: 'patch', suite: 'patch' } as const
  const unknown: GateFailure[] =
    ifUnknown === 'fail' && patch.unknown.length > 0
      ? [{ kind: 'unknown', suite: 'patch', reason: unknownFiles(patch) }]
      : []
  if (!patchThreshold) return unknown
  if (patch.missing !== undefined) {
    return [...unknown, { ...about, threshold: patchThreshold.text, reason: patch.missing }]
  }
  const { covered, total } = patch
  const short = requiredCount(patchThreshold, total) - covered
  if (short <= 0) return unknown
  const reason = `${formatPercentage(patch)} % of the changed lines are covered (${covered} of ${total}), ${amount(short, 'lines')} short of ${patchThreshold.text} %`
  return [
    ...unknown,
    { ...about, metric: 'lines', threshold: patchThreshold.text, covered, total, short, reason },
  ]
}

/** Changed source files that no report knows, in words. */
export function unknownFiles({ unknown }: Patch): string {
  const files = unknown.length === 1 ? 'changed source file is' : 'changed source files are'
  const more = unknown.length > 3 ? ` and ${unknown.length - 3} more` : ''
  return `${unknown.length} ${files} in no report, so nothing is known of their lines: ${unknown.slice(0, 3).join(', ')}${more}`
}

function judgeDelta(delta: Delta | undefined, allowed: Percentage | undefined): GateFailure[] {
  if (!delta || !allowed) return []
  return delta.metrics
    .filter(({ before, now }) => exceedsDecrease(before, now, allowed))
    .map(({ metric, before, now }) => ({
      kind: 'decrease',
      suite: 'baseline',
      metric,
      threshold: allowed.text,
      covered: now.covered,
      total: now.total,
      reason: `${metric} fell from ${formatPercentage(before)} % (${before.covered} of ${before.total}) to ${formatPercentage(now)} % (${now.covered} of ${now.total}), more than the ${allowed.text} ${allowed.text === '1' ? 'point' : 'points'} allowed`,
    }))
}

/** What files have together. */
function sumOf(files: readonly SourceFile[]): Totals {
  return totalsOf((metric) => {
    let covered = 0
    let total = 0
    for (const file of files) {
      const count = file.count(metric)
      covered += count.covered
      total += count.total
    }
    return { covered, total }
  })
}

function keyOf({ path, module }: SourceFile): string {
  return `${module}\0${path}`
}

/** A threshold as it was given. */
export function textOf(threshold: Threshold): string {
  return 'least' in threshold ? threshold.least.text : `-${threshold.mostUncovered}`
}

function amount(count: number, metric: Metric): string {
  const one = metric === 'branches' ? 'branch' : metric.slice(0, -1)
  return `${count} ${count === 1 ? one : metric}`
}
