import { resolve } from 'node:path'
import { ActionError, errorMessage, quote, type Runner } from '@ci-actions/kit'
import { readInFormat } from '../formats/detect-format.ts'
import type { Format } from '../formats/format.ts'
import type { Coverage } from '../model/coverage.ts'
import { isEmpty } from '../model/metrics.ts'
import type { FoundReport } from './find-reports.ts'

/** A report, with its files under the names in the report. */
export interface ReadReport {
  readonly suite: string
  /** Relative to the workspace. */
  readonly path: string
  readonly format: Format
  /** The source folders that the report declares. */
  readonly sources: readonly string[]
  readonly coverage: Coverage
}

/** @throws ActionError if the report cannot be read */
export function readReport(
  { suite, path, format: forced }: FoundReport,
  runner: Runner,
): ReadReport {
  const file = resolve(runner.workspace, path)
  try {
    const { format, coverage, sources = [], remarks } = readInFormat(file, forced)
    runner.info(`Read ${quote(path)}: ${format.title}.`)
    for (const remark of [...remarks, ...describeSkipped(coverage)]) {
      runner.notice(`Report ${quote(path)} ${remark}`)
    }
    if (isEmpty(coverage.totals()))
      runner.notice(`Report ${quote(path)} contains no executable code.`)
    return { suite, path, format, sources, coverage }
  } catch (error) {
    if (error instanceof ActionError)
      throw new ActionError(`Report ${quote(path)} ${error.message}.`)
    const isSystemError = error instanceof Error && 'syscall' in error
    if (!isSystemError) throw error
    throw new ActionError(`Report ${quote(path)} cannot be read: ${errorMessage(error)}.`)
  }
}

/** Describes skipped entries with invalid file names, such as a `data:` URL; completes "Report … ". */
export function describeSkipped({ skipped }: Coverage): string[] {
  if (!skipped) return []
  const names = Array.from(skipped.names, (name) => quote(name, 60)).join(', ')
  const entries = skipped.entries === 1 ? 'one entry' : `${skipped.entries} entries`
  return [`contains ${entries} under invalid file names, skipped: ${names}.`]
}
