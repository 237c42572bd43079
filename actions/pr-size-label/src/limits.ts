import { InputError, type InputValues, quote } from '@ci-actions/kit'
import type { inputs } from './inputs.ts'
import { isSame, type Size } from './sizes.ts'

/** The size limits of a pull request. */
export interface Limits {
  readonly warn: Limit | undefined
  readonly fail: Limit | undefined
  /** The label that lifts the limits, if any. */
  readonly override: string | undefined
}

export interface Limit {
  /** As given: `XL`, `400`. */
  readonly given: string
  isExceeded(lines: number): boolean
}

/** @throws InputError if a limit is neither a number of lines nor a size that can be exceeded */
export function readLimits({ sizes, ...given }: InputValues<typeof inputs>): Limits {
  return {
    warn: given.warnAbove === undefined ? undefined : limitOf(given.warnAbove, sizes, 'warn-above'),
    fail: given.failAbove === undefined ? undefined : limitOf(given.failAbove, sizes, 'fail-above'),
    override: given.overrideLabel,
  }
}

function limitOf(given: string, sizes: readonly Size[], input: string): Limit {
  if (/^\d{1,9}$/.test(given)) return { given, isExceeded: (lines) => lines > Number(given) }
  const at = sizes.findIndex(({ name }) => isSame(name, given))
  if (at < 0) {
    const known = sizes.map(({ name }) => name).join(', ')
    throw new InputError(
      `Input "${input}" must be a number of lines or one of the sizes (${known}), not ${quote(given)}.`,
    )
  }
  const next = sizes[at + 1]
  if (!next) {
    throw new InputError(
      `Input "${input}" has no effect: ${quote(given)} is the largest size and cannot be exceeded.`,
    )
  }
  return { given, isExceeded: (lines) => lines >= next.from }
}

export interface LimitResult {
  readonly level: 'good' | 'warn' | 'fail'
  /** What is too large and what to do about it; completes "It …". */
  readonly reason: string
}

/**
 * Returns whether the number of lines exceeds the limits. A pull request with the override label does not fail the
 * step, but is reported.
 */
export function evaluateLimits(
  lines: number,
  limits: Limits,
  labels: readonly string[],
): LimitResult {
  const { warn, fail, override } = limits
  const isOverridden = override !== undefined && labels.some((one) => isSame(one, override))
  const way = override === undefined ? 'Split it' : `Split it, or add the label ${quote(override)}`
  if (fail?.isExceeded(lines)) {
    const over = `exceeds ${fail.given}, the limit of "fail-above".`
    if (!isOverridden) return { level: 'fail', reason: `${over} ${way}.` }
    return { level: 'warn', reason: `${over} Its label ${quote(override)} overrides the limit.` }
  }
  if (!isOverridden && warn?.isExceeded(lines)) {
    return { level: 'warn', reason: `exceeds ${warn.given}, the limit of "warn-above". ${way}.` }
  }
  return { level: 'good', reason: '' }
}
