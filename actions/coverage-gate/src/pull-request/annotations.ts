import type { Runner } from '@ci-actions/kit'
import type { Range } from '../collections/line-bitmap.ts'
import type { Patch } from './patch.ts'

/** GitHub shows ten warnings per step; two are left for other warnings. */
const maxAnnotations = 8

/**
 * Annotates uncovered changed lines, and reports the number of places that are omitted. GitHub expects paths relative
 * to the repository, which is in `folder` of the workspace.
 */
export function annotate({ files }: Patch, folder: string, runner: Runner): void {
  const places = files.flatMap(({ path, uncovered }) => {
    return uncovered.map((range) => ({ path, range }))
  })
  const shown = places.length > maxAnnotations ? places.slice(0, maxAnnotations - 1) : places
  for (const { path, range } of shown) {
    const place = { file: path.slice(folder.length), startLine: range.from, endLine: range.to }
    runner.warning(`${describeLines(range)} not covered by any test.`, place)
  }
  const omitted = places.length - shown.length
  if (omitted > 0) {
    runner.warning(`And ${omitted} more places with uncovered changed lines; see the job summary.`)
  }
}

function describeLines({ from, to }: Range): string {
  return from === to ? 'This changed line is' : `These changed lines (${from} to ${to}) are`
}
