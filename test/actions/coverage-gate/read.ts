import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { readInFormat } from '../../../actions/coverage-gate/src/formats/detect-format.ts'
import type { Format } from '../../../actions/coverage-gate/src/formats/format.ts'
import type { Coverage } from '../../../actions/coverage-gate/src/model/coverage.ts'
import { metrics } from '../../../actions/coverage-gate/src/model/metrics.ts'
import { describeSkipped } from '../../../actions/coverage-gate/src/reports/read-report.ts'
import { root } from '../../../scripts/actions.ts'

export const fixtures = join(root, 'test/fixtures/coverage')
/** Where the reports among the fixtures were written. */
export const workspace = '/home/runner/work/app/app'
const folder = mkdtempSync(join(tmpdir(), 'report-'))

export interface Read {
  readonly format: string
  readonly coverage: Coverage
  /** `covered/total` by metric, without those that are 0/0. */
  readonly totals: Readonly<Record<string, string>>
  readonly remarks: readonly string[]
}

/** The reports among the fixtures, by their paths there. */
export const reportFixtures = readdirSync(fixtures, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => relative(fixtures, join(parentPath, name)))
  .filter((path) => !path.startsWith('sources') && path !== 'README.md')
  .sort()

/** Reads a report as the action does: the format is found, unless it is forced. */
export function readFile(file: string, forced?: Format): Read {
  const { format, coverage, remarks } = readInFormat(file, forced)
  const all = [...remarks, ...describeSkipped(coverage)]
  return { format: format.name, coverage, totals: totalsOf(coverage), remarks: all }
}

/** The same from what would be in the file. */
export function read(content: string | Buffer, forced?: Format): Read {
  return readFile(reportFile(content), forced)
}

/** A file with this in it; the next one takes its place. */
export function reportFile(content: string | Buffer): string {
  const file = join(folder, 'report')
  writeFileSync(file, content)
  return file
}

export function totalsOf(coverage: Coverage): Record<string, string> {
  const totals = coverage.totals()
  return Object.fromEntries(
    metrics
      .filter((metric) => totals[metric].total > 0)
      .map((metric) => [metric, `${totals[metric].covered}/${totals[metric].total}`]),
  )
}

export const paths = ({ coverage }: Pick<Read, 'coverage'>): string[] =>
  Array.from(coverage.files(), ({ path }) => path)
