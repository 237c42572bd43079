import { patterns } from '@ci-actions/patterns'

/** Whether `.gitattributes` marks a file as generated or vendored; undefined if it says neither. */
export type Attributes = (path: string) => boolean | undefined

const meant = ['linguist-generated', 'linguist-vendored'] as const

interface Line {
  readonly fits: (path: string) => boolean
  /** The values of the attributes; undefined resets an earlier value. */
  readonly says: ReadonlyMap<string, boolean | undefined>
}

/**
 * Reads linguist's attributes from a `.gitattributes`; the last matching line wins.
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
    // Git, too, ignores a pattern that can never match.
    return undefined
  }
}

/** Parses `name`, `-name`, `!name` or `name=value`; ignores other attributes. */
function readAttribute(word: string): [string, boolean | undefined][] {
  const [, sign, name = '', value] = /^([-!]?)([\w.-]+)(?:=(.*))?$/.exec(word) ?? []
  if (!meant.some((one) => one === name)) return []
  if (sign === '!') return [[name, undefined]]
  return [[name, sign !== '-' && value !== 'false' && value !== '0']]
}

/** Unquotes a name with spaces, which git quotes as in C. */
function unquoted(text: string): string {
  return text.slice(1, -1).replace(/\\(.)/g, '$1')
}

/** A character that no path contains. */
const end = '\0'

/**
 * Matches a pattern exactly: unlike in a `.gitignore`, a pattern that matches a folder does not apply to its files. To
 * achieve this, an end marker is appended to both pattern and path.
 */
function exactly(pattern: string): (path: string) => boolean {
  if (/(^|\/)\*{2,}$/.test(pattern)) return patterns([pattern])
  const fits = patterns([`${pattern}${end}`])
  return (path) => fits(`${path}${end}`)
}
