import type { Delta } from '../baseline/delta.ts'
import type { Count, Metric, Totals } from '../model/metrics.ts'
import type { Patch } from '../pull-request/patch.ts'
import type { Threshold } from './thresholds.ts'

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

/** Why nothing is gated; `configured` when something is asked for, but of nothing that is in this run. */
export interface Ungated {
  readonly configured: boolean
  readonly reason: string
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
  /** Undefined when at least one thing was held against a threshold. */
  readonly ungated: Ungated | undefined
}
