import { patterns } from '@ci-actions/patterns'

/** Whether a file is generated or vendored, as `.gitattributes` says it; undefined when it does not. */
export type Attributes = (path: string) => boolean | undefined

const meant = ['linguist-generated', 'linguist-vendored'] as const

interface Line {
  readonly fits: (path: string) => boolean
  /** What it says of each attribute; undefined takes back what was said before. */
  readonly says: ReadonlyMap<string, boolean | undefined>
}

/**
 * What the text of a `.gitattributes` says of linguist's attributes; of several lines the last decides.
 *
 * @see https://git-scm.com/docs/gitattributes
 */
export function attributesIn(text: string): Attributes {
  const lines = text.split(/\r\n|\r|\n/).flatMap((line) => readLine(line) ?? [])
  return (path) => {
    const said = meant.map((name) => {
      return lines.findLast(({ says, fits }) => says.has(name) && fits(path))?.says.get(name)
    })
    return said.includes(true) || (said.includes(false) ? false : undefined)
  }
}

function readLine(line: string): Line | undefined {
  const [, quoted, bare, rest = ''] = /^\s*(?:("(?:[^"\\]|\\.)*")|(\S+))\s+(.*)$/.exec(line) ?? []
  const says = new Map(rest.split(/\s+/).flatMap(readAttribute))
  const pattern = quoted === undefined ? bare : unquoted(quoted)
  if (pattern === undefined || says.size === 0 || /^[#!]|^\[attr\]|\/$/.test(pattern))
    return undefined
  try {
    return { fits: exactly(pattern), says }
  } catch {
    // A pattern that could never name anything says nothing, to git neither.
    return undefined
  }
}

/** `name`, `-name`, `!name`, `name=value`; nothing of an attribute that is not meant. */
function readAttribute(word: string): [string, boolean | undefined][] {
  const [, sign, name = '', value] = /^([-!]?)([\w.-]+)(?:=(.*))?$/.exec(word) ?? []
  if (!meant.some((one) => one === name)) return []
  if (sign === '!') return [[name, undefined]]
  return [[name, sign !== '-' && value !== 'false' && value !== '0']]
}

/** Git writes names with blanks as C does. */
function unquoted(text: string): string {
  return text.slice(1, -1).replace(/\\(.)/g, '$1')
}

/** A character that no path has. */
const end = '\0'

/**
 * Unlike in a `.gitignore`, a pattern that fits a folder says nothing of what is in it: so the end of
 * the path is made a part of both.
 */
function exactly(pattern: string): (path: string) => boolean {
  if (/(^|\/)\*{2,}$/.test(pattern)) return patterns([pattern])
  const fits = patterns([`${pattern}${end}`])
  return (path) => fits(`${path}${end}`)
}
