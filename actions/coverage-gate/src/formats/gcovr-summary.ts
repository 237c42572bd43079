import { quote } from '@ci-actions/kit'
import type { Coverage } from '../model/coverage.ts'
import type { Count } from '../model/metrics.ts'
import { type JsonReader, jsonKey } from '../parse/json/reader.ts'
import { namedFile } from '../reports/named-file.ts'
import { reconcileTotals } from './declared-totals.ts'
import type { Format } from './format.ts'
import { hasPath } from './head.ts'
import { jsonReport } from './open-report.ts'

/**
 * The summary of gcovr (`gcovr --json-summary`): counts per file and in total. Percentages are rounded, so they are
 * not read.
 *
 * @see https://gcovr.com/en/stable/output/json.html#json-summary-output
 */
export const gcovrSummary: Format = {
  name: 'gcovr-summary',
  title: 'gcovr JSON summary',
  recognizes: ({ json }) =>
    hasPath(json, 'gcovr/summary_format_version') ||
    (hasPath(json, 'files', '*', 'line_total') && hasPath(json, 'files', '*', 'line_covered')),
  read: (file) => jsonReport(file, readSummary),
}

const counted = [
  { metric: 'lines', word: 'line' },
  { metric: 'branches', word: 'branch' },
  { metric: 'functions', word: 'function' },
] as const
type SummaryMetric = (typeof counted)[number]['metric']
type Summary = { [M in SummaryMetric]?: Count }

const words = counted.flatMap(({ metric, word }) => {
  return (['covered', 'total'] as const).map((field) => ({
    metric,
    field,
    key: jsonKey(`${word}_${field}`),
  }))
})
const filesKey = jsonKey('files')
const filenameKey = jsonKey('filename')

/** The numbers of a file, or of all files, in any order. */
type Numbers = { [M in SummaryMetric]?: { covered?: number; total?: number } }

function readSummary(json: JsonReader, coverage: Coverage): string[] {
  const all: Numbers = {}
  json.object()
  while (json.key()) {
    if (json.is(filesKey)) {
      json.array()
      while (json.element()) readFile(json, coverage)
    } else readNumber(json, all)
  }
  return reconcileTotals(checkedSummary(json, all, 'all files'), coverage)
}

function readFile(json: JsonReader, coverage: Coverage): void {
  const numbers: Numbers = {}
  let name = ''
  json.object()
  while (json.key()) {
    if (json.is(filenameKey)) name = json.text()
    else readNumber(json, numbers)
  }
  if (name === '') json.fail('has a file without a name')
  const file = namedFile(coverage, name)
  const summary = checkedSummary(json, numbers, name)
  for (const { metric } of counted) {
    const count = summary[metric]
    if (!count) continue
    coverage.measured.add(metric)
    file.add(metric, count)
  }
}

/** Reads the value of the current key if it is one of the counts, otherwise skips it. */
function readNumber(json: JsonReader, numbers: Numbers): void {
  const known = words.find(({ key }) => json.is(key))
  if (!known) {
    json.skip()
    return
  }
  const { metric, field } = known
  numbers[metric] = { ...numbers[metric], [field]: json.integer() }
}

function checkedSummary(json: JsonReader, numbers: Numbers, name: string): Summary {
  const summary: Summary = {}
  for (const { metric } of counted) {
    const found = numbers[metric]
    if (!found) continue
    const { covered = Number.NaN, total = Number.NaN } = found
    if (!(covered >= 0 && covered <= total))
      json.fail(`has ${covered} of ${total} ${metric} covered in ${quote(name)}`)
    summary[metric] = { covered, total }
  }
  return summary
}
