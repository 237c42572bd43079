import { ValidationError } from '@ci-actions/kit'
import { readClass } from './class.ts'
import { anyByte, bytesOf, type Name, nameOf, star, type Token } from './name.ts'

/** What a line of a .gitignore says. */
export interface Line {
  /** It takes out again what it names. */
  readonly negated: boolean
  readonly foldersOnly: boolean
  /** Names one after the other, the first at the top; any folders may stand between two runs. */
  readonly runs: readonly (readonly Name[])[]
}

type Refuse = (why: string) => never

/** As long as a path can be on Linux. */
const longest = 4096

/**
 * A line as what it says: nothing, one thing, or in an odd case of git's several.
 *
 * @throws ValidationError when it could never name anything
 */
export function readLine(line: string): Line[] {
  const text = line.startsWith('#') ? '' : withoutBlanksAtEnd(line)
  if (text === '') return []
  const refuse: Refuse = (why) => {
    throw new ValidationError(`patterns as they stand in a .gitignore; ${why}`, line)
  }
  if (text.length > longest) refuse(`none is longer than ${longest} characters`)
  const [, bang, body = '', slash] = /^(!?)(.*?)(\/?)$/s.exec(text) ?? []
  const tied = body.includes('/')
  const ways = tied ? waysOf(bytesOf(body.replace(/^\//, ''))) : [`**/${bytesOf(body)}`]
  const able = ways.map((way) => stepsOf(way, refuse)).filter((steps) => !steps.some(isHollow))
  if (able.length === 0) refuse('none begins with "./", or has "//", "/./" or "/../" in it')
  return able.map((steps) => ({
    negated: bang !== '',
    foldersOnly: slash !== '',
    runs: runsOf(steps),
  }))
}

/** A blank at the end counts only behind a backslash. */
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
 * Git compares what stands before the first `*`, `?`, `[` or `\` by itself, and reads the rest as if
 * the pattern began there: so `src/a**` + `/b` names `src/ab` and `src/a1/2/b`.
 */
function waysOf(text: string): string[] {
  const [, head, backslash, rest = ''] = /^([^*?[\\]*[^*?[\\/])\*{2,}(\\?)\/(.*)$/s.exec(text) ?? []
  if (head === undefined) return [text]
  const apart = `${head}*/**/${rest}`
  return backslash ? [apart] : [apart, ...waysOf(head + rest)]
}

type Step = readonly Token[] | 'folders'

/** The names between the slashes, and each `**` that stands for any folders. */
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
  // Where a name begins, `**` and its slash; else any stars, or a byte. A backslash may be before it.
  const next = /(?<![^/])\*{2,}(\\?)\/|\*+|\\?./sy
  while (next.lastIndex < text.length) {
    const start = next.lastIndex
    const [piece = '', hidden] = next.exec(text) ?? []
    if (hidden !== undefined) {
      // Before a slash that is hidden there must be one folder at least.
      if (hidden) yield* [star, '/'] as const
      yield 'folders'
    } else if (piece === '[') {
      const { bytes, end } = readClass(text, start) ?? refuse('"[" needs its "]"')
      next.lastIndex = end + 1
      yield bytes
    } else if (piece.endsWith('/')) yield '/'
    else if (piece.startsWith('*')) yield star
    else if (piece === '?') yield anyByte
    else if (piece === '\\') refuse('a backslash at the end hides nothing')
    else yield piece.charCodeAt(piece.length - 1)
  }
}

/** Names that no path has: none, `.` and `..`. */
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
