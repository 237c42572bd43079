import { expandAlternatives } from './alternatives.ts'
import { type Line, readLine } from './line.ts'
import { bytesOf } from './name.ts'
import { standsAt } from './patterns.ts'

/**
 * Returns a function that tests whether a whole path matches a glob: `src/*.ts` does not match in subfolders of `src`,
 * and `src/**` matches all files below it. Supports `*`, `?`, `[a-z]`, `**` and alternatives, `src/*.{js,ts}`. A
 * leading dot is not special.
 *
 * Paths and running time are as for `patterns`.
 *
 * @throws ValidationError for a glob that could never match
 */
export function parseGlob(glob: string): (path: string) => boolean {
  const ways = expandAlternatives(glob).flatMap((way) => {
    const inside = way.replace(/^\//, '')
    // The slash anchors the pattern at the top. The final `*` excludes the folder itself.
    const lines = readLine(`/${inside.replace(/(^|\/)\*\*$/, '$1**/*')}`)
    return lines.map((line) => ({ line, start: literalStart(inside) }))
  })
  return (path) => {
    const possible = ways.filter(({ start }) => path.startsWith(start))
    if (possible.length === 0) return false
    const names = bytesOf(path).split('/')
    return possible.some(({ line }) => isWhole(names, line))
  }
}

/** Returns the literal folders at the start of a glob. */
function literalStart(glob: string): string {
  return /^[^*?[\\]*\//.exec(glob)?.[0] ?? ''
}

function isWhole(names: readonly string[], { runs, foldersOnly }: Line): boolean {
  let end = 0
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i] ?? []
    const latest = names.length - run.length
    const isLast = i === runs.length - 1
    if (i > 0 && isLast && latest > end) end = latest
    while (i > 0 && !isLast && end <= latest && !standsAt(end, run, names)) end++
    if (end > latest || !standsAt(end, run, names)) return false
    end += run.length
  }
  return end === names.length && !foldersOnly
}
