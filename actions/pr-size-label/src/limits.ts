import { InputError, type InputValues, quote } from '@ci-actions/kit'
import type { inputs } from './inputs.ts'
import { isSame, type Size } from './sizes.ts'

/** Up to where a pull request may grow. */
export interface Limits {
  readonly warn: Limit | undefined
  readonly fail: Limit | undefined
  /** The label that lifts them, where there is one. */
  readonly override: string | undefined
}

export interface Limit {
  /** As it was given: `XL`, `400`. */
  readonly given: string
  isExceeded(lines: number): boolean
}

/** @throws InputError when a limit is neither a number of lines nor a size that can be exceeded */
export function limitsOf({ sizes, ...given }: InputValues<typeof inputs>): Limits {
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
      `Input "${input}" has no effect: ${quote(given)} is the largest size, and nothing is above it.`,
    )
  }
  return { given, isExceeded: (lines) => lines >= next.from }
}

export interface Verdict {
  readonly level: 'good' | 'warn' | 'fail'
  /** What is too large, and what to do about it; completes "It …". */
  readonly reason: string
}

/** Whether so many lines are too many. What a label lets pass fails no step, and is told. */
export function verdictOn(lines: number, limits: Limits, labels: readonly string[]): Verdict {
  const { warn, fail, override } = limits
  const isOverridden = override !== undefined && labels.some((one) => isSame(one, override))
  const way =
    override === undefined ? 'Split it' : `Split it, or give it the label ${quote(override)}`
  if (fail?.isExceeded(lines)) {
    const over = `is above ${fail.given}, the limit of "fail-above".`
    if (!isOverridden) return { level: 'fail', reason: `${over} ${way}.` }
    return { level: 'warn', reason: `${over} Its label ${quote(override)} lets it pass.` }
  }
  if (!isOverridden && warn?.isExceeded(lines)) {
    return { level: 'warn', reason: `is above ${warn.given}, the limit of "warn-above". ${way}.` }
  }
  return { level: 'good', reason: '' }
}
