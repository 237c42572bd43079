import {
  searchWithTimeout as find,
  type InputParser,
  isRegexLiteral,
  regex,
  ValidationError,
} from '@ci-actions/kit'
import { headers } from './headers.ts'

/** A text or a regular expression to search for. */
export type Pattern = string | RegExp

/** Plain text, or `/expression/` with JavaScript flags. */
export const pattern: InputParser<Pattern> = {
  async parse(given) {
    if (!isRegexLiteral(given)) return given
    try {
      return await regex.parse(given)
    } catch (error) {
      throw error instanceof ValidationError
        ? new ValidationError(`text or ${error.expected}`)
        : error
    }
  },
}

/** `Name: pattern`, one per line; returns the patterns by lower-case name. */
export const patterns: InputParser<Readonly<Record<string, Pattern>>> = {
  async parse(given) {
    const lines = Object.entries(await headers.parse(given))
    const parsed = lines.map(async ([name, value]) => [name, await pattern.parse(value)] as const)
    return Object.fromEntries(await Promise.all(parsed))
  },
}

/** Searches a text for the pattern; a search that takes too long is aborted. */
export function search(pattern: Pattern, text: string): ReturnType<typeof find> {
  if (typeof pattern !== 'string') return find(pattern, text)
  return text.includes(pattern) ? 'found' : 'absent'
}
