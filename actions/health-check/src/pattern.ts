import { type Kind, Unusable } from '@ci-actions/kit'
import { headers } from './headers.ts'

/** What a text is searched for: the text itself, or a regular expression. */
export type Pattern = string | RegExp

/** Plain text, or `/expression/` with the flags of JavaScript. */
export const pattern: Kind<Pattern> = {
  parse(given) {
    const [, source, flags = ''] = /^\/(.+)\/([dgimsuvy]*)$/s.exec(given) ?? []
    if (source === undefined) return given
    try {
      // "g" and "y" would make one search begin where the last one ended.
      return new RegExp(source, flags.replace(/[gy]/g, ''))
    } catch (error) {
      throw new Unusable(`text or a /regular expression/ (${String(error)})`)
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

/** An expression that backtracks without end must not hold up the step. */
const longestSearch = 1_000

export function search(pattern: Pattern, text: string): 'found' | 'absent' | 'too slow' {
  if (typeof pattern === 'string') return text.includes(pattern) ? 'found' : 'absent'
  try {
    const found = process
      .getBuiltinModule('node:vm')
      .runInNewContext('pattern.test(text)', { pattern, text }, { timeout: longestSearch })
    return found ? 'found' : 'absent'
  } catch (error) {
    if (isTimeout(error)) return 'too slow'
    throw error
  }
}

/** The error comes from the other context, whose `Error` is not ours. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  )
}
