import type { Delta } from '../baseline/delta.ts'
import type { Count, Metric, Totals } from '../model/metrics.ts'
import type { Patch } from '../pull-request/patch.ts'
import type { Threshold } from './thresholds.ts'

/** A threshold compared with the measured count. */
export interface Check {
  readonly metric: Metric
  readonly threshold: Threshold
  /** The measured count. */
  readonly count: Count
  readonly passed: boolean
}

/** Why the gate is not met: an entry of the output `failures`. */
export interface GateFailure {
  readonly kind: 'suite' | 'path' | 'file' | 'patch' | 'unknown' | 'decrease'
  /** Name of the suite, path, glob or file; or `patch` or `baseline`. */
  readonly suite: string
  readonly metric?: Metric
  /** As in the input: `80`, `-10`. */
  readonly threshold?: string
  readonly covered?: number
  readonly total?: number
  /** How many more items must be covered. */
  readonly short?: number
  readonly reason: string
}

/** The checks of a suite or of a group of files. */
export interface SuiteResult {
  readonly name: string
  readonly hasReport: boolean
  readonly totals: Totals
  readonly checks: readonly Check[]
  readonly failures: readonly GateFailure[]
}

/** Why nothing is gated; `configured` if a threshold is set, but does not apply to this run. */
export interface Ungated {
  readonly configured: boolean
  readonly reason: string
}

export interface GateResult {
  readonly passed: boolean
  readonly suites: readonly SuiteResult[]
  readonly groups: readonly SuiteResult[]
  /** All suites together; a file in several suites counts once. */
  readonly overall: Totals
  readonly patch: Patch | undefined
  readonly delta: Delta | undefined
  readonly failures: readonly GateFailure[]
  /** Undefined if at least one threshold was checked. */
  readonly ungated: Ungated | undefined
}
