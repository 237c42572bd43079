const numbers = new Map<string, number>()

/** A number for a name, from 0 on; the same name has the same number in all reports. */
export function numberOf(name: string): number {
  const known = numbers.get(name) ?? numbers.size
  numbers.set(name, known)
  return known
}
