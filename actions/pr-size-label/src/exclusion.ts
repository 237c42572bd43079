import type { Kind } from '@ci-actions/kit'
import { parsePattern, patterns } from '@ci-actions/patterns'

/** Whether a file is left out, or counted in spite of all else; undefined when nothing is said of it. */
export type Exclusion = (path: string) => 'out' | 'in' | undefined

/** Patterns, one per line; `#` begins a comment. */
export const exclusion: Kind<Exclusion> = {
  parse(given) {
    const lines = given
      .split(/\r\n|\r|\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#'))
      .flatMap(parsePattern)
    const isOut = patterns(lines)
    // With everything left out before them, only what they take in again is not.
    const isNotIn = patterns(['**', ...lines])
    return (path) => {
      if (isOut(path)) return 'out'
      return isNotIn(path) ? undefined : 'in'
    }
  },
}
