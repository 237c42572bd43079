/** ASCII codes. */
export const TAB = 0x09
export const LF = 0x0a
export const CR = 0x0d
export const SPACE = 0x20
export const BANG = 0x21
export const QUOTE = 0x22
export const AMPERSAND = 0x26
export const APOSTROPHE = 0x27
export const COMMA = 0x2c
export const DASH = 0x2d
export const DOT = 0x2e
export const SLASH = 0x2f
export const ZERO = 0x30
export const NINE = 0x39
export const COLON = 0x3a
export const SEMICOLON = 0x3b
export const LESS = 0x3c
export const EQUALS = 0x3d
export const GREATER = 0x3e
export const QUESTION = 0x3f
export const OPEN_BRACKET = 0x5b
export const BACKSLASH = 0x5c
export const CLOSE_BRACKET = 0x5d
export const LOWER_E = 0x65
export const LOWER_F = 0x66
export const LOWER_N = 0x6e
export const LOWER_T = 0x74
export const LOWER_U = 0x75
export const OPEN_BRACE = 0x7b
export const CLOSE_BRACE = 0x7d

/** `readDigits` returns the number of digits in the low bits, and the number above them. */
export const digitCountBits = 4
export const digitCountMask = (1 << digitCountBits) - 1
const maxDigits = 8

/**
 * Reads a number of at most eight digits. Returns the number of digits in the lower four bits and the value in the
 * upper ones, so that no object is allocated for two results; negative if there is no such number.
 */
export function readDigits(bytes: Uint8Array, from: number): number {
  let at = from
  let number = 0
  for (;;) {
    const digit = (bytes[at] ?? 0) - ZERO
    if (digit < 0 || digit > 9) break
    number = (Math.imul(number, 10) + digit) | 0
    at++
  }
  const count = at - from
  return count === 0 || count > maxDigits ? -1 : (number << digitCountBits) | count
}

/**
 * Matches bytes against a pattern in which each `0` stands for a whole number of at most nine digits without leading
 * zeros. Writes the numbers to the array and returns the end of the match, or -1.
 */
export function readPattern(
  bytes: Uint8Array,
  from: number,
  pattern: Uint8Array,
  numbers: Int32Array,
): number {
  let at = from
  let count = 0
  for (let i = 0; i < pattern.length; i++) {
    if (pattern[i] !== ZERO) {
      if (bytes[at++] !== pattern[i]) return -1
      continue
    }
    const first = at
    let number = 0
    for (let digit = (bytes[at] ?? 0) - ZERO; digit >= 0 && digit <= 9; ) {
      number = number * 10 + digit
      digit = (bytes[++at] ?? 0) - ZERO
    }
    if (at === first || at > first + 9 || (bytes[first] === ZERO && at > first + 1)) return -1
    numbers[count++] = number
  }
  return at
}

/** Returns four bytes of a text as a little-endian word. */
export function wordOf(text: string, from = 0): number {
  return Buffer.from(text.slice(from, from + 4).padEnd(4, '\0'), 'latin1').readInt32LE()
}

/** Returns the end of a run of digits. */
export function afterDigits(bytes: Buffer, from: number): number {
  let at = from
  for (let byte = bytes[at] ?? 0; byte >= ZERO && byte <= NINE; byte = bytes[++at] ?? 0);
  return at
}
