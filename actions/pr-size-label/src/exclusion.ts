import { type InputParser, list } from '@ci-actions/kit'
import { parsePattern, patterns } from '@ci-actions/patterns'

/** Whether a file is excluded, or included in spite of all other rules; undefined if no pattern matches. */
export type Exclusion = (path: string) => 'out' | 'in' | undefined

/** Patterns, one per line; `#` starts a comment. */
export const exclusion: InputParser<Exclusion> = {
  async parse(given) {
    const lines = (await list({ parse: parsePattern }).parse(given)).flat()
    const isOut = patterns(lines)
    // With everything excluded first, only files that the patterns include again are not excluded.
    const isNotIn = patterns(['**', ...lines])
    return (path) => {
      if (isOut(path)) return 'out'
      return isNotIn(path) ? undefined : 'in'
    }
  },
}
