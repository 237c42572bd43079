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
 * `coverage-summary.json` of Istanbul (Jest, Vitest, nyc, c8): counts of lines, branches, functions and statements per
 * file, and `total`, which is not a file. `pct` is rounded, so it is not read.
 *
 * @see https://github.com/istanbuljs/istanbuljs/blob/main/packages/istanbul-lib-coverage/lib/coverage-summary.js
 */
export const istanbulSummary: Format = {
  name: 'istanbul-summary',
  title: 'Istanbul coverage-summary.json',
  recognizes: ({ text, json }) =>
    /^\{\s*\}\s*$/.test(text) ||
    summaryMetrics.some((metric) => hasPath(json, '*', metric, 'total')),
  read: (file) => jsonReport(file, readFiles),
}

const summaryMetrics = ['lines', 'branches', 'functions', 'statements'] as const
type SummaryMetric = (typeof summaryMetrics)[number]
type Summary = { [M in SummaryMetric]?: Count }

const words = summaryMetrics.map((metric) => ({ metric, key: jsonKey(metric) }))
const total = jsonKey('total')
const covered = jsonKey('covered')
const branchesTrue = jsonKey('branchesTrue')

function readFiles(json: JsonReader, coverage: Coverage): string[] {
  let declared: Summary = {}
  json.object()
  while (json.key()) {
    if (json.is(branchesTrue)) json.skip()
    else if (json.is(total)) declared = readSummary(json, 'total')
    else {
      const name = json.name()
      const file = namedFile(coverage, name)
      for (const [metric, count] of entriesOf(readSummary(json, name))) {
        coverage.measured.add(metric)
        file.add(metric, count)
      }
    }
  }
  return reconcileTotals(declared, coverage)
}

function entriesOf(summary: Summary): [SummaryMetric, Count][] {
  return summaryMetrics.flatMap((metric) => {
    const count = summary[metric]
    return count ? [[metric, count]] : []
  })
}

function readSummary(json: JsonReader, file: string): Summary {
  const summary: Summary = {}
  json.object()
  while (json.key()) {
    const known = words.find(({ key }) => json.is(key))
    if (known) summary[known.metric] = readCount(json, known.metric, file)
    else json.skip()
  }
  return summary
}

function readCount(json: JsonReader, metric: SummaryMetric, file: string): Count {
  const count = { covered: Number.NaN, total: Number.NaN }
  json.object()
  while (json.key()) {
    if (json.is(covered)) count.covered = json.integer()
    else if (json.is(total)) count.total = json.integer()
    else json.skip()
  }
  if (!(count.covered >= 0 && count.covered <= count.total)) {
    json.fail(`has ${count.covered} of ${count.total} ${metric} covered in ${quote(file)}`)
  }
  return count
}
