import type { Runner } from '@ci-actions/kit'
import type { Range } from '../collections/line-bitmap.ts'
import type { Patch } from './patch.ts'

/** GitHub shows ten warnings of a step; two are left for what else there may be to warn of. */
const most = 8

/**
 * Marks the changed lines that are not covered, and says how many there was no room for. GitHub knows the files by
 * their paths in the repository, which is in this folder of the workspace.
 */
export function annotate({ files }: Patch, folder: string, runner: Runner): void {
  const places = files.flatMap(({ path, uncovered }) => {
    return uncovered.map((range) => ({ path, range }))
  })
  const shown = places.length > most ? places.slice(0, most - 1) : places
  for (const { path, range } of shown) {
    const place = { file: path.slice(folder.length), startLine: range.from, endLine: range.to }
    runner.warning(`${sayLines(range)} not covered by any test.`, place)
  }
  const left = places.length - shown.length
  if (left > 0) {
    runner.warning(
      `And ${left} more places with changed lines that no test covers; see the summary.`,
    )
  }
}

function sayLines({ from, to }: Range): string {
  return from === to ? 'This changed line is' : `These changed lines (${from} to ${to}) are`
}
