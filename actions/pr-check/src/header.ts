/** The parts of a title or of the first line of a commit message. */
export interface Header {
  readonly type: string
  /** The text between the parentheses; undefined without parentheses. */
  readonly scope: string | undefined
  /** Whether it contains `!`. */
  readonly breaking: boolean
  readonly subject: string
}

/**
 * Parses `type: subject` or `type(scope): subject`, either with a `!` before the colon; undefined for anything else.
 *
 * @see https://www.conventionalcommits.org/en/v1.0.0/#specification
 */
export function parseHeader(line: string): Header | undefined {
  const match = /^([^\s():!]+)(?:\(([^()]+)\))?(!?): (\S.*)$/s.exec(line)
  const [, type, scope, mark, subject] = match ?? []
  if (type === undefined || subject === undefined || scope?.trim() === '') return undefined
  return { type, scope, breaking: mark === '!', subject }
}

/** A line that is almost a header, and what is wrong with it. */
export interface NearHeader extends Header {
  /** A ticket such as `ABC-123` before the type. */
  readonly ticket: string | undefined
  readonly hasMarkBeforeScope: boolean
}

/**
 * Guesses the parts of a line that is almost a header, ignoring wrong spaces, brackets, and missing or misplaced parts.
 */
export function guessHeader(line: string): NearHeader | undefined {
  const text = line.replace(/\s+/g, ' ').trim()
  const match = nearHeader.exec(text)
  const { ticket, type, before, scope, mark, subject } = match?.groups ?? {}
  if (type === undefined || subject === undefined) return undefined
  const hasMarkBeforeScope = before === '!' && scope !== undefined
  const breaking = before === '!' || mark === '!'
  return { ticket, type, scope: scope?.replace(/[()]/g, ''), breaking, hasMarkBeforeScope, subject }
}

/** `[ABC-123] feat!(scope): subject`; only the type and its colon are required. */
const nearHeader =
  /^(?:\[?(?<ticket>[A-Z][A-Z\d]*-\d+)\]?:? +)?\[?(?<type>[\p{L}\d_-]+)\]? ?(?<before>!?) ?(?:\((?<scope>(?:[^()]|\([^()]*\))*)\))? ?(?<mark>!?) ?[:：;] ?(?<subject>.*)$/u

export function headerText({ type, scope, breaking, subject }: Header): string {
  return `${type}${scope === undefined ? '' : `(${scope})`}${breaking ? '!' : ''}: ${subject}`
}

/** Returns the scopes of a header; several are separated by commas. */
export function scopesOf({ scope }: Header): string[] {
  return scope === undefined ? [] : scope.split(',').map((one) => one.trim())
}

/** Whether a text contains the footer of a breaking change, which must be in upper case. */
export function hasBreakingFooter(text: string): boolean {
  return /^BREAKING[ -]CHANGE: \S/m.test(text)
}

/** Removes the marker of unfinished work from a line: `[WIP]`, `(draft)`, `WIP:`, `fixup!`. */
export function withoutMark(line: string): string {
  return line.replace(
    /^(\[(wip|draft)\]|\((wip|draft)\)|(wip|draft):|wip\b|(fixup|squash|amend)!) ?/i,
    '',
  )
}
