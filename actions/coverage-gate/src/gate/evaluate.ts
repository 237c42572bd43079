import type { Delta } from '../baseline/delta.ts'
import { type Coverage, keyOf } from '../model/coverage.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import { isEmpty, totalsOf } from '../model/metrics.ts'
import type { Patch } from '../pull-request/patch.ts'
import type { Suite } from '../reports/suites.ts'
import { type CheckResult, check, checkEach, type Subject } from './check.ts'
import { type Matched, matchFiles, type Semantics } from './groups.ts'
import { exceedsDecrease, type Percentage, requiredCount } from './percentage.ts'
import { decreased, notMeasured, tooFewChangedLines, unknownFiles } from './reasons.ts'
import type { GateFailure, GateResult, SuiteResult } from './result.ts'
import type { ResolvedThresholds, ThresholdRule } from './thresholds.ts'
import { describeUngated } from './ungated.ts'

/** The requirements of the gate. */
export interface GateOptions {
  readonly plan: ResolvedThresholds
  readonly semantics: Semantics
  readonly patchThreshold: Percentage | undefined
  readonly maxDecrease: Percentage | undefined
  readonly ifUnknown: 'warn' | 'fail'
}

/** The coverage that the gate evaluates. */
export interface GateInput {
  readonly suites: readonly Suite[]
  readonly whole: Coverage
  readonly workspace: string
  /** Undefined outside pull requests. */
  readonly patch: Patch | undefined
  /** Undefined without a baseline. */
  readonly delta: Delta | undefined
}

/** Evaluates all thresholds. The comparison is exact: 79.995 % is below 80. */
export function evaluateGate(input: GateInput, options: GateOptions): GateResult {
  const { suites, whole, patch, delta } = input
  const groups = resolveGroups(input, options)
  const isJest = options.semantics === 'jest'
  const grouped = new Set(isJest ? groups.flatMap(({ files }) => files.map(keyOf)) : [])
  const suiteResults = suites.map((suite) => evaluateSuite(suite, options.plan, grouped))
  const groupResults = groups.map((group) => evaluateGroup(group, input))
  const results = [...suiteResults, ...groupResults]
  const failures = [
    ...results.flatMap((result) => result.failures),
    ...patchFailures(patch, options),
    ...decreaseFailures(delta, options.maxDecrease),
  ]
  return {
    passed: failures.length === 0,
    suites: suiteResults,
    groups: groupResults,
    overall: whole.totals(),
    patch,
    delta,
    failures,
    ungated: isGated(results, input, options) ? undefined : explainUngated(options),
  }
}

function isGated(results: readonly SuiteResult[], input: GateInput, options: GateOptions): boolean {
  const { patch, delta } = input
  const gatesPatch = patch && (options.patchThreshold || options.ifUnknown === 'fail')
  const gatesDelta = delta && options.maxDecrease
  const gatesResults = results.some(({ checks, failures }) => checks.length + failures.length > 0)
  return gatesResults || Boolean(gatesPatch) || Boolean(gatesDelta)
}

function explainUngated({ plan, ...options }: GateOptions) {
  const { everywhere, suites, groups } = plan
  const rules = [everywhere, ...suites.values(), ...groups.values()]
  return describeUngated({ ...options, thresholds: rules.some(({ gate }) => gate.size > 0) })
}

function evaluateSuite(
  suite: Suite,
  plan: ResolvedThresholds,
  grouped: ReadonlySet<string>,
): SuiteResult {
  const { name, reports, coverage } = suite
  const totals = coverage.totals()
  const hasReport = reports.length > 0
  if (!hasReport) return { name, hasReport, totals, checks: [], failures: [] }
  if (isEmpty(totals)) {
    const reason =
      'the reports contain no executable code: no test ran, nothing was instrumented, or "exclude" matches every file'
    const failures = [{ kind: 'suite', suite: name, reason } as const]
    return { name, hasReport, totals, checks: [], failures }
  }
  const own = plan.suites.get(name) ?? noThresholds
  const { gate, perFile } = plan.everywhere
  const common = new Map([...gate].filter(([metric]) => !own.gate.has(metric)))
  const files = own.perFile || perFile || grouped.size > 0 ? [...coverage.files()] : []
  const others = files.filter((file) => !grouped.has(keyOf(file)))
  const whole: Subject = {
    ...{ kind: 'suite', suite: name, coverage },
    count: (metric) => totals[metric],
    measures: (metric) => coverage.measured.has(metric),
    advice: (metric) => collectAdvice([suite], metric),
  }
  // As in Jest: if every file is in a group, the common thresholds apply to all of them.
  const isPart = grouped.size > 0 && others.length > 0
  const rest = isPart ? { ...whole, ...measuredIn(others, coverage) } : whole
  const checks = [
    ...(own.perFile ? checkEach(own.gate, files, whole) : check(own.gate, whole)),
    ...(perFile ? checkEach(common, others, rest) : check(common, rest)),
  ]
  return { name, hasReport, totals, ...splitResults(checks) }
}

