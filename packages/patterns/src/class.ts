import { lookUp } from '@ci-actions/kit'

/** The ASCII part of POSIX classes, as in git: `[:space:]` lacks vertical tab and form feed. */
const classes: Readonly<Record<string, RegExp>> = {
  alnum: /[A-Za-z0-9]/,
  alpha: /[A-Za-z]/,
  blank: /[ \t]/,
  cntrl: /[\0-\x1f\x7f]/,
  digit: /[0-9]/,
  graph: /[!-~]/,
  lower: /[a-z]/,
  print: /[ -~]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /[ \t\n\r]/,
  upper: /[A-Z]/,
  xdigit: /[A-Fa-f0-9]/,
}

/**
 * Parses a class such as `[a-z_]` or `[![:digit:]]`. Returns its bytes, 1 for each member, and the position of its `]`;
 * undefined if it is not a class. Behaves like git's wildmatch.c.
 */
export function readClass(
  text: string,
  start: number,
): { bytes: Uint8Array; end: number } | undefined {
  const negated = /[!^]/.test(text.charAt(start + 1))
  const first = start + (negated ? 2 : 1)
  const bytes = new Uint8Array(256)
  /** The byte that may start a range: the previous one, unless it ended a range. */
  let before: number | undefined
  for (let at = first; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === ']' && at > first) {
      return { bytes: negated ? bytes.map((one) => 1 - one) : bytes, end: at }
    }
    const [named, name] = classAt(at, text)
    if (named !== undefined) {
      const members = lookUp(classes, name ?? '')
      if (!members) return undefined
      for (let byte = 0; byte < 128; byte++) {
        if (members.test(String.fromCharCode(byte))) bytes[byte] = 1
      }
      at += named.length - 1
      before = undefined
    } else if (character === '-' && before && at + 1 < text.length && text[at + 1] !== ']') {
      if (text[++at] === '\\') at++
      bytes.fill(1, before, text.charCodeAt(at) + 1)
      before = undefined
    } else {
      if (character === '\\') at++
      before = text.charCodeAt(at)
      bytes[before] = 1
    }
  }
  return undefined
}

/** Parses `[:alpha:]`, whether or not such a class exists. */
function classAt(at: number, text: string): [whole?: string, name?: string] {
  const named = /\[:([^\]]*):\]/y
  named.lastIndex = at
  const [whole, name] = named.exec(text) ?? []
  return whole === undefined ? [] : [whole, name ?? '']
}
