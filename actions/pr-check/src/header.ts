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
  const header = partsOf(/^([^\s():!]+)(?:\(([^()]+)\))?(!?): (\S.*)$/s.exec(line))
  return header?.scope?.trim() === '' ? undefined : header
}

/** What a line seems to mean that is nearly a header: blanks, brackets and a missing part are overlooked. */
export function guessHeader(line: string): Header | undefined {
  const text = line.replace(/\s+/g, ' ').trim()
  return partsOf(/^\[?([\p{L}\d_-]+)\]? ?(?:\(([^()]*)\))? ?(!?) ?[:：] ?(.*)$/u.exec(text))
}

export function headerText({ type, scope, breaking, subject }: Header): string {
  return `${type}${scope === undefined ? '' : `(${scope})`}${breaking ? '!' : ''}: ${subject}`
}

function partsOf(match: RegExpExecArray | null): Header | undefined {
  const [, type, scope, mark, subject] = match ?? []
  if (type === undefined || subject === undefined) return undefined
  return { type, scope, breaking: mark === '!', subject }
}

/** The scopes of a header: one, or several with commas between them. */
export function scopesOf({ scope }: Header): string[] {
  return scope === undefined ? [] : scope.split(',').map((one) => one.trim())
}

/** Whether a text has the footer that tells a breaking change; its words are in upper case. */
export function hasBreakingFooter(text: string): boolean {
  return /^BREAKING[ -]CHANGE: \S/m.test(text)
}

/** A line without the mark of what is not finished: `[WIP]`, `(draft)`, `WIP:`. */
export function withoutMark(line: string): string {
  return line.replace(/^(\[(wip|draft)\]|\((wip|draft)\)|(wip|draft):|wip\b) ?/i, '')
}
