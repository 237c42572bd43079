/** A title, or the first line of a commit message, by its parts. */
export interface Header {
  readonly type: string
  /** As it stands between the parentheses; undefined without them. */
  readonly scope: string | undefined
  /** Whether it has the `!`. */
  readonly breaking: boolean
  readonly subject: string
}

/**
 * `type: subject`, `type(scope): subject`, either with a `!` before the colon; undefined when a line is
 * not just that.
 *
 * @see https://www.conventionalcommits.org/en/v1.0.0/#specification
 */
export function parseHeader(line: string): Header | undefined {
  const match = /^([^\s():!]+)(?:\(([^()]+)\))?(!?): (\S.*)$/s.exec(line)
  const [, type, scope, mark, subject] = match ?? []
  if (type === undefined || subject === undefined || scope?.trim() === '') return undefined
  return { type, scope, breaking: mark === '!', subject }
}

/** A line that is nearly a header, and what keeps it from being one. */
export interface NearHeader extends Header {
  /** `ABC-123`, which stands before the type. */
  readonly ticket: string | undefined
  readonly hasMarkBeforeScope: boolean
}

/**
 * What a line seems to mean that is nearly a header: blanks, brackets, a missing part and parts in the
 * wrong place are overlooked.
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

/** `[ABC-123] feat!(scope): subject`, every part but the type and its colon optional. */
const nearHeader =
  /^(?:\[?(?<ticket>[A-Z][A-Z\d]*-\d+)\]?:? +)?\[?(?<type>[\p{L}\d_-]+)\]? ?(?<before>!?) ?(?:\((?<scope>(?:[^()]|\([^()]*\))*)\))? ?(?<mark>!?) ?[:：;] ?(?<subject>.*)$/u

export function headerText({ type, scope, breaking, subject }: Header): string {
  return `${type}${scope === undefined ? '' : `(${scope})`}${breaking ? '!' : ''}: ${subject}`
}

/** The scopes of a header: one, or several with commas between them. */
export function scopesOf({ scope }: Header): string[] {
  return scope === undefined ? [] : scope.split(',').map((one) => one.trim())
}

/** Whether a text has the footer that tells a breaking change; its words are in upper case. */
export function hasBreakingFooter(text: string): boolean {
  return /^BREAKING[ -]CHANGE: \S/m.test(text)
}

/** A line without the mark of what is not finished: `[WIP]`, `(draft)`, `WIP:`, `fixup!`. */
export function withoutMark(line: string): string {
  return line.replace(
    /^(\[(wip|draft)\]|\((wip|draft)\)|(wip|draft):|wip\b|(fixup|squash|amend)!) ?/i,
    '',
  )
}
