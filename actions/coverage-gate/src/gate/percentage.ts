import type { Count } from '../model/metrics.ts'

/** An exact percentage from 0 to 100: `units` / `scale`. `text` is the input. */
export interface Percentage {
  readonly text: string
  readonly units: bigint
  readonly scale: bigint
}

/** Parses `80` or `79.995`. Returns undefined if it is not a decimal number from 0 to 100. */
export function parsePercentage(text: string): Percentage | undefined {
  const [, whole, decimals = ''] = /^(\d{1,3})(?:\.(\d{1,30}))?$/.exec(text) ?? []
  if (whole === undefined) return undefined
  const scale = 10n ** BigInt(decimals.length)
  const units = BigInt(whole + decimals)
  return units > 100n * scale ? undefined : { text, units, scale }
}

/** Returns how many items must be covered to reach the percentage of the total. */
export function requiredCount({ units, scale }: Percentage, total: number): number {
  const parts = units * BigInt(total)
  const whole = 100n * scale
  return Number((parts + whole - 1n) / whole)
}

/**
 * Formats the percentage with two decimals, rounded down: 79.995 % is `79.99`, and only full coverage is `100.00`.
 * Returns an empty string if the total is 0.
 */
export function formatPercentage({ covered, total }: Count): string {
  if (total === 0) return ''
  const hundredths = (BigInt(covered) * 10_000n) / BigInt(total)
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`
}

/** Whether the percentage fell by more than the allowed points; false if one of the totals is 0. */
export function exceedsDecrease(before: Count, now: Count, allowed: Percentage): boolean {
  if (before.total === 0 || now.total === 0) return false
  const [lost, whole] = drop(before, now)
  return lost * 100n * allowed.scale > allowed.units * whole
}

/** Formats the change in points with sign and two decimals, rounded down, so that any decrease is visible. */
export function formatChange(before: Count, now: Count): string {
  if (before.total === 0 || now.total === 0) return ''
  const [lost, whole] = drop(before, now)
  const scaled = -lost * 10_000n
  // -0.001 becomes -0.01, and +0.019 becomes +0.01.
  const floored = scaled / whole - (scaled % whole < 0n ? 1n : 0n)
  const size = floored < 0n ? -floored : floored
  const sign = floored < 0n ? '-' : '+'
  return `${size === 0n ? '' : sign}${size / 100n}.${String(size % 100n).padStart(2, '0')}`
}

/** Returns numerator and denominator of the decrease. */
function drop(before: Count, now: Count): [bigint, bigint] {
  const [wasTotal, isTotal] = [BigInt(before.total), BigInt(now.total)]
  return [BigInt(before.covered) * isTotal - BigInt(now.covered) * wasTotal, wasTotal * isTotal]
}
