import { ValidationError } from '@ci-actions/kit'
import { expandAlternatives } from './alternatives.ts'
import { readLine } from './line.ts'

/**
 * Parses a pattern of the workflow's author into `.gitignore` lines. In addition to `.gitignore` syntax it may contain
 * alternatives: `*.{js,ts}`, `(api|web)/**`. Syntax that other globs support and that would have a surprising meaning
 * in a `.gitignore` is rejected.
 *
 * @throws ValidationError with the line to write instead
 */
export function parsePattern(pattern: string): string[] {
  const refuse = (expected: string): never => {
    throw new ValidationError(expected, pattern)
  }
  if (/^(#|\s*$)/.test(pattern)) refuse('a pattern cannot be empty or a comment.')
  const escaped = pattern.match(/\\./gs) ?? []
  if (escaped.some((pair) => /\w/.test(pair)))
    refuse('separate names with "/", not with a backslash.')
  const [, quote, inner = ''] = /^!?(["'])(.*)\1$/.exec(pattern) ?? []
  if (quote) refuse(`write ${inner} without quotation marks.`)
  const [, item] = /^-\s+(.*)$/.exec(pattern) ?? []
  if (item !== undefined) refuse(`write ${item} without "- " before it.`)
  const several = severalIn(pattern)
  if (several) refuse(`write ${several.join(' and ')} on separate lines.`)
  if (/[?*+!]\(/.test(pattern)) {
    refuse('"?(…)", "*(…)", "+(…)" and "!(…)" are not supported. Write alternatives such as {a,b}.')
  }
  const lines = expandAlternatives(pattern)
  for (const line of lines) readLine(line)
  return lines
}

/**
 * Splits a line that contains several patterns. Names may contain spaces and commas, so every part must look like a
 * pattern of its own; escaped separators and those within braces do not count.
 */
function severalIn(pattern: string): string[] | undefined {
  const parts = pattern.match(/(?:\\.|\{[^{}]*\}|[^\s,\\])+/gs) ?? []
  if (parts.length < 2) return undefined
  const isEach = (sign: RegExp): boolean => parts.every((part) => sign.test(part))
  return isEach(/[*/]/) || isEach(/.\.\w+$/) ? parts : undefined
}
