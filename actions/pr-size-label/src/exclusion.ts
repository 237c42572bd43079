import { type InputParser, list } from '@ci-actions/kit'
import { parsePattern, patterns } from '@ci-actions/patterns'

/** Whether a file is left out, or counted in spite of all else; undefined when nothing is said of it. */
export type Exclusion = (path: string) => 'out' | 'in' | undefined

/** Patterns, one per line; `#` begins a comment. */
export const exclusion: InputParser<Exclusion> = {
  async parse(given) {
    const lines = (await list({ parse: parsePattern }).parse(given)).flat()
    const isOut = patterns(lines)
    // With everything left out before them, only what they take in again is not.
    const isNotIn = patterns(['**', ...lines])
    return (path) => {
      if (isOut(path)) return 'out'
      return isNotIn(path) ? undefined : 'in'
    }
  },
}
