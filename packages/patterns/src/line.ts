import { ValidationError } from '@ci-actions/kit'
import { readClass } from './class.ts'
import { anyByte, bytesOf, type Name, nameOf, star, type Token } from './name.ts'

/** A parsed line of a .gitignore. */
export interface Line {
  /** Whether it excludes its matches again. */
  readonly negated: boolean
  readonly foldersOnly: boolean
  /** Runs of consecutive names, the first run at the top; any folders may occur between two runs. */
  readonly runs: readonly (readonly Name[])[]
}

type Refuse = (why: string) => never

/** The maximum length of a path on Linux. */
const longest = 4096

/**
 * Parses a line into nothing, one pattern, or, in an odd case of git's, several.
 *
 * @throws ValidationError if it could never match
 */
export function readLine(line: string): Line[] {
  const text = line.startsWith('#') ? '' : withoutBlanksAtEnd(line)
  if (text === '') return []
  const refuse: Refuse = (why) => {
    throw new ValidationError(why, line)
  }
  if (text.length > longest) refuse(`a pattern is limited to ${longest} characters.`)
  const [, bang, body = '', slash] = /^(!?)(.*?)(\/?)$/s.exec(text) ?? []
  const tied = body.includes('/')
  const ways = tied ? waysOf(bytesOf(body.replace(/^\//, ''))) : [`**/${bytesOf(body)}`]
  const able = ways.map((way) => stepsOf(way, refuse)).filter((steps) => !steps.some(isHollow))
  if (able.length === 0)
    refuse('a pattern cannot start with "./" or contain "//", "/./" or "/../".')
  return able.map((steps) => ({
    negated: bang !== '',
    foldersOnly: slash !== '',
    runs: runsOf(steps),
  }))
}

/** Trims trailing spaces that are not escaped. */
function withoutBlanksAtEnd(line: string): string {
  const text = line.replace(/\r$/, '')
  let end = 0
  for (let at = 0; at < text.length; at++) {
    const isHidden = text[at] === '\\'
    if (isHidden) at++
    if (isHidden || text[at] !== ' ') end = at + 1
  }
  return text.slice(0, end)
}

/**
 * Git compares the text before the first `*`, `?`, `[` or `\` separately and reads the rest as if the pattern started
 * there: so `src/a**` + `/b` matches `src/ab` and `src/a1/2/b`.
 */
function waysOf(text: string): string[] {
  const [, head, backslash, rest = ''] = /^([^*?[\\]*[^*?[\\/])\*{2,}(\\?)\/(.*)$/s.exec(text) ?? []
  if (head === undefined) return [text]
  const apart = `${head}*/**/${rest}`
  return backslash ? [apart] : [apart, ...waysOf(head + rest)]
}

type Step = readonly Token[] | 'folders'

/** Splits a pattern into names and `**` for any number of folders. */
function stepsOf(text: string, refuse: Refuse): Step[] {
  const steps: Step[] = []
  let name: Token[] = []
  for (const piece of piecesOf(text, refuse)) {
    if (piece === 'folders') steps.push('folders')
    else if (piece !== '/') name.push(piece)
    else {
      steps.push(name)
      name = []
    }
  }
  return [...steps, name]
}

function* piecesOf(text: string, refuse: Refuse): Generator<Token | '/' | 'folders'> {
  // At the start of a name, `**` and its slash; elsewhere any stars or one byte, possibly after a backslash.
  const next = /(?<![^/])\*{2,}(\\?)\/|\*+|\\?./sy
  while (next.lastIndex < text.length) {
    const start = next.lastIndex
    const [piece = '', hidden] = next.exec(text) ?? []
    if (hidden !== undefined) {
      // An escaped slash requires at least one folder before it.
      if (hidden) yield* [star, '/'] as const
      yield 'folders'
    } else if (piece === '[') {
      const { bytes, end } = readClass(text, start) ?? refuse('a "[" has no matching "]".')
      next.lastIndex = end + 1
      yield bytes
    } else if (piece.endsWith('/')) yield '/'
    else if (piece.startsWith('*')) yield star
    else if (piece === '?') yield anyByte
    else if (piece === '\\') refuse('a pattern cannot end with a single backslash.')
    else yield piece.charCodeAt(piece.length - 1)
  }
}

/** Whether a name cannot occur in a path: empty, `.` or `..`. */
function isHollow(step: Step): boolean {
  if (step === 'folders' || step.length > 2) return false
  return step.every((token) => token === '.'.charCodeAt(0))
}

function runsOf(steps: readonly Step[]): Name[][] {
  const runs: Name[][] = [[]]
  for (const step of steps) {
    if (step === 'folders') runs.push([])
    else runs.at(-1)?.push(nameOf(step))
  }
  return runs
}
