import { ValidationError } from '@ci-actions/kit'
import { expandAlternatives } from './alternatives.ts'
import { readLine } from './line.ts'

/**
 * A pattern as the author of a workflow writes it, as the lines of a `.gitignore` that it stands for.
 * Beyond a `.gitignore` it may hold alternatives: `*.{js,ts}`, `(api|web)/**`. What means something to
 * other globs, and in a `.gitignore` something that nobody wants, is refused.
 *
 * @throws ValidationError with the line to write instead
 */
export function parsePattern(pattern: string): string[] {
  const refuse = (expected: string): never => {
    throw new ValidationError(expected, pattern)
  }
  if (/^(#|\s*$)/.test(pattern)) refuse('patterns that are no comment and not empty')
  const escaped = pattern.match(/\\./gs) ?? []
  if (escaped.some((pair) => /\w/.test(pair))) refuse('patterns with "/" between the names')
  const [, quote, inner = ''] = /^!?(["'])(.*)\1$/.exec(pattern) ?? []
  if (quote) refuse(`patterns without quotation marks around them; write ${inner}`)
  const [, item] = /^-\s+(.*)$/.exec(pattern) ?? []
  if (item !== undefined) refuse(`patterns without "- " before them; write ${item}`)
  const several = severalIn(pattern)
  if (several) refuse(`one pattern per line; write ${several.join(' and ')} on lines of their own`)
  if (/[?*+!]\(/.test(pattern)) {
    refuse('patterns without "?(…)", "*(…)", "+(…)" and "!(…)"; write several, such as {a,b}')
  }
  const lines = expandAlternatives(pattern)
  for (const line of lines) readLine(line)
  return lines
}

/**
 * The patterns of a line that holds several. A name may hold blanks and commas, so each part has to look
 * like a pattern of its own; what is behind a backslash or within braces separates nothing.
 */
function severalIn(pattern: string): string[] | undefined {
  const parts = pattern.match(/(?:\\.|\{[^{}]*\}|[^\s,\\])+/gs) ?? []
  if (parts.length < 2) return undefined
  const isEach = (sign: RegExp): boolean => parts.every((part) => sign.test(part))
  return isEach(/[*/]/) || isEach(/.\.\w+$/) ? parts : undefined
}
