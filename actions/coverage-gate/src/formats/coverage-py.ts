import { quote } from '@ci-actions/kit'
import type { Coverage } from '../model/coverage.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import type { Count } from '../model/metrics.ts'
import { type JsonReader, jsonKey } from '../parse/json/reader.ts'
import { namedFile } from '../reports/named-file.ts'
import { type DeclaredTotals, reconcileTotals } from './declared-totals.ts'
import type { Format } from './format.ts'
import { hasPath } from './head.ts'
import { jsonReport } from './open-report.ts'

/**
 * The JSON report of coverage.py, formats 2 and 3. `summary` has the counts of the tool; `executed_lines` lists more:
 * docstrings and excluded lines. The percentage of the tool combines lines and branches, so it is not read.
 *
 * @see https://github.com/coveragepy/coveragepy/blob/main/coverage/jsonreport.py
 */
export const coveragePy: Format = {
  name: 'coverage-py',
  title: 'coverage.py JSON',
  advice: {
    branches: 'pytest measures them with --cov-branch, coverage.py with --branch',
    functions: 'coverage.py does not count them; its lcov report lists them',
    statements: 'the statements of coverage.py are lines here',
  },
  recognizes: ({ json }) =>
    hasPath(json, 'meta', 'branch_coverage') ||
    hasPath(json, 'meta', 'show_contexts') ||
    hasPath(json, 'files', '*', 'executed_lines') ||
    hasPath(json, 'files', '*', 'missing_lines'),
  read: (file) => jsonReport(file, readReport),
}

const keys = {
  files: jsonKey('files'),
  totals: jsonKey('totals'),
  summary: jsonKey('summary'),
  executedLines: jsonKey('executed_lines'),
  missingLines: jsonKey('missing_lines'),
  excludedLines: jsonKey('excluded_lines'),
  executedBranches: jsonKey('executed_branches'),
  missingBranches: jsonKey('missing_branches'),
  coveredLines: jsonKey('covered_lines'),
  statements: jsonKey('num_statements'),
  coveredBranches: jsonKey('covered_branches'),
  branches: jsonKey('num_branches'),
}

interface Summary {
  readonly lines: Count
  /** Undefined if branches were not measured. */
  readonly branches: Count | undefined
}

/** The lists of a file: lines, and branches as pairs of lines, from and to. */
interface Lists {
  executed: number[]
  missing: number[]
  excluded: number[]
  taken: number[]
  missed: number[]
}

function readReport(json: JsonReader, coverage: Coverage): string[] {
  let declared: DeclaredTotals = {}
  let unlisted = 0
  coverage.measuring('lines')
  json.object()
  while (json.key()) {
    if (json.is(keys.totals)) declared = { ...readSummary(json, 'totals') }
    else if (json.is(keys.files)) {
      json.object()
      while (json.key()) {
        const name = json.name()
        const listed = readFile(json, coverage, namedFile(coverage, name), name)
        if (!listed) unlisted++
      }
    } else json.skip()
  }
  const remarks = reconcileTotals(declared, coverage)
  if (unlisted > 0) {
    remarks.push(
      `lists a different number of lines or branches than it counts in ${unlisted} files; the counts apply to these files, without line data.`,
    )
  }
  return remarks
}

/** Reads a file; returns false if its counts were used instead of its lists. */
function readFile(json: JsonReader, coverage: Coverage, file: SourceFile, name: string): boolean {
  const lists: Lists = { executed: [], missing: [], excluded: [], taken: [], missed: [] }
  let summary: Summary | undefined
  json.object()
  while (json.key()) {
    if (json.is(keys.summary)) summary = readSummary(json, name)
    else if (json.is(keys.executedLines)) lists.executed = readLines(json)
    else if (json.is(keys.missingLines)) lists.missing = readLines(json)
    else if (json.is(keys.excludedLines)) lists.excluded = readLines(json)
    else if (json.is(keys.executedBranches)) lists.taken = readPairs(json)
    else if (json.is(keys.missingBranches)) lists.missed = readPairs(json)
    else json.skip()
  }
  if (!summary) return json.fail(`has no summary of ${quote(name)}`)
  const linesListed = addLines(file, summary.lines, lists)
  if (!summary.branches) return linesListed
  coverage.measured.add('branches')
  return addBranches(file, summary.branches, lists) && linesListed
}

/** Docstrings are executed, but are not statements; the report does not identify them. */
function addLines(file: SourceFile, count: Count, { executed, missing, excluded }: Lists): boolean {
  const skipped = new Set(excluded)
  const covered = new Set(executed.filter((line) => !skipped.has(line)))
  const uncovered = new Set(missing.filter((line) => !covered.has(line)))
  const docstrings = covered.size - count.covered
  if (docstrings < 0 || uncovered.size !== count.total - count.covered) {
    file.add('lines', count)
    return false
  }
  for (const line of covered) file.line(line, true)
  for (const line of uncovered) file.line(line, false)
  file.excludeCovered(docstrings)
  return true
}

function addBranches(file: SourceFile, count: Count, { taken, missed }: Lists): boolean {
  const listed = { covered: taken.length / 2, total: (taken.length + missed.length) / 2 }
  const same = listed.covered === count.covered && listed.total === count.total
  if (same) {
    addPairs(file, taken, true)
    addPairs(file, missed, false)
  } else file.add('branches', count)
  return same
}

function addPairs(file: SourceFile, pairs: readonly number[], covered: boolean): void {
  for (let i = 0; i < pairs.length; i += 2) {
    const [from = 0, to = 0] = pairs.slice(i, i + 2)
    // If a branch leaves the function, its target line is negative.
    file.branch(Math.abs(from), to < 0 ? 1 : 0, Math.abs(to), covered, coveragePy.name)
  }
}

function readLines(json: JsonReader): number[] {
  const lines: number[] = []
  json.array()
  while (json.element()) lines.push(json.count())
  return lines
}

function readPairs(json: JsonReader): number[] {
  const pairs: number[] = []
  json.array()
  while (json.element()) {
    const before = pairs.length
    json.array()
    while (json.element()) pairs.push(readTarget(json))
    if (pairs.length !== before + 2) json.fail('has a branch that is not from one line to another')
  }
  return pairs
}

function readTarget(json: JsonReader): number {
  const line = json.integer()
  return Math.abs(line) <= 0x7fffffff ? line : json.fail(`has a branch to line ${line}`)
}

function readSummary(json: JsonReader, name: string): Summary {
  let covered = Number.NaN
  let total = Number.NaN
  let taken: number | undefined
  let branches: number | undefined
  json.object()
  while (json.key()) {
    if (json.is(keys.coveredLines)) covered = json.integer()
    else if (json.is(keys.statements)) total = json.integer()
    else if (json.is(keys.coveredBranches)) taken = json.integer()
    else if (json.is(keys.branches)) branches = json.integer()
    else json.skip()
  }
  const lines = checkedCount(json, covered, total, 'lines', name)
  if (taken === undefined && branches === undefined) return { lines, branches: undefined }
  return { lines, branches: checkedCount(json, taken, branches, 'branches', name) }
}

function checkedCount(
  json: JsonReader,
  covered = Number.NaN,
  total = Number.NaN,
  metric: string,
  name: string,
): Count {
  if (covered >= 0 && covered <= total) return { covered, total }
  return json.fail(`has ${covered} of ${total} ${metric} covered in ${quote(name)}`)
}
