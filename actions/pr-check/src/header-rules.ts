import { excerpt, quote } from '@ci-actions/kit'
import { guessHeader, type Header, parseHeader, scopesOf, withoutMark } from './header.ts'
import { type Matcher, mismatch, tooSlow } from './matcher.ts'

/** What a header must be like. */
export interface HeaderRules {
  readonly types: readonly string[]
  /** Any, where it is undefined. */
  readonly scopes: readonly Matcher[] | undefined
  readonly requireScope: boolean
  readonly subject: Matcher | undefined
  /** Characters. */
  readonly maxLength: number | undefined
}

/** No title is longer, and no commit message should begin so; characters. */
const longestHeader = 1_000

/** What is wrong with a line as a header, each as the rest of a sentence about it. */
export function complaintsAbout(line: string, rules: HeaderRules): string[] {
  if (line.length > longestHeader) return [`is longer than ${longestHeader} characters`]
  const header = parseHeader(line)
  const finished = withoutMark(line)
  if (finished !== line && !(header && rules.types.includes(header.type))) {
    return [unfinished, ...complaintsAbout(finished, rules)]
  }
  const ofParts = header ? complaintsAboutParts(header, rules) : [misshape(line, rules)]
  return [...ofParts, ...tooLong(line, rules)]
}

const unfinished =
  'is marked as unfinished: take the mark off, and make the pull request a draft as long as it is'

/** Why a line is no header at all. */
function misshape(line: string, { types }: HeaderRules): string {
  const guess = guessHeader(line)
  if (!guess || !knownAs(guess.type, types)) {
    return `has no type: write "type: subject" with one of ${enumerated(types)}`
  }
  if (guess.subject === '') return 'has no subject behind its type'
  if (guess.scope?.trim() === '') return 'has an empty scope'
  return 'must have its colon right behind the type or scope, and then one blank'
}

function complaintsAboutParts(header: Header, rules: HeaderRules): string[] {
  return [
    ...wrongType(header, rules),
    ...missingScope(header, rules),
    ...wrongScopes(header, rules),
    ...wrongSubject(header, rules),
  ]
}

function wrongType({ type }: Header, { types }: HeaderRules): string[] {
  if (types.includes(type)) return []
  const meant = knownAs(type, types)
  if (meant) return [`has the type ${quote(type)}, which is written ${quote(meant)}`]
  return [`has the type ${quote(type)}, which is none of ${enumerated(types)}`]
}

/** The type that is meant, but for upper case. */
export function knownAs(type: string, types: readonly string[]): string | undefined {
  return types.find((one) => one.toLowerCase() === type.toLowerCase())
}

function missingScope({ scope }: Header, { requireScope, scopes = [] }: HeaderRules): string[] {
  if (scope !== undefined || !requireScope) return []
  const of = scopes.length > 0 ? `, one of ${enumerated(scopes.map(({ shown }) => shown))}` : ''
  return [`has no scope: write "type(scope): subject"${of}`]
}

function wrongScopes(header: Header, { scopes }: HeaderRules): string[] {
  if (!scopes) return []
  const found = scopesOf(header).map((scope) => ({
    scope,
    results: scopes.map((one) => one.match(scope)),
  }))
  const wrong = found.filter(({ results }) => !results.includes('found'))
  const slow = wrong.find(({ results }) => results.includes('too slow'))
  const shown = enumerated(scopes.map((one) => one.shown))
  if (slow) return [`has the ${tooSlow('scope', slow.scope, shown)}`]
  const named = quote(wrong.map(({ scope }) => scope).join(', '))
  if (wrong.length > 1) return [`has the scopes ${named}, which are none of ${shown}`]
  return wrong.length === 1 ? [`has the scope ${named}, which is none of ${shown}`] : []
}

function wrongSubject({ subject }: Header, rules: HeaderRules): string[] {
  const complaint = rules.subject && mismatch('subject', subject, rules.subject)
  return complaint ? [`has the ${complaint}`] : []
}

function tooLong(line: string, { maxLength }: HeaderRules): string[] {
  const length = Array.from(line).length
  if (maxLength === undefined || length <= maxLength) return []
  return [`is ${length} characters long, and may be ${maxLength} at the most`]
}

function enumerated(words: readonly string[]): string {
  return excerpt(words.join(', '), 300)
}