const noThresholds: ThresholdRule = { gate: new Map(), perFile: false }

interface Group extends Matched {
  readonly name: string
  readonly rule: ThresholdRule
}

function resolveGroups({ whole, workspace }: GateInput, { plan, semantics }: GateOptions): Group[] {
  if (plan.groups.size === 0) return []
  const files = [...whole.files()]
  return Array.from(plan.groups, ([name, rule]) => {
    return { name, rule, ...matchFiles(name, files, semantics, workspace) }
  })
}

function evaluateGroup({ name, rule, files, perFile }: Group, input: GateInput): SuiteResult {
  const { suites, whole: coverage } = input
  const subject: Subject = {
    ...{ kind: 'path', suite: name, coverage, ...measuredIn(files, coverage) },
    advice: (metric) => collectAdvice(suites, metric),
  }
  const totals = totalsOf((metric) => subject.count(metric) ?? { covered: 0, total: 0 })
  if (files.length === 0) {
    const reason = 'no file in the reports matches; check how the reports write the path'
    return {
      ...{ name, hasReport: true, totals, checks: [] },
      failures: [{ kind: 'path', suite: name, reason }],
    }
  }
  const isPerFile = perFile || rule.perFile
  const checks = isPerFile ? checkEach(rule.gate, files, subject) : check(rule.gate, subject)
  return { name, hasReport: true, totals, ...splitResults(checks) }
}

function splitResults(results: readonly CheckResult[]): Pick<SuiteResult, 'checks' | 'failures'> {
  return {
    checks: results.map(({ failures: _, ...check }) => check),
    failures: results.flatMap(({ failures }) => failures),
  }
}

/** What is known of files together; each metric is counted once. */
function measuredIn(
  files: readonly SourceFile[],
  coverage: Coverage,
): Pick<Subject, 'count' | 'measures'> {
  const known = new Map<string, ReturnType<Subject['count']>>()
  return {
    count(metric) {
      if (!known.has(metric)) known.set(metric, coverage.countOf(metric, files))
      return known.get(metric)
    },
    measures: (metric) => coverage.measures(metric, files),
  }
}

function collectAdvice(
  suites: readonly Suite[],
  metric: Parameters<Subject['count']>[0],
): string[] {
  return suites.flatMap(({ formats }) => formats.flatMap(({ advice }) => advice?.[metric] ?? []))
}

function patchFailures(patch: Patch | undefined, options: GateOptions): GateFailure[] {
  const { patchThreshold, ifUnknown } = options
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
  const reason = tooFewChangedLines(patch, short, patchThreshold)
  return [
    ...unknown,
    { ...about, metric: 'lines', threshold: patchThreshold.text, covered, total, short, reason },
  ]
}

function decreaseFailures(
  delta: Delta | undefined,
  allowed: Percentage | undefined,
): GateFailure[] {
  if (!delta || !allowed) return []
  return delta.metrics.flatMap(({ metric, before, now }) => {
    const isGone = now.total === 0
    if (!isGone && !exceedsDecrease(before, now, allowed)) return []
    const reason = isGone ? notMeasured(metric, before) : decreased(metric, before, now, allowed)
    const { covered, total } = now
    const about = { kind: 'decrease', suite: 'baseline', metric, threshold: allowed.text } as const
    return [{ ...about, covered, total, reason }]
  })
}
