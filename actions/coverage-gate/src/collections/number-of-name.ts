const numbers = new Map<string, number>()

/** Returns a number for a name, counting from 0; a name has the same number in all reports. */
export function numberOf(name: string): number {
  const known = numbers.get(name) ?? numbers.size
  numbers.set(name, known)
  return known
}
