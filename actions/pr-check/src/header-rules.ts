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

/** What a header must be like. */
export interface HeaderRules {
  readonly types: readonly Matcher[]
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
  if (finished !== line && !(header && isKnown(header.type, rules.types))) {
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
    return `has no type: write "type: subject" with one of ${enumerated(shown(types))}`
  }
  if (guess.subject === '') return 'has no subject behind its type'
  if (guess.scope?.trim() === '') return 'has an empty scope'
  if (guess.ticket !== undefined)
    return `has ${quote(guess.ticket)} before its type, which stands first`
  if (guess.hasMarkBeforeScope) {
    return `has its "!" before the scope; it stands behind it: ${quote(headerText(guess), 120)}`
  }
  if (/\([^)]*\(/.test(line)) return 'has parentheses within its scope'
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
  const results = types.map(({ match }) => match(type))
  if (results.includes('found')) return []
  const all = enumerated(shown(types))
  if (results.includes('too slow')) return [`has the ${tooSlow('type', type, all)}`]
  const meant = knownAs(type, types)
  if (meant) return [`has the type ${quote(type)}, which is written ${quote(meant)}`]
  return [`has the type ${quote(type)}, which is none of ${all}`]
}

function isKnown(type: string, types: readonly Matcher[]): boolean {
  return types.some(({ match }) => match(type) === 'found')
}

/** The type that is meant, but for upper case; one that an expression allows is meant as it is. */
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
  if (wrong.length > 1) return [`has the scopes ${named}, which are none of ${all}`]
  return wrong.length === 1 ? [`has the scope ${named}, which is none of ${all}`] : []
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
