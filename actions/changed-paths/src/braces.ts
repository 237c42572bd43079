import { Unusable } from '@ci-actions/kit'

/** More than anybody means by one pattern. */
const most = 100

/**
 * `*.{js,ts}` as the patterns it stands for. A .gitignore has no braces, but those who come from other
 * filters write them. Behind a backslash, or without a comma, they are plain text.
 *
 * @throws Unusable when there are too many, or for a range
 */
export function withoutBraces(pattern: string): string[] {
  const all = [...alternatives(pattern).take(most + 1)]
  if (all.length <= most) return all
  throw new Unusable(`patterns that stand for at most ${most} others`, pattern)
}

function* alternatives(pattern: string): Generator<string> {
  const braces = firstBraces(pattern)
  if (!braces) yield pattern
  for (const word of braces?.words ?? []) {
    yield* alternatives(`${braces?.before}${word}${braces?.after}`)
  }
}

interface Braces {
  readonly before: string
  readonly words: readonly string[]
  readonly after: string
}

function firstBraces(pattern: string): Braces | undefined {
  for (const { index } of pattern.matchAll(/\\.|\{/gs)) {
    const cuts = pattern[index] === '{' ? cutsFrom(index, pattern) : []
    const [first, last] = [cuts[0], cuts.at(-1)]
    if (first === undefined || last === undefined) continue
    const words = cuts.slice(1).map((cut, i) => pattern.slice((cuts[i] ?? 0) + 1, cut))
    if (words.length > 1) {
      return { before: pattern.slice(0, first), words, after: pattern.slice(last + 1) }
    }
    if (/^\w+\.\.\w+$/.test(words.join())) {
      throw new Unusable('patterns without a range such as {1..3}; write {1,2,3}', pattern)
    }
  }
  return undefined
}

/** Where a pair of braces opens, has its commas, and closes; nothing when it does not close. */
function cutsFrom(open: number, pattern: string): number[] {
  const cuts: number[] = []
  let depth = 0
  for (const { 0: sign, index } of pattern.slice(open).matchAll(/\\.|[{},]/gs)) {
    if (sign === '{') depth++
    if (depth === 1 && sign.length === 1) cuts.push(open + index)
    if (sign === '}') depth--
    if (depth === 0) return cuts
  }
  return []
}
