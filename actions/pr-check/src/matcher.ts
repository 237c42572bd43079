import { anchored, excerpt, quote, searchWithTimeout } from '@ci-actions/kit'

/** An expression that whole texts from outside are held against. */
export interface Matcher {
  /** As it was written. */
  readonly shown: string
  match(text: string): ReturnType<typeof searchWithTimeout>
}

/** What an expression may take for all texts together, so that many of them do not add up; milliseconds. */
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
      const found = known.get(text) ?? match(text)
      known.set(text, found)
      return found
    },
  }
}

/** Met by one word alone. */
export function wordMatcher(word: string): Matcher {
  return { shown: word, match: (text) => (text === word ? 'found' : 'absent') }
}

/** What a text is called that is not like the expression. */
export function mismatch(
  name: string,
  text: string,
  { match, shown }: Matcher,
): string | undefined {
  const found = match(text)
  if (found === 'found') return undefined
  if (found === 'too slow') return tooSlow(name, text, excerpt(shown))
  return `${name} ${quote(text)}, which is not like ${excerpt(shown)} from its begin to its end`
}

export function tooSlow(name: string, text: string, shown: string): string {
  return `${name} ${quote(text)}, which could not be held against ${shown} within 1 s; a simpler expression would help`
}
