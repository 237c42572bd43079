import { escapeMarkdown, markdownCode, markdownTable } from '@ci-actions/kit'
import type { Changes } from './changes.ts'
import type { FilterResult } from './evaluate-filters.ts'
import { onlyOutput } from './names.ts'

/** Returns the outputs; `only` lists the filters with an `only-…` output. */
export function toOutputs(
  results: readonly FilterResult[],
  { truncated }: Changes,
  only: readonly string[],
) {
  const changes = results.filter(({ changed }) => changed).map(({ name }) => name)
  const named = results.flatMap(({ name, changed, files, only: alone }) => [
    [name, changed],
    [`${name}-files`, files],
    ...(only.includes(name) ? [[onlyOutput(name), alone]] : []),
  ])
  return {
    ...Object.fromEntries(named),
    changes,
    any: changes.length > 0,
    matrix: { filter: changes },
    truncated: truncated !== undefined,
  }
}

/** Linux limits an environment variable, and thus an input, to this many bytes. */
const maxVariable = 128 * 1024

/** Returns a warning if the outputs are too large to pass on; undefined otherwise. */
export function sizeRemark(outputs: object): string | undefined {
  const size = Buffer.byteLength(JSON.stringify(outputs))
  if (size <= maxVariable) return undefined
  return (
    `The lists of files have ${size} bytes. An input or variable of a step is limited to 128 KiB, and so is ` +
    '"toJSON(needs)" of a job with these outputs; all outputs of a job are limited to 1 MB.'
  )
}

/** Maximum number of files per filter in the summary, which shows how many more there are. */
const maxShown = 5

export function changesSummary(results: readonly FilterResult[], changes: Changes): string {
  const rows = results.map(({ name, changed, files, only }) => [
    escapeMarkdown(name),
    changed ? (only ? 'only this' : 'yes') : 'no',
    String(files.length),
    [...files.slice(0, maxShown).map(markdownCode), ...more(files.length - maxShown)].join(', '),
  ])
  const head = ['filter', 'changed', 'files', '']
  return `### Changed paths\n\n${escapeMarkdown(headline(changes))}\n\n${markdownTable(head, rows)}`
}

function more(count: number): string[] {
  return count > 0 ? [`and ${count} more`] : []
}

/** Returns the number of changes as a sentence. */
export function headline({ files, truncated }: Changes): string {
  const count = `${files.length} changed ${files.length === 1 ? 'file' : 'files'}`
  if (truncated === undefined) return `${count}.`
  return `${count} known, but not all: ${truncated}. So every filter counts as changed.`
}
