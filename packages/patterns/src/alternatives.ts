import { ValidationError } from '@ci-actions/kit'

/** More than anyone means with one pattern. */
const maxAlternatives = 100

/**
 * Expands alternatives such as `*.{js,ts}`, `(api|web)/**` or `@(api|web)/**` into `.gitignore` patterns. Braces and
 * parentheses are plain text if escaped, or without a comma or `|`.
 *
 * @throws ValidationError if there are too many, or for a range such as `{1..3}`
 */
export function expandAlternatives(pattern: string): string[] {
  const all = [...alternatives(pattern).take(maxAlternatives + 1)]
  if (all.length <= maxAlternatives) return all
  throw new ValidationError(`a pattern may expand to at most ${maxAlternatives} patterns.`, pattern)
}

function* alternatives(pattern: string): Generator<string> {
  const group = firstGroup(pattern)
  if (!group) yield pattern
  for (const word of group?.words ?? []) {
    yield* alternatives(`${group?.before}${word}${group?.after}`)
  }
}

interface Group {
  readonly before: string
  readonly words: readonly string[]
  readonly after: string
}

/** The closing character and the separator of a group, by its opening character. */
const signs: Readonly<Record<string, { close: string; between: string }>> = {
  '{': { close: '}', between: ',' },
  '(': { close: ')', between: '|' },
}

function firstGroup(pattern: string): Group | undefined {
  for (const { index } of pattern.matchAll(/\\.|[{(]/gs)) {
    const cuts = cutsFrom(index, pattern)
    const [first, last] = [cuts[0], cuts.at(-1)]
    if (first === undefined || last === undefined) continue
    const words = cuts.slice(1).map((cut, i) => pattern.slice((cuts[i] ?? 0) + 1, cut))
    if (words.length > 1) {
      const isExact = pattern[first] === '(' && pattern[first - 1] === '@'
      const before = pattern.slice(0, isExact ? first - 1 : first)
      return { before, words, after: pattern.slice(last + 1) }
    }
    if (pattern[first] === '{' && /^\w+\.\.\w+$/.test(words.join())) {
      throw new ValidationError('ranges such as {1..3} are not supported. Write {1,2,3}.', pattern)
    }
  }
  return undefined
}

/** Returns the positions of a group's opening, separators and closing; empty if it does not close. */
function cutsFrom(open: number, pattern: string): number[] {
  const sign = pattern[open] ?? ''
  const { close, between } = signs[sign] ?? {}
  const cuts: number[] = []
  let depth = 0
  for (const { 0: piece, index } of pattern.slice(open).matchAll(/\\.|[{}(),|]/gs)) {
    if (piece === sign) depth++
    const isCut = piece === sign || piece === close || piece === between
    if (depth === 1 && isCut) cuts.push(open + index)
    if (piece === close) depth--
    if (depth === 0) return cuts
  }
  return []
}
