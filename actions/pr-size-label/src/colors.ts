import { InputError, quote } from '@ci-actions/kit'
import { isSame, type Size } from './sizes.ts'

/** Six hexadecimal digits by the name of a size; a `#` may stand before them. */
export type Colors = Readonly<Record<string, string>>

/** @throws InputError when a colour is for none of the sizes */
export function refuseColorOfNone(colors: Colors, sizes: readonly Size[]): void {
  const names = sizes.map(({ name }) => name)
  const other = Object.keys(colors).find((key) => !names.some((name) => isSame(name, key)))
  if (other === undefined) return
  throw new InputError(
    `Input "colors" must name sizes (${names.join(', ')}), and not ${quote(other)}.`,
  )
}

/**
 * The colour of a size, six hexadecimal digits: the one that is given, else by its rank, from green
 * (0, the smallest) over yellow to red (1).
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
