import { quote } from '@ci-actions/kit'
import { numberOf } from '../collections/number-of-name.ts'
import { Coverage } from '../model/coverage.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import type { Listing } from '../model/store.ts'
import { afterDigits, COLON, COMMA, LF, wordOf, ZERO } from '../parse/bytes.ts'
import { isHit } from '../parse/hits.ts'
import { openText } from '../parse/text-file.ts'
import { TextLines } from '../parse/text-lines.ts'
import { namedFile } from '../reports/named-file.ts'
import type { Format, Report } from './format.ts'
import { firstText, type ListedRows, readPlainArms, readPlainHits } from './lcov-fast.ts'
import { RecordFunctions } from './lcov-functions.ts'
import { RecordTotals, totalWords } from './lcov-totals.ts'

/**
 * lcov tracefiles, which Istanbul, coverage.py, LLVM, Rust, Dart and many others write. Records of the same file are
 * merged; lines, branches and functions may also repeat in a record. The totals of a record (LF, LH …) are compared
 * with its lists, and apply only to metrics that it does not list.
 *
 * @see https://github.com/linux-test-project/lcov/blob/master/man/geninfo.1
 */
export const lcov: Format = {
  name: 'lcov',
  title: 'lcov',
  advice: {
    branches: 'lcov measures them with --rc branch_coverage=1, pytest with --cov-branch',
    statements: 'lcov contains only lines; Istanbul lists statements in coverage-final.json',
  },
  recognizes: ({ text }) => /^(#[^\n]*\n\s*)*(TN|SF):/.test(text),
  read(file) {
    const opened = openText(file)
    try {
      return readTracefile(new TextLines(opened))
    } finally {
      opened.close()
    }
  },
}

interface Reading {
  readonly lines: TextLines
  readonly coverage: Coverage
  /** The file of the current record. */
  file: SourceFile | undefined
  /** The listing of the file before the record, and of the record. */
  before: Listing
  listed: ListedRows
  records: number
  readonly functions: RecordFunctions
  readonly totals: RecordTotals
  /** Unknown words, and how many lines have each. */
  readonly unknown: Map<string, number>
  /** Lines without lcov syntax, such as the rest of a name that contains line breaks. */
  readonly invalid: { count: number; first: string }
}

const largest = 0x7fffffff
const none: Listing = { lines: 0, branches: 0 }

// The first words of lines, as four or three bytes.
const DA = wordOf('DA:')
const BRDA = wordOf('BRDA')
const SF = wordOf('SF:')
const TN = wordOf('TN:')
const FN = wordOf('FN:')
const FNDA = wordOf('FNDA')
const FNL = wordOf('FNL:')
const FNA = wordOf('FNA:')
const threeBytes = 0xffffff

function readTracefile(lines: TextLines): Report {
  const coverage = new Coverage().measuring('lines')
  const reading: Reading = {
    lines,
    coverage,
    file: undefined,
    before: none,
    listed: { ...none },
    records: 0,
    functions: new RecordFunctions(),
    totals: new RecordTotals(),
    unknown: new Map(),
    invalid: { count: 0, first: '' },
  }
  while (lines.fill()) {
    for (let at = 0; at < lines.limit; ) at = readLine(reading, at)
  }
  if (reading.file) lines.cutOff('inside a record: the last end_of_record is missing')
  const remarks = reading.totals.reconcile(coverage, reading.records)
  return { coverage, remarks: [...remarks, ...describeSkipped(reading)] }
}

/** Reads a line; returns the start of the next one. */
function readLine(reading: Reading, at: number): number {
  const { bytes, view } = reading.lines
  const four = view.getInt32(at, true)
  const three = four & threeBytes
  if (three === DA) return readHits(reading, at)
  if (four === BRDA && bytes[at + 4] === COLON) return readArm(reading, at)
  if (three === FN || four === FNDA) return readFunction(reading, at, three === FN)
  if (three === SF) return beginRecord(reading, at, at + 3)
  if (three === TN) return reading.lines.endOf(at) + 1
  if (isEnd(reading.lines, at)) return endRecord(reading, at)
  const total = totalWords.get(four) ?? totalWords.get(three)
  if (total !== undefined) return reading.totals.read(reading.lines, at, total)
  if (four === FNL || four === FNA) return readGroup(reading, at)
  return readOther(reading, at)
}

/** `DA:<line>,<hits>[,<checksum>]`. */
function readHits({ lines, file, listed }: Reading, start: number): number {
  if (!file) return lines.fail(start, 'a record that starts with SF:')
  const next = readPlainHits(lines.bytes, start, lines.limit, file, listed)
  if (next > start) return next
  const [, line, hits = ''] = /^DA:(\d+),([^,]*)/.exec(lines.rest(start)) ?? []
  const covered = isHit(hits.trim())
  if (covered === undefined || Number(line) > largest) return lines.fail(start, 'DA:<line>,<hits>')
  file.line(Number(line), covered)
  listed.lines++
  return lines.endOf(start) + 1
}

/** `BRDA:<line>,[e|f][U]<block>,<branch>,<taken>`; the branch may be a text with commas. */
function readArm(reading: Reading, start: number): number {
  const { lines, coverage, file, listed } = reading
  if (!file) return lines.fail(start, 'a record that starts with SF:')
  coverage.measured.add('branches')
  const next = readPlainArms(lines.bytes, start, lines.limit, file, listed)
  if (next > start) return next
  const [, line, unreachable, block, arm = '', taken = ''] =
    /^BRDA:(\d{1,10}),[ef]?(U?)(\d{1,15}),(.*),\s*([^,]*)$/s.exec(lines.rest(start)) ?? []
  const covered = isHit(taken)
  if (covered === undefined || Number(line) > largest) {
    return lines.fail(start, 'BRDA:<line>,<block>,<branch>,<taken>')
  }
  // lcov lists unreachable branches, but does not count them.
  if (!unreachable) {
    file.branch(Number(line), Number(block), armOf(arm), covered, lcov.name)
    listed.branches++
  }
  return lines.endOf(start) + 1
}

/** Returns the number of a branch; a text has the same number in all reports. */
function armOf(text: string): number {
  const number = /^(0|[1-9]\d{0,3})$/.test(text) ? Number(text) : firstText
  return number < firstText ? number : firstText + numberOf(text)
}

/** `FN:<line>[,<last line>],<name>` or `FNDA:<hits>,<name>`. */
function readFunction(reading: Reading, start: number, isDefinition: boolean): number {
  const { lines, file, coverage } = reading
  const { bytes } = lines
  if (!file) return lines.fail(start, 'a record that starts with SF:')
  coverage.measured.add('functions')
  // Names are short, so a loop is faster than `indexOf`.
  let end = start
  while (bytes[end] !== LF) end++
  if (isDefinition) readDefinition(reading, start, end)
  else readCalls(reading, start, end)
  return end + 1
}

function readDefinition({ lines, functions }: Reading, start: number, end: number): void {
  const { bytes } = lines
  const line = start + 3
  const to = lines.trimmed(start, end)
  const comma = afterDigits(bytes, line)
  const second = afterDigits(bytes, comma + 1)
  const hasLast = second > comma + 1 && bytes[second] === COMMA && second + 1 < to
  const name = hasLast ? second + 1 : comma + 1
  if (comma === line || bytes[comma] !== COMMA || name > to) lines.fail(start, 'FN:<line>,<name>')
  functions.define(bytes, line, comma, name, to)
}

function readCalls({ lines, functions }: Reading, start: number, end: number): void {
  const { bytes } = lines
  const from = start + 5
  const to = lines.trimmed(start, end)
  const digits = afterDigits(bytes, from)
  const isZero = bytes[from] === ZERO
  const isPlain = digits > from && bytes[digits] === COMMA && (!isZero || digits === from + 1)
  const comma = isPlain ? digits : bytes.indexOf(COMMA, from)
  const covered = isPlain
    ? !isZero
    : isHit(bytes.toString('latin1', from, Math.max(from, Math.min(comma, end))))
  if (comma < 0 || comma + 1 > to || bytes[from - 1] !== COLON || covered === undefined) {
    lines.fail(start, 'FNDA:<hits>,<name>')
  } else functions.call(bytes, comma + 1, to, covered)
}

/** `FNL:<index>,<line>[,<last line>]` or `FNA:<index>,<hits>,<name>`. */
function readGroup({ lines, file, coverage, functions }: Reading, start: number): number {
  if (!file) return lines.fail(start, 'a record that starts with SF:')
  coverage.measured.add('functions')
  const text = lines.rest(start)
  const [, index, line] = /^FNL:(\d+),(\d+)(?:,\d+)?$/.exec(text) ?? []
  const [, of = '', hits = ''] = /^FNA:(\d+),([^,]+),./.exec(text) ?? []
  const covered = isHit(hits)
  if (index !== undefined && line !== undefined) functions.defineGroup(index, line)
  else if (covered === undefined || !functions.callGroup(of, covered)) {
    lines.fail(start, 'FNL:<index>,<line> and then FNA:<index>,<hits>,<name>')
  }
  return lines.endOf(start) + 1
}

/** The name of a test, the version of a file, and conditions, which are not branches. */
const ignored = new Set(['TN', 'VER', 'MCDC', 'MCF', 'MCH'])
/** Known words after leading blanks are errors, so that they are not skipped as unknown. */
const counted = new Set(['DA', 'BRDA', 'FN', 'FNDA', 'FNL', 'FNA'])

function readOther(reading: Reading, start: number): number {
  const { lines, unknown, invalid, records } = reading
  const next = lines.endOf(start) + 1
  const text = lines.rest(start)
  const colon = text.indexOf(':')
  const word = text.slice(0, Math.max(colon, 0))
  if (text === '' || text.startsWith('#') || ignored.has(word)) return next
  if (word === 'SF') return beginRecord(reading, start, lines.bytes.indexOf(COLON, start) + 1)
  if (text === 'end_of_record') endRecord(reading, start)
  else if (counted.has(word) || records === 0 || isCutOff(lines, next)) {
    lines.fail(start, 'a line of lcov')
  } else if (/^[A-Z]+$/.test(word)) unknown.set(word, (unknown.get(word) ?? 0) + 1)
  else if (invalid.count++ === 0) invalid.first = text
  return next
}

/** Whether this is the last line of the file and has no line feed. */
function isCutOff({ unfinished, limit }: TextLines, next: number): boolean {
  return unfinished && next === limit
}

const endOfRecord = 'end_of_record\n'
const [end1 = 0, end2 = 0, end3 = 0, end4 = 0] = ['end_', 'of_r', 'ecor', 'ord\n'].map((text) =>
  wordOf(text),
)

/** Whether the line is `end_of_record` without blanks, as nearly always. */
function isEnd({ view, limit }: TextLines, at: number): boolean {
  if (at + endOfRecord.length > limit) return false
  if (view.getInt32(at, true) !== end1 || view.getInt32(at + 4, true) !== end2) return false
  return view.getInt32(at + 8, true) === end3 && view.getInt32(at + 10, true) === end4
}

function endRecord(reading: Reading, start: number): number {
  const { lines, coverage, file } = reading
  if (!file) return lines.fail(start, 'a record that starts with SF:')
  reading.functions.end()
  file.compareListing(reading.before, reading.listed, lcov.name)
  reading.totals.addTo(file, coverage)
  reading.file = undefined
  return lines.endOf(start) + 1
}

/** `SF:<path>`; the path starts at `from`. */
function beginRecord(reading: Reading, start: number, from: number): number {
  const { lines, coverage, functions } = reading
  const name = lines.rest(from)
  if (reading.file) lines.fail(start, 'end_of_record')
  reading.file = namedFile(coverage, name)
  reading.before = reading.file.listing(lcov.name)
  reading.listed = { ...none }
  reading.records++
  functions.begin(reading.file)
  return lines.endOf(start) + 1
}

function describeSkipped({ unknown, invalid }: Reading): string[] {
  const words = Array.from(unknown, ([word, count]) => `${word} (${count})`).slice(0, 10)
  const lines = invalid.count === 1 ? 'one line' : `${invalid.count} lines`
  return [
    ...(unknown.size === 0
      ? []
      : [`contains lines with unknown words, skipped: ${words.join(', ')}.`]),
    ...(invalid.count === 0
      ? []
      : [
          `contains ${lines} without lcov syntax, skipped; the first is ${quote(invalid.first, 40)}.`,
        ]),
  ]
}
