/**
 * Whether a count of hits is positive. Counts may be 18446744073709551611, 1.0e+19, -1 or, for unreachable code, `-`.
 * Returns undefined if it is not a number.
 */
export function isHit(text: string): boolean | undefined {
  if (text === '-') return false
  if (!/^[+-]?\d+(\.\d*)?(e[+-]?\d+)?$/i.test(text)) return undefined
  return /^\+?[0.]*[1-9]/.test(text)
}
