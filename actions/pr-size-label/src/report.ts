import { escapeMarkdown, markdownCode, markdownTable, type Output } from '@ci-actions/kit'
import type { Labelled } from './labels.ts'
import type { Measure } from './measure.ts'
import type { Size } from './sizes.ts'

/** The measured size and the result of labelling. */
export interface Report {
  readonly number: number
  readonly measure: Measure
  /** Undefined if below the smallest size. */
  readonly size: Size | undefined
  readonly label: string | undefined
  readonly labelled: Labelled
}

type Outputs = Record<
  'size' | 'label' | 'lines' | 'files' | 'excluded' | 'changed' | 'truncated',
  Output
>

/** The outputs before the result is known. */
export const unknownOutputs: Outputs = {
  size: '',
  label: '',
  lines: '',
  files: '',
  excluded: '',
  changed: false,
  truncated: false,
}

export function toOutputs({ measure, size, label, labelled }: Report): Outputs {
  const { lines, files, excluded, truncated } = measure
  const { changed } = labelled
  return { size: size?.name, label, lines, files, excluded, changed, truncated }
}

/** Describes the measured size in a sentence. */
export function headline({ number, measure, size }: Report): string {
  const { lines, files, excluded } = measure
  const left = excluded > 0 ? `, ${count(excluded, 'file')} excluded` : ''
  const named = size ? `${size.name}: ` : ''
  return `#${number} is ${named}${count(lines, 'line')} in ${count(files, 'file')}${left}.`
}

export function sizeSummary(report: Report): string {
  const { measure, size, label, labelled } = report
  const { lines, files, excluded } = measure
  const head = ['size', 'lines', 'files', 'excluded', 'label']
  const row = [
    escapeMarkdown(size?.name ?? 'none'),
    String(lines),
    String(files),
    String(excluded),
    label === undefined ? '' : `${markdownCode(label)} ${labelled.said}`,
  ]
  const problems = [labelled.warning ?? '', labelled.failure?.message ?? '']
  const notes = [...listNotes(report), ...problems].map(escapeMarkdown)
  return `${['### Size of the pull request', markdownTable(head, [row]), ...notes].join('\n\n').trim()}\n`
}

/** Returns notices that do not fail the step. */
export function listNotes({ measure, labelled }: Report): string[] {
  const truncation =
    'GitHub lists only the first 3,000 files; the others count in full, ' +
    'regardless of "exclude", "exclude-generated" and "weights".'
  return [...(measure.truncated ? [truncation] : []), ...(labelled.notice ? [labelled.notice] : [])]
}

function count(many: number, noun: string): string {
  return `${many} ${noun}${many === 1 ? '' : 's'}`
}
