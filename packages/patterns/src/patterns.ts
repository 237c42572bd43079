import { type Line, readLine } from './line.ts'
import { bytesOf, type Name } from './name.ts'

/**
 * Whether a path is one that the patterns name. They are lines of a .gitignore: `*`, `?`, `[a-z]`,
 * `**`, a slash that ties a pattern to the top, `!` to take out again, `#` for a comment.
 *
 * A pattern that names a folder names everything in it, and of several the last one decides. Only in
 * this they differ from a .gitignore, where nothing can be taken out again of a folder that is named
 * as a whole: after `**`, `!docs/**` would be without effect.
 *
 * Paths are relative, with `/` and without `.` and `..`, as git lists them. A path that ends with `/` is
 * a folder, such as a submodule: `lib/` and `lib/**` name it too. The time grows with the
 * lengths of the path and of the pattern, whatever stands in them.
 *
 * @see https://git-scm.com/docs/gitignore
 * @throws ValidationError for a line that could never name anything
 */
export function patterns(lines: readonly string[]): (path: string) => boolean {
  const lastFirst = lines.flatMap(readLine).reverse()
  return (path) => {
    const names = bytesOf(path).split('/')
    const last = lastFirst.find((line) => isNamed(names, line))
    return last !== undefined && !last.negated
  }
}

/** The first run begins at the top, each further one as early as it can: so the least is asked. */
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
