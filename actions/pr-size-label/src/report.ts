import { escapeMarkdown, markdownCode, markdownTable, type Output } from '@ci-actions/kit'
import type { Labelled } from './labels.ts'
import type { Measure } from './measure.ts'
import type { Size } from './sizes.ts'

/** What was measured, and what became of the labels. */
export interface Report {
  readonly number: number
  readonly measure: Measure
  /** Undefined below the smallest. */
  readonly size: Size | undefined
  readonly label: string | undefined
  readonly labelled: Labelled
}

type Outputs = Record<
  'size' | 'label' | 'lines' | 'files' | 'excluded' | 'changed' | 'truncated',
  Output
>

/** What the outputs are as long as nothing is known. */
export const unknownOutputs: Outputs = {
  size: '',
  label: '',
  lines: '',
  files: '',
  excluded: '',
  changed: false,
  truncated: false,
}

export function outputsOf({ measure, size, label, labelled }: Report): Outputs {
  const { lines, files, excluded, truncated } = measure
  const { changed } = labelled
  return { size: size?.name, label, lines, files, excluded, changed, truncated }
}

/** What was measured, in a sentence. */
export function headline({ number, measure, size }: Report): string {
  const { lines, files, excluded } = measure
  const left = excluded > 0 ? `, ${count(excluded, 'file')} left out` : ''
  const named = size ? `${size.name}: ` : ''
  return `#${number} is ${named}${count(lines, 'line')} in ${count(files, 'file')}${left}.`
}

export function summaryOf(report: Report): string {
  const { measure, size, label, labelled } = report
  const { lines, files, excluded } = measure
  const head = ['size', 'lines', 'files', 'not counted', 'label']
  const row = [
    escapeMarkdown(size?.name ?? 'none'),
    String(lines),
    String(files),
    String(excluded),
    label === undefined ? '' : `${markdownCode(label)} ${labelled.said}`,
  ]
  const problems = [labelled.warning ?? '', labelled.failure?.message ?? '']
  const notes = [...notesOn(report), ...problems].map(escapeMarkdown)
  return `${['### Size of the pull request', markdownTable(head, [row]), ...notes].join('\n\n').trim()}\n`
}

/** What is not as it should be, and fails nothing. */
export function notesOn({ measure, labelled }: Report): string[] {
  const truncation =
    'There are more files than the 3,000 that GitHub lists; those after them count as they are, ' +
    'whatever "exclude", "exclude-generated" and "weights" say.'
  return [...(measure.truncated ? [truncation] : []), ...(labelled.notice ? [labelled.notice] : [])]
}

function count(many: number, noun: string): string {
  return `${many} ${noun}${many === 1 ? '' : 's'}`
}
