import { quote } from '@ci-actions/kit'
import type { Coverage } from '../model/coverage.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import type { Count, Metric } from '../model/metrics.ts'
import { type JsonReader, jsonKey } from '../parse/json/reader.ts'
import { namedFile } from '../reports/named-file.ts'
import { type DeclaredTotals, reconcileTotals } from './declared-totals.ts'
import type { Format } from './format.ts'
import { hasPath, valuesAt } from './head.ts'
import { jsonReport } from './open-report.ts'

/**
 * `llvm-cov export` (Clang, Swift, Rust). Covered lines are derived from the segments, if there are any, by the rule of
 * llvm-cov itself. Totals are the counts of each file, in which several instantiations of a function count once, and
 * the lines of a closure twice.
 *
 * @see https://github.com/llvm/llvm-project/blob/main/llvm/tools/llvm-cov/CoverageExporterJson.cpp
 */
export const llvm: Format = {
  name: 'llvm',
  title: 'LLVM coverage export',
  advice: { branches: 'cargo llvm-cov measures them with --branch' },
  recognizes: ({ json }) =>
    valuesAt(json, 'type').includes('llvm.coverage.json.export') ||
    (hasPath(json, 'data') &&
      ['files', 'functions', 'totals'].some((key) => hasPath(json, 'data', '*', key))),
  read: (file) => jsonReport(file, readExport),
}

const keys = {
  data: jsonKey('data'),
  files: jsonKey('files'),
  totals: jsonKey('totals'),
  filename: jsonKey('filename'),
  segments: jsonKey('segments'),
  summary: jsonKey('summary'),
  count: jsonKey('count'),
  covered: jsonKey('covered'),
}

const summaryMetrics: readonly Metric[] = ['lines', 'functions', 'regions', 'branches']
const words = summaryMetrics.map((metric) => ({ metric, key: jsonKey(metric) }))

type Summary = Map<Metric, Count>

/** The start of code with one execution count, up to the next segment. */
interface Segment {
  readonly line: number
  readonly covered: boolean
  /** False if there is no code, as in comments and after the end of a function. */
  readonly hasCount: boolean
  readonly isEntry: boolean
  readonly isGap: boolean
}

function readExport(json: JsonReader, coverage: Coverage): string[] {
  const remarks: string[] = []
  json.object()
  while (json.key()) {
    if (json.is(keys.data)) {
      json.array()
      while (json.element()) remarks.push(...readData(json, coverage))
    } else json.skip()
  }
  return remarks
}

function readData(json: JsonReader, coverage: Coverage): string[] {
  let declared: DeclaredTotals = {}
  json.object()
  while (json.key()) {
    if (json.is(keys.totals)) declared = Object.fromEntries(readSummary(json, 'totals'))
    else if (json.is(keys.files)) {
      json.array()
      while (json.element()) readFile(json, coverage)
    } else json.skip()
  }
  return reconcileTotals(declared, coverage)
}

function readFile(json: JsonReader, coverage: Coverage): void {
  let name = ''
  let segments: Segment[] | undefined
  let summary: Summary = new Map()
  json.object()
  while (json.key()) {
    if (json.is(keys.filename)) name = json.text()
    else if (json.is(keys.segments)) segments = readSegments(json)
    else if (json.is(keys.summary)) summary = readSummary(json, name)
    else json.skip()
  }
  const file = namedFile(coverage, name)
  const isNew = file.count('lines').total === 0
  for (const [metric, count] of summary) {
    coverage.measured.add(metric)
    if (metric !== 'lines' || !segments) file.add(metric, count)
  }
  if (!segments) return
  coverage.measured.add('lines')
  addLines(file, segments)
  const lines = isNew ? summary.get('lines') : undefined
  if (lines && file.count('lines').total === 0) file.add('lines', lines)
  else file.declare('lines', lines ?? 'listed')
}

function readSegments(json: JsonReader): Segment[] {
  const segments: Segment[] = []
  json.array()
  while (json.element()) segments.push(readSegment(json, segments.at(-1)?.line ?? 0))
  return segments
}

/** `[line, column, count, hasCount, isRegionEntry, isGapRegion]`; the last is absent in old exports. */
function readSegment(json: JsonReader, after: number): Segment {
  const flags = [false, false, false]
  let size = 0
  let line = 0
  let covered = false
  json.array()
  while (json.element()) {
    if (size === 0) line = json.count()
    else if (size === 2) covered = json.hit()
    else if (size > 2 && size < 6) flags[size - 3] = readFlag(json)
    else json.skip()
    size++
  }
  if (size < 5 || line < after) json.fail('has a segment that is incomplete or out of order')
  const [hasCount = false, isEntry = false, isGap = false] = flags
  return { line, covered, hasCount, isEntry, isGap }
}

/** Reads `true` or `false`; 1 or 0 in the first version of the format. */
function readFlag(json: JsonReader): boolean {
  return json.kind() === '0' ? json.hit() : json.flag()
}

/** Limit of the lines between two segments. */
const maxGap = 10_000_000

/**
 * Adds executable and covered lines by the rule of LineCoverageStats in llvm-cov: a line counts if code continues into
 * it or starts on it, but not if it starts with code that the preprocessor skipped.
 */
function addLines(file: SourceFile, segments: readonly Segment[]): void {
  let wrapped: Segment | undefined
  for (let i = 0; i < segments.length; ) {
    const line = segments[i]?.line ?? 0
    const from = i
    while (i < segments.length && segments[i]?.line === line) i++
    const own = segments.slice(from, i)
    addLine(file, line, wrapped, own)
    wrapped = own.at(-1)
    const next = Math.min(segments[i]?.line ?? 0, line + maxGap)
    if (wrapped?.hasCount) for (let on = line + 1; on < next; on++) file.line(on, wrapped.covered)
  }
}

function addLine(
  file: SourceFile,
  line: number,
  wrapped: Segment | undefined,
  own: readonly Segment[],
): void {
  const starts = own.filter(({ isGap, hasCount, isEntry }) => !isGap && hasCount && isEntry)
  const first = own[0]
  const startsSkipped = first !== undefined && !first.hasCount && first.isEntry
  const mapped = !startsSkipped && (wrapped?.hasCount === true || starts.length > 0)
  if (!mapped) return
  file.line(line, (wrapped?.covered && wrapped.hasCount) || starts.some(({ covered }) => covered))
}

function readSummary(json: JsonReader, name: string): Summary {
  const summary: Summary = new Map()
  json.object()
  while (json.key()) {
    const known = words.find(({ key }) => json.is(key))
    if (known) summary.set(known.metric, readCount(json, known.metric, name))
    else json.skip()
  }
  return summary
}

function readCount(json: JsonReader, metric: Metric, name: string): Count {
  let covered = Number.NaN
  let total = Number.NaN
  json.object()
  while (json.key()) {
    if (json.is(keys.covered)) covered = json.integer()
    else if (json.is(keys.count)) total = json.integer()
    else json.skip()
  }
  if (covered >= 0 && covered <= total) return { covered, total }
  return json.fail(`has ${covered} of ${total} ${metric} covered in ${quote(name)}`)
}
