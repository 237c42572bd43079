import { type Line, readLine } from './line.ts'
import { bytesOf, type Name } from './name.ts'

/**
 * Returns a function that tests whether a path matches the patterns, which are lines of a .gitignore: `*`, `?`,
 * `[a-z]`, `**`, a slash to anchor a pattern at the top, `!` to exclude again, `#` for a comment.
 *
 * A pattern that matches a folder matches everything in it, and the last matching pattern wins. The only difference
 * from .gitignore: files in a matched folder can be excluded again. Otherwise `!docs/**` would have no effect after
 * `**`.
 *
 * Paths are relative, with `/` and without `.` and `..`, as git lists them. A path that ends with `/` is a folder, such
 * as a submodule, which `lib/` and `lib/**` match too. The running time grows only with the lengths of the path and
 * of the pattern, whatever they contain.
 *
 * @see https://git-scm.com/docs/gitignore
 * @throws ValidationError for a line that could never match
 */
export function patterns(lines: readonly string[]): (path: string) => boolean {
  const lastFirst = lines.flatMap(readLine).reverse()
  return (path) => {
    const names = bytesOf(path).split('/')
    const last = lastFirst.find((line) => isNamed(names, line))
    return last !== undefined && !last.negated
  }
}

/** Anchors the first run at the top and matches each further run as early as possible, which is always sufficient. */
function isNamed(names: readonly string[], { runs, foldersOnly }: Line): boolean {
  let end = 0
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i] ?? []
    const latest = i === 0 ? 0 : names.length - run.length
    while (end <= latest && !standsAt(end, run, names)) end++
    if (end > latest) return false
    end += run.length
  }
  return end < names.length || !foldersOnly
}

export function standsAt(start: number, run: readonly Name[], names: readonly string[]): boolean {
  for (let i = 0; i < run.length; i++) {
    const name = names[start + i]
    if (name === undefined || !run[i]?.(name)) return false
  }
  return true
}
