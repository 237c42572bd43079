import { expandAlternatives } from './alternatives.ts'
import { type Line, readLine } from './line.ts'
import { bytesOf } from './name.ts'
import { standsAt } from './patterns.ts'

/**
 * Returns whether a path is what a glob names, from its top to its end: `src/*.ts` is no file of a folder in
 * `src`, and `src/**` all files below it. Beside `*`, `?`, `[a-z]` and `**` there are alternatives,
 * `src/*.{js,ts}`. A leading dot of a name is a character like any other.
 *
 * Paths are as those of `patterns`, and the time that it takes grows as it does there.
 *
 * @throws ValidationError for a glob that could never name anything
 */
export function parseGlob(glob: string): (path: string) => boolean {
  const ways = expandAlternatives(glob).flatMap((way) => {
    const inside = way.replace(/^\//, '')
    // The slash ties it to the top; what is below a folder has a name at its end.
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

/** The folders that all files of a glob are below. */
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
