import {
  searchWithTimeout as find,
  type InputParser,
  isRegexLiteral,
  regex,
  ValidationError,
} from '@ci-actions/kit'
import { headers } from './headers.ts'

/** What a text is searched for: the text itself, or a regular expression. */
export type Pattern = string | RegExp

/** Plain text, or `/expression/` with the flags of JavaScript. */
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

/** `Name: pattern`, one a line; names in lower case. */
export const patterns: InputParser<Readonly<Record<string, Pattern>>> = {
  async parse(given) {
    const lines = Object.entries(await headers.parse(given))
    const parsed = lines.map(async ([name, value]) => [name, await pattern.parse(value)] as const)
    return Object.fromEntries(await Promise.all(parsed))
  },
}

/** Looks for the pattern in a text; an expression that takes too long is given up. */
export function search(pattern: Pattern, text: string): ReturnType<typeof find> {
  if (typeof pattern !== 'string') return find(pattern, text)
  return text.includes(pattern) ? 'found' : 'absent'
}
