import type { Count } from './coverage.ts'

/** A percentage from 0 to 100, exact however many digits it has: `units` of 1 / `scale`. */
export interface Percentage {
  readonly text: string
  readonly units: bigint
  readonly scale: bigint
}

/** `80`, `79.995`; undefined when it is not a decimal number from 0 to 100. */
export function parsePercentage(text: string): Percentage | undefined {
  const [, whole, decimals = ''] = /^(\d{1,3})(?:\.(\d{1,30}))?$/.exec(text) ?? []
  if (whole === undefined) return undefined
  const scale = 10n ** BigInt(decimals.length)
  const units = BigInt(whole + decimals)
  return units > 100n * scale ? undefined : { text, units, scale }
}

/** How many have to be covered for at least this percentage of the total. */
export function neededFor({ units, scale }: Percentage, total: number): number {
  const parts = units * BigInt(total)
  const whole = 100n * scale
  return Number((parts + whole - 1n) / whole)
}

/**
 * The percentage to two decimals, never rounded up: 79.995 % is `79.99`, and only what is covered
 * whole is `100.00`. Empty when there is nothing to cover.
 */
export function percentOf({ covered, total }: Count): string {
  if (total === 0) return ''
  const hundredths = (BigInt(covered) * 10_000n) / BigInt(total)
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`
}
