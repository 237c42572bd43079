import { resolve } from 'node:path'
import { ActionError, errorMessage, quote, type Runner } from '@ci-actions/kit'
import { readInFormat } from '../formats/detect-format.ts'
import type { Format } from '../formats/format.ts'
import type { Coverage } from '../model/coverage.ts'
import { isEmpty } from '../model/metrics.ts'
import type { FoundReport } from './find-reports.ts'

/** A report, with its files by the names that it gives them. */
export interface ReadReport {
  readonly suite: string
  /** Relative to the workspace. */
  readonly path: string
  readonly format: Format
  /** The folders that it says its names are relative to. */
  readonly sources: readonly string[]
  readonly coverage: Coverage
}

/** @throws ActionError when it cannot be read */
export function readReport(
  { suite, path, format: forced }: FoundReport,
  runner: Runner,
): ReadReport {
  const file = resolve(runner.workspace, path)
  try {
    const { format, coverage, sources = [], remarks } = readInFormat(file, forced)
    runner.info(`Read ${quote(path)}: ${format.title}.`)
    for (const remark of [...remarks, ...leftOutNames(coverage)]) {
      runner.notice(`Report ${quote(path)} ${remark}`)
    }
    if (isEmpty(coverage.totals()))
      runner.notice(`Report ${quote(path)} contains no executable code.`)
    return { suite, path, format, sources, coverage }
  } catch (error) {
    if (error instanceof ActionError)
      throw new ActionError(`Report ${quote(path)} ${error.message}.`)
    const isOfSystem = error instanceof Error && 'syscall' in error
    if (!isOfSystem) throw error
    throw new ActionError(`Report ${quote(path)} cannot be read: ${errorMessage(error)}.`)
  }
}

/** What the report tells of names that no file can have, such as the code of a `data:` address, in words that complete "Report … ". */
export function leftOutNames({ leftOut: odd }: Coverage): string[] {
  if (!odd) return []
  const names = Array.from(odd.names, (name) => quote(name, 60)).join(', ')
  const entries = odd.entries === 1 ? 'one entry' : `${odd.entries} entries`
  return [`has ${entries} under names that no file can have, which are left out: ${names}.`]
}
