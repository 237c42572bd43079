import { InputError, quote } from '@ci-actions/kit'
import { isSame, type Size } from './sizes.ts'

/** Six hexadecimal digits by size name, optionally after a `#`. */
export type Colors = Readonly<Record<string, string>>

/** @throws InputError if a colour belongs to none of the sizes */
export function refuseColorOfNone(colors: Colors, sizes: readonly Size[]): void {
  const names = sizes.map(({ name }) => name)
  const other = Object.keys(colors).find((key) => !names.some((name) => isSame(name, key)))
  if (other === undefined) return
  throw new InputError(
    `Input "colors" contains ${quote(other)}, which is not one of the sizes (${names.join(', ')}).`,
  )
}

/**
 * Returns the colour of a size as six hexadecimal digits: the given one, or one by rank, from green (0, the smallest)
 * through yellow to red (1).
 */
export function colorOf(size: string, rank: number, given: Colors): string {
  const own = Object.entries(given).find(([name]) => isSame(name, size))
  if (own) return own[1].replace('#', '').toLowerCase()
  const red = Math.min(1, rank * 2)
  const green = Math.min(1, (1 - rank) * 2)
  return [red, green, 0.1].map(hexOf).join('')
}

function hexOf(part: number): string {
  const value = Math.round(part * 215)
  return value.toString(16).padStart(2, '0')
}
