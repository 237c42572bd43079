import { expression, search as find, isExpression, type Kind, Unusable } from '@ci-actions/kit'
import { headers } from './headers.ts'

/** What a text is searched for: the text itself, or a regular expression. */
export type Pattern = string | RegExp

/** Plain text, or `/expression/` with the flags of JavaScript. */
export const pattern: Kind<Pattern> = {
  async parse(given) {
    if (!isExpression(given)) return given
    try {
      return await expression.parse(given)
    } catch (error) {
      throw error instanceof Unusable ? new Unusable(`text or ${error.expected}`) : error
    }
  },
}

/** `Name: pattern`, one a line; names in lower case. */
export const patterns: Kind<Readonly<Record<string, Pattern>>> = {
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
