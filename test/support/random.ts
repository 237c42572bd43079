// In a test, every look at a global crosses into another context, which costs more than the draw.
const { imul } = Math

/** Random draws that are the same in every run (mulberry32). */
export function seeded(seed: number) {
  let state = seed
  /** From 0 up to, not including, `below`. */
  const integer = (below: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
  const one = <T>(of: readonly [T, ...T[]]): T => of[integer(of.length)] ?? of[0]
  const text = (pieces: readonly [string, ...string[]], most: number): string =>
    Array.from({ length: integer(most + 1) }, () => one(pieces)).join('')
  return { integer, one, text }
}
