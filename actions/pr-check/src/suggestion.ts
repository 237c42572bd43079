import { guessHeader, type Header, headerText, withoutMark } from './header.ts'
import { findViolations, type HeaderRules, knownAs } from './header-rules.ts'
import type { Matcher } from './matcher.ts'

/** Returns a valid title that means the same; undefined if none is found. */
export function suggestHeader(
  title: string,
  branch: string,
  rules: HeaderRules,
): string | undefined {
  const text = withoutMark(title.replace(/\s+/g, ' ').trim())
  const guess = guessHeader(text)
  const meant = guess && typeMeant(guess.type, rules.types)
  const subject = meant ? guess.subject : text
  const type = meant ?? typeOf(subject, branch, rules.types)
  if (type === undefined) return undefined
  const parts = { type, breaking: guess?.breaking ?? false, scope: meant && guess.scope }
  const ticket = meant && guess.ticket ? ` (${guess.ticket})` : ''
  return variants(parts, `${unquoted(subject)}${ticket}`, rules)
    .map(headerText)
    .find((line) => findViolations(line, rules).length === 0)
}

/** Returns variants of a header, the most similar first. */
function variants(parts: Omit<Header, 'subject'>, subject: string, rules: HeaderRules): Header[] {
  const scopes = [parts.scope, rules.scopes?.find(({ shown }) => /^[\w-]+$/.test(shown))?.shown]
  const texts = [subject, subject.replace(/[.!]$/, '')]
  const subjects = texts.flatMap((one) => [one, lowerFirst(one), upperFirst(one)])
  const wanted = rules.requireScope ? scopes : [parts.scope, undefined]
  return wanted.flatMap((scope) => subjects.map((one) => ({ ...parts, scope, subject: one })))
}

/** Unwraps GitHub's title of a revert, `Revert "feat: x"`. */
function unquoted(subject: string): string {
  return /^Revert "(.+)"$/.exec(subject)?.[1] ?? subject
}

/** Common alternative names of types. */
const alsoCalled = new Map([
  ['feature', 'feat'],
  ['bugfix', 'fix'],
  ['hotfix', 'fix'],
  ['bug', 'fix'],
  ['doc', 'docs'],
  ['tests', 'test'],
  ['refactoring', 'refactor'],
  ['deps', 'build'],
])

function typeMeant(type: string, types: readonly Matcher[]): string | undefined {
  return knownAs(type, types) ?? knownAs(alsoCalled.get(type.toLowerCase()) ?? '', types)
}

/** Types by the first word of a subject. */
const byVerb: readonly (readonly [RegExp, string])[] = [
  [/^revert/i, 'revert'],
  [/^(fix|repair|correct|resolve|prevent|avoid|handle)/i, 'fix'],
  [/^(document|docs|describe|explain|readme)/i, 'docs'],
  [/^(refactor|rename|move|extract|simplify|restructure|clean)/i, 'refactor'],
  [/^(speed|optimi[sz]e|cache)/i, 'perf'],
  [/^(test|cover)/i, 'test'],
  [/^(bump|upgrade|update dep|pin)/i, 'build'],
  [/^(format|lint)/i, 'style'],
]

/**
 * Guesses the type from the subject, then from the branch, as in `fix/login`; otherwise returns the first type that is
 * a word.
 */
function typeOf(subject: string, branch: string, types: readonly Matcher[]): string | undefined {
  const byWord = byVerb.find(([verb]) => verb.test(subject))?.[1] ?? ''
  const [prefix = ''] = branch.split(/[/-]/, 1)
  return knownAs(byWord, types) ?? typeMeant(prefix, types) ?? firstWord(types)
}

/** Returns the first type that is a word; expressions cannot be suggested. */
function firstWord(types: readonly Matcher[]): string | undefined {
  return types.find(({ shown }) => /^[\p{L}\d_-]+$/u.test(shown))?.shown
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
