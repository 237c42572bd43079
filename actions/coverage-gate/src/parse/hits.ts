/**
 * Whether a count of hits is more than zero. Counts come as 18446744073709551611, 1.0e+19, -1 and, for
 * what was never reached, `-`. Undefined when it is no number.
 */
export function isHit(text: string): boolean | undefined {
  if (text === '-') return false
  if (!/^[+-]?\d+(\.\d*)?(e[+-]?\d+)?$/i.test(text)) return undefined
  return /^\+?[0.]*[1-9]/.test(text)
}
