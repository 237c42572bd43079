import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { messageOf, quote, type Runner } from '@ci-actions/kit'
import type { NormalizedReport } from './earlier-report.ts'

/** Where the report of a gate is: outside of the checkout, one for each `name`. */
export function reportFile(name: string, runner: Runner): string {
  const safe = encodeURIComponent(name.toWellFormed()).slice(0, 100)
  return join(runner.env('RUNNER_TEMP') ?? tmpdir(), 'coverage-gate', `${safe}.json`)
}

/** Writes the report; the path, or nothing where it cannot be written. */
export function writeReport(file: string, report: NormalizedReport, runner: Runner): string {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `${JSON.stringify(report)}\n`)
    return file
  } catch (error) {
    runner.notice(`The report cannot be written to ${quote(file)}: ${messageOf(error)}`)
    return ''
  }
}
