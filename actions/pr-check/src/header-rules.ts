import { excerpt, quote } from '@ci-actions/kit'
import {
  guessHeader,
  type Header,
  headerText,
  parseHeader,
  scopesOf,
  withoutMark,
} from './header.ts'
import { type Matcher, mismatch, tooSlow } from './matcher.ts'

/** Requirements for a header. */
export interface HeaderRules {
  readonly types: readonly Matcher[]
  /** Undefined allows any scope. */
  readonly scopes: readonly Matcher[] | undefined
  readonly requireScope: boolean
  readonly subject: Matcher | undefined
  /** Maximum number of characters. */
  readonly maxLength: number | undefined
}

/** Longer headers are rejected unread; titles cannot be longer. */
const longestHeader = 1_000

/** Returns the problems of a header, each as the end of a sentence about it. */
export function findViolations(line: string, rules: HeaderRules): string[] {
  if (line.length > longestHeader) return [`is longer than ${longestHeader} characters`]
  const header = parseHeader(line)
  const finished = withoutMark(line)
  if (finished !== line && !(header && isKnown(header.type, rules.types))) {
    return [unfinished, ...findViolations(finished, rules)]
  }
  const ofParts = header ? findPartViolations(header, rules) : [misshape(line, rules)]
  return [...ofParts, ...tooLong(line, rules)]
}

const unfinished =
  'is marked as unfinished: remove the marker, and make the pull request a draft instead'

/** Returns why a line is not a header at all. */
function misshape(line: string, { types }: HeaderRules): string {
  const guess = guessHeader(line)
  if (!guess || !knownAs(guess.type, types)) {
    return `has no type: write "type: subject" with one of ${enumerated(shown(types))}`
  }
  if (guess.subject === '') return 'has no subject after its type'
  if (guess.scope?.trim() === '') return 'has an empty scope'
  if (guess.ticket !== undefined)
    return `has ${quote(guess.ticket)} before its type, which must come first`
  if (guess.hasMarkBeforeScope) {
    return `has its "!" before the scope instead of after it: ${quote(headerText(guess), 120)}`
  }
  if (/\([^)]*\(/.test(line)) return 'has parentheses within its scope'
  return 'must have its colon right after the type or scope, followed by one space'
}

function findPartViolations(header: Header, rules: HeaderRules): string[] {
  return [
    ...wrongType(header, rules),
    ...missingScope(header, rules),
    ...wrongScopes(header, rules),
    ...wrongSubject(header, rules),
  ]
}

function wrongType({ type }: Header, { types }: HeaderRules): string[] {
  const results = types.map(({ match }) => match(type))
  if (results.includes('found')) return []
  const all = enumerated(shown(types))
  if (results.includes('too slow')) return [`has the ${tooSlow('type', type, all)}`]
  const meant = knownAs(type, types)
  if (meant) return [`has the type ${quote(type)}, which must be written ${quote(meant)}`]
  return [`has the type ${quote(type)}, which is not one of ${all}`]
}

function isKnown(type: string, types: readonly Matcher[]): boolean {
  return types.some(({ match }) => match(type) === 'found')
}

/** Returns the type that a word means, ignoring case; a type that matches an expression is returned as it is. */
export function knownAs(type: string, types: readonly Matcher[]): string | undefined {
  const word = shown(types).find((one) => one.toLowerCase() === type.toLowerCase())
  return word ?? (isKnown(type, types) ? type : undefined)
}

function shown(matchers: readonly Matcher[]): string[] {
  return matchers.map((one) => one.shown)
}

function missingScope({ scope }: Header, { requireScope, scopes = [] }: HeaderRules): string[] {
  if (scope !== undefined || !requireScope) return []
  const of = scopes.length > 0 ? `, one of ${enumerated(shown(scopes))}` : ''
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
  const all = enumerated(shown(scopes))
  if (slow) return [`has the ${tooSlow('scope', slow.scope, all)}`]
  const named = quote(wrong.map(({ scope }) => scope).join(', '))
  if (wrong.length > 1) return [`has the scopes ${named}, which are not among ${all}`]
  return wrong.length === 1 ? [`has the scope ${named}, which is not one of ${all}`] : []
}

function wrongSubject({ subject }: Header, rules: HeaderRules): string[] {
  const complaint = rules.subject && mismatch('subject', subject, rules.subject)
  return complaint ? [`has the ${complaint}`] : []
}

function tooLong(line: string, { maxLength }: HeaderRules): string[] {
  const length = Array.from(line).length
  if (maxLength === undefined || length <= maxLength) return []
  return [`is ${length} characters long; the limit is ${maxLength}`]
}

function enumerated(words: readonly string[]): string {
  return excerpt(words.join(', '), 300)
}
