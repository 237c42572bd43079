import { CR, LF, TAB } from '../bytes.ts'

/** Classes of bytes. NUL is in none of them: it follows the last byte read and ends every loop. */
export const nameStart = 1
export const nameByte = 2
export const space = 4
export const plainText = 8
export const plainValue = 16
export const classes = Uint8Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte)
  const beyondAscii = byte >= 0x80
  const blank = ' \t\r\n'.includes(character)
  const allowed = byte >= 0x20 || blank
  return (
    (beyondAscii || /[A-Za-z_:]/.test(character) ? nameStart : 0) |
    (beyondAscii || /[\w:.-]/.test(character) ? nameByte : 0) |
    (blank ? space : 0) |
    (allowed && !'<&]'.includes(character) ? plainText : 0) |
    (allowed && !'<&"\'\t\r\n'.includes(character) ? plainValue : 0)
  )
})

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
}

/** Replaces the references in a text. */
export function decodeText(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&([^;]*);/g, (whole, name: string) => characterOf(name) ?? whole)
}

/** Returns the character for `lt`, `#65` or `#x41`; undefined if XML does not define it. */
export function characterOf(reference: string): string | undefined {
  const [, hex, decimal] = /^#(?:x([\da-fA-F]+)|(\d+))$/.exec(reference) ?? []
  if (hex === undefined && decimal === undefined) {
    return Object.hasOwn(entities, reference) ? entities[reference] : undefined
  }
  const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  const allowed =
    (point >= 0x20 && point < 0xd800) ||
    (point >= 0xe000 && point < 0xfffe) ||
    (point >= 0x10000 && point <= 0x10ffff) ||
    point === TAB ||
    point === LF ||
    point === CR
  return allowed ? String.fromCodePoint(point) : undefined
}
