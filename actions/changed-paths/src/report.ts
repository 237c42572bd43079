import { escapeMarkdown, markdownCode, markdownTable } from '@ci-actions/kit'
import type { Changes } from './changes.ts'
import { onlyOutput } from './names.ts'
import type { FilterResult } from './verdict.ts'

/** `only` names the filters that have an output of that kind. */
export function outputsOf(
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

/** Linux starts no program with a variable of more, and an input is one; bytes. */
const maxVariable = 128 * 1024

/** What to say when the outputs are more than can be handed on; undefined when they are not. */
export function sizeRemark(outputs: object): string | undefined {
  const size = Buffer.byteLength(JSON.stringify(outputs))
  if (size <= maxVariable) return undefined
  return (
    `The lists of files hold ${size} bytes. An input or a variable of a step holds at most 128 KiB, and so does ` +
    '"toJSON(needs)" of a job with these outputs; the outputs of a job hold 1 MB in all.'
  )
}

/** As many files of a filter as are read in the summary; how many more there are is said. */
const mostShown = 5

export function summaryOf(results: readonly FilterResult[], changes: Changes): string {
  const rows = results.map(({ name, changed, files, only }) => [
    escapeMarkdown(name),
    changed ? (only ? 'only this' : 'yes') : 'no',
    String(files.length),
    [...files.slice(0, mostShown).map(markdownCode), ...more(files.length - mostShown)].join(', '),
  ])
  const head = ['filter', 'changed', 'files', '']
  return `### Changed paths\n\n${escapeMarkdown(headline(changes))}\n\n${markdownTable(head, rows)}`
}

function more(count: number): string[] {
  return count > 0 ? [`and ${count} more`] : []
}

/** How much changed, in a sentence. */
export function headline({ files, truncated }: Changes): string {
  const count = `${files.length} changed ${files.length === 1 ? 'file' : 'files'}`
  if (truncated === undefined) return `${count}.`
  return `${count} known, but not all: ${truncated}. So every filter counts as changed.`
}
