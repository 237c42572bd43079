import {
  ActionError,
  escapeMarkdown,
  type Markdown,
  markdownCode,
  markdownLink,
  markdownTable,
} from '@ci-actions/kit'
import { formatDuration } from '@ci-actions/wait'
import {
  type DeploymentRecord,
  isSuccess,
  shortName,
  statuses,
  statusIcons,
  type Version,
} from './record.ts'
import type { DeployResult } from './run.ts'

/** Formats records as a section of the job summary. */
export function deploymentSummary(
  title: string,
  records: readonly DeploymentRecord[],
  notes: readonly Markdown[] = [],
): Markdown {
  const head = ['', 'status', 'version', 'previous', 'live', 'duration']
  const rows = records.map((record) => [
    markdownLink(record.name, record.url),
    `${statusIcons[record.status]} ${markdownLink(record.status, record.logUrl)}`,
    short(record.version),
    short(record.previous),
    short(record.live),
    formatDuration(Date.parse(record.finishedAt) - Date.parse(record.startedAt)),
  ])
  const reasons = records.flatMap(({ name, reason }) =>
    reason ? [`- **${escapeMarkdown(name)}**: ${escapeMarkdown(reason)}`] : [],
  )
  const body = records.length === 0 ? [] : [markdownTable(head, rows), '']
  const lines = [...reasons, ...notes.map((note) => `- ${note}`)]
  return [`### ${escapeMarkdown(title)}`, '', ...body, ...lines, ''].join('\n')
}

/** Returns the notes of deploys as summary lines, without duplicates. */
export function summaryNotes(results: readonly DeployResult[]): Markdown[] {
  const all = results.flatMap(({ notes }) => notes)
  return [...new Set(all.map(({ text, url }) => markdownLink(text, url)))]
}

/** @throws ActionError that lists the records that did not succeed, with reasons */
export function throwIfFailed(records: readonly DeploymentRecord[]): void {
  const bad = records.filter(({ status }) => !isSuccess(status))
  if (bad.length === 0) return
  // The worst first: the failure explains why others were cancelled or rolled back.
  const sorted = bad.toSorted((a, b) => statuses.indexOf(b.status) - statuses.indexOf(a.status))
  const byEnd = Map.groupBy(sorted, endOf)
  throw new ActionError(
    Array.from(byEnd, ([end, same]) => `${same.map(({ name }) => name).join(', ')} ${end}`).join(
      ' | ',
    ),
  )
}

function endOf({ status, reason, logUrl }: DeploymentRecord): string {
  const log = status === 'failed' && logUrl ? ` Log: ${logUrl}` : ''
  return `${status}: ${reason ?? 'no reason is known.'}${log}`
}

function short(version: Version | null): Markdown {
  return version ? markdownCode(shortName(version)) : '–'
}
