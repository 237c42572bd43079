/**
 * The colour of a size, six hexadecimal digits: the one that is given, else by its rank, from green
 * (0, the smallest) over yellow to red (1).
 */
export function colorOf(
  size: string,
  rank: number,
  given: Readonly<Record<string, string>>,
): string {
  const own = Object.entries(given).find(([name]) => name.toLowerCase() === size.toLowerCase())
  if (own) return own[1].replace('#', '').toLowerCase()
  const red = Math.min(1, rank * 2)
  const green = Math.min(1, (1 - rank) * 2)
  return [red, green, 0.1].map(hexOf).join('')
}

function hexOf(part: number): string {
  const value = Math.round(part * 215)
  return value.toString(16).padStart(2, '0')
}
