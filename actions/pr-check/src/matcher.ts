import { anchored, excerpt, quote, searchWithTimeout } from '@ci-actions/kit'

/** An expression that is matched against whole, untrusted texts. */
export interface Matcher {
  /** The expression as written. */
  readonly shown: string
  match(text: string): ReturnType<typeof searchWithTimeout>
}

/** Time limit of an expression for all texts together, in milliseconds. */
const longestMatching = 1_000

export function matcher(pattern: RegExp): Matcher {
  const whole = anchored(pattern)
  const known = new Map<string, ReturnType<typeof searchWithTimeout>>()
  let left = longestMatching
  const match = (text: string): ReturnType<typeof searchWithTimeout> => {
    if (left <= 0) return 'too slow'
    const began = Date.now()
    const found = searchWithTimeout(whole, text, left)
    left = found === 'too slow' ? 0 : left - (Date.now() - began)
    return found
  }
  return {
    shown: pattern.flags === '' ? pattern.source.replaceAll('\\/', '/') : String(pattern),
    match(text) {
      const result = known.get(text) ?? match(text)
      known.set(text, result)
      return result
    },
  }
}

/** Matches exactly one word. */
export function wordMatcher(word: string): Matcher {
  return { shown: word, match: (text) => (text === word ? 'found' : 'absent') }
}

/** Describes a text that does not match the expression; undefined if it matches. */
export function mismatch(
  name: string,
  text: string,
  { match, shown }: Matcher,
): string | undefined {
  const found = match(text)
  if (found === 'found') return undefined
  if (found === 'too slow') return tooSlow(name, text, excerpt(shown))
  return `${name} ${quote(text)}, which does not match ${excerpt(shown)} as a whole`
}

export function tooSlow(name: string, text: string, shown: string): string {
  return `${name} ${quote(text)}, which could not be matched against ${shown} within 1 s; use a simpler expression`
}
