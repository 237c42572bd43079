import { type InputParser, list } from '@ci-actions/kit'
import { parsePattern, patterns } from '@ci-actions/patterns'

/** Whether a path is excluded. */
export type Exclusion = (path: string) => boolean

/** Parses patterns, one per line, as in a `.gitignore`. */
export const exclusion: InputParser<Exclusion> = {
  async parse(given) {
    const lines = await list({ parse: parsePattern }).parse(given)
    return patterns(lines.flat())
  },
}
