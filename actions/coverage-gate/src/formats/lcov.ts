import { quote } from '@ci-actions/kit'
import { Coverage } from '../model/coverage.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import type { Count } from '../model/metrics.ts'
import { COLON, COMMA, LF, LOWER_E, NINE, wordOf, ZERO } from '../parse/bytes.ts'
import { isHit } from '../parse/hits.ts'
import { openText } from '../parse/text-file.ts'
import { TextLines } from '../parse/text-lines.ts'
import { namedFile } from '../reports/named-file.ts'
import { reconcileTotals } from './declared-totals.ts'
import type { Format, Report } from './format.ts'
import { firstText, readPlainArms, readPlainHits } from './lcov-fast.ts'

/**
 * The tracefile of lcov, which Istanbul, coverage.py, LLVM, Rust, Dart and many others write. Records of
 * the same file are one; lines, branches and functions may repeat inside of a record, too. The totals of
 * a record (LF, LH …) are only compared, never counted.
 *
 * @see https://github.com/linux-test-project/lcov/blob/master/man/geninfo.1
 */
export const lcov: Format = {
  name: 'lcov',
  title: 'lcov',
  advice: {
    branches: 'lcov measures them with --rc branch_coverage=1, pytest with --cov-branch',
    statements: 'lcov has lines; Istanbul tells statements in coverage-final.json',
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
  /** The file of the record that is open. */
  file: SourceFile | undefined
  records: number
  /** Where the functions of an lcov 2 record begin, by their index. */
  readonly functions: Map<string, string>
  /** What the open record says about itself, by the word in front: LF, LH … */
  readonly declared: Map<Total, number>
  /** The same of all records together. */
  readonly claimed: Map<Total, number>
  /** The words that are not known, and how many lines have one. */
  readonly unknown: Map<string, number>
  /** Lines that are none of lcov, such as the rest of a name that holds line breaks. */
  readonly odd: { count: number; first: string }
}

const largest = 0x7fffffff

const A = 0x41
const B = 0x42
const D = 0x44
const F = 0x46
const H = 0x48
const L = 0x4c
const N = 0x4e
const R = 0x52
const S = 0x53
const T = 0x54

function readTracefile(lines: TextLines): Report {
  const coverage = new Coverage().measuring('lines')
  const reading: Reading = {
    lines,
    coverage,
    file: undefined,
    records: 0,
    functions: new Map(),
    declared: new Map(),
    claimed: new Map(),
    unknown: new Map(),
    odd: { count: 0, first: '' },
  }
  while (lines.fill()) {
    for (let at = 0; at < lines.limit; ) at = readLine(reading, at)
  }
  if (reading.file) lines.cutOff('inside a record: the last end_of_record is missing')
  return { coverage, remarks: [...settled(reading), ...passedOver(reading)] }
}

/** Reads a line; returns where the next begins. */
function readLine(reading: Reading, at: number): number {
  const { bytes } = reading.lines
  const first = bytes[at]
  const second = bytes[at + 1]
  const third = bytes[at + 2]
  if (first === D && second === A && third === COLON) return readHits(reading, at)
  const isArm = first === B && second === R && third === D && bytes[at + 3] === A
  if (isArm && bytes[at + 4] === COLON) return readArm(reading, at)
  if (first === S && second === F && third === COLON) return beginRecord(reading, at, at + 3)
  if (first === T && second === N && third === COLON) return reading.lines.endOf(at) + 1
  if (first === LOWER_E && isEnd(reading.lines, at)) return endRecord(reading, at)
  const isTotal = third === F || third === H || third === COLON
  const next = isTotal ? readTotal(reading, at) : -1
  if (next > 0) return next
  if (first === F && second === N) return readFunction(reading, at)
  return readOther(reading, at)
}

/** `DA:<line>,<hits>[,<checksum>]`. */
function readHits({ lines, file }: Reading, start: number): number {
  if (!file) return lines.fail(start, 'a record, begun by SF:')
  const next = readPlainHits(lines.bytes, start, lines.limit, file)
  if (next > start) return next
  const [, line, hits = ''] = /^DA:(\d+),([^,]*)/.exec(lines.rest(start)) ?? []
  const covered = isHit(hits.trim())
  if (covered === undefined || Number(line) > largest) return lines.fail(start, 'DA:<line>,<hits>')
  file.line(Number(line), covered)
  return lines.endOf(start) + 1
}

/** `BRDA:<line>,[e|f][U]<block>,<branch>,<taken>`; the branch may be text with commas in it. */
function readArm(reading: Reading, start: number): number {
  const { lines, coverage, file } = reading
  if (!file) return lines.fail(start, 'a record, begun by SF:')
  coverage.measured.add('branches')
  const next = readPlainArms(lines.bytes, start, lines.limit, file)
  if (next > start) return next
  const [, line, unreachable, block, arm = '', taken = ''] =
    /^BRDA:(\d{1,10}),[ef]?(U?)(\d{1,15}),(.*),\s*([^,]*)$/s.exec(lines.rest(start)) ?? []
  const covered = isHit(taken)
  if (covered === undefined || Number(line) > largest) {
    return lines.fail(start, 'BRDA:<line>,<block>,<branch>,<taken>')
  }
  // What cannot be reached is told, but lcov does not count it.
  if (!unreachable) file.branch(Number(line), Number(block), armOf(arm), covered)
  return lines.endOf(start) + 1
}

const texts = new Map<string, number>()

/** The number of a branch; the same text has the same number in all reports. */
function armOf(text: string): number {
  const number = /^(0|[1-9]\d{0,3})$/.test(text) ? Number(text) : firstText
  if (number < firstText) return number
  const known = texts.get(text) ?? firstText + texts.size
  texts.set(text, known)
  return known
}

/** A line about functions: FN, FNDA, FNL and FNA, or their totals FNF and FNH. */
function readFunction(reading: Reading, start: number): number {
  const { lines, file, coverage } = reading
  const { bytes } = lines
  const third = bytes[start + 2]
  if (!file) return lines.fail(start, 'a record, begun by SF:')
  coverage.measured.add('functions')
  // Names are short; to ask for the line feed costs more than to look.
  let end = start
  while (bytes[end] !== LF) end++
  if (third === COLON) readDefinition(lines, start, end, file)
  else if (third === D && bytes[start + 3] === A) readCalls(lines, start, end, file)
  else readAliases(reading, start, file)
  return end + 1
}

/** `FN:<line>[,<last line>],<name>`. */
function readDefinition(lines: TextLines, start: number, end: number, file: SourceFile): void {
  const { bytes } = lines
  const to = lines.trimmed(start, end)
  const comma = afterDigits(bytes, start + 3)
  const second = afterDigits(bytes, comma + 1)
  const hasLast = second > comma + 1 && bytes[second] === COMMA && second + 1 < to
  const name = hasLast ? second + 1 : comma + 1
  if (comma === start + 3 || bytes[comma] !== COMMA || name > to) {
    lines.fail(start, 'FN:<line>,<name>')
  }
  file.functionIn(bytes, name, to, false)
}

/** `FNDA:<hits>,<name>`. */
function readCalls(lines: TextLines, start: number, end: number, file: SourceFile): void {
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
  } else file.functionIn(bytes, comma + 1, to, covered)
}

function afterDigits(bytes: Buffer, from: number): number {
  let at = from
  for (let byte = bytes[at] ?? 0; byte >= ZERO && byte <= NINE; byte = bytes[++at] ?? 0);
  return at
}

/**
 * `FNL:<index>,<line>[,<last line>]` and `FNA:<index>,<hits>,<name>` of lcov 2: a function may have
 * several names, as templates have, and counts once.
 */
function readAliases({ lines, functions }: Reading, start: number, file: SourceFile): void {
  const text = lines.rest(start)
  const [, index, line] = /^FNL:(\d+),(\d+)(?:,\d+)?$/.exec(text) ?? []
  if (index !== undefined && line !== undefined) {
    functions.set(index, line)
    file.function(line, false, 'place')
    return
  }
  const [, of = '', hits = ''] = /^FNA:(\d+),([^,]+),./.exec(text) ?? []
  const covered = isHit(hits)
  const place = functions.get(of)
  if (place !== undefined && covered !== undefined) file.function(place, covered, 'place')
  else lines.fail(start, 'FNL:<index>,<line> and then FNA:<index>,<hits>,<name>')
}

type Total = 'LF' | 'LH' | 'BRF' | 'BRH' | 'FNF' | 'FNH'

/** What a record says that it adds up to: `LF:<lines>`; returns where the next line begins, -1 if it is none. */
function readTotal({ lines, declared }: Reading, start: number): number {
  const { bytes } = lines
  const name = totalAt(bytes, start)
  if (name === undefined) return -1
  const from = start + name.length + 1
  const digits = afterDigits(bytes, from)
  const end = lines.endOf(from)
  const value = Number(bytes.toString('latin1', from, digits === from ? end : digits))
  declared.set(name, (declared.get(name) ?? 0) + value)
  return end + 1
}

function totalAt(bytes: Buffer, start: number): Total | undefined {
  const first = bytes[start]
  const second = bytes[start + 1]
  const third = bytes[start + 2]
  if (first === L && third === COLON) return second === F ? 'LF' : second === H ? 'LH' : undefined
  if (bytes[start + 3] !== COLON) return undefined
  if (first === B && second === R) return third === F ? 'BRF' : third === H ? 'BRH' : undefined
  if (first === F && second === N) return third === F ? 'FNF' : third === H ? 'FNH' : undefined
  return undefined
}

/** The name of a test, the version of a file, and conditions, which are no branches. */
const passed = new Set(['TN', 'VER', 'MCDC', 'MCF', 'MCH'])
/** What counts begins its line; with blanks before it, it is not passed over as if it were unknown. */
const counted = new Set(['DA', 'BRDA', 'FN', 'FNDA', 'FNL', 'FNA'])

function readOther(reading: Reading, start: number): number {
  const { lines, unknown, odd, records } = reading
  const next = lines.endOf(start) + 1
  const text = lines.rest(start)
  const colon = text.indexOf(':')
  const word = text.slice(0, Math.max(colon, 0))
  if (text === '' || text.startsWith('#') || passed.has(word)) return next
  if (word === 'SF') return beginRecord(reading, start, lines.bytes.indexOf(COLON, start) + 1)
  if (text === 'end_of_record') endRecord(reading, start)
  else if (counted.has(word) || records === 0 || isCutOff(lines, next)) {
    lines.fail(start, 'a line of lcov')
  } else if (/^[A-Z]+$/.test(word)) unknown.set(word, (unknown.get(word) ?? 0) + 1)
  else if (odd.count++ === 0) odd.first = text
  return next
}

/** Whether this is the last line of the file, and without a line feed. */
function isCutOff({ unfinished, limit }: TextLines, next: number): boolean {
  return unfinished && next === limit
}

const endOfRecord = 'end_of_record\n'
const [end1 = 0, end2 = 0, end3 = 0, end4 = 0] = ['end_', 'of_r', 'ecor', 'ord\n'].map((text) =>
  wordOf(text),
)

/** Whether a record ends here, as nearly all do. */
function isEnd({ view, limit }: TextLines, at: number): boolean {
  if (at + endOfRecord.length > limit) return false
  if (view.getInt32(at, true) !== end1 || view.getInt32(at + 4, true) !== end2) return false
  return view.getInt32(at + 8, true) === end3 && view.getInt32(at + 10, true) === end4
}

function endRecord(reading: Reading, start: number): number {
  const { lines, file } = reading
  if (!file) return lines.fail(start, 'a record, begun by SF:')
  addDeclared(reading, file)
  reading.file = undefined
  return lines.endOf(start) + 1
}

const totals = [
  ['lines', 'LH', 'LF'],
  ['branches', 'BRH', 'BRF'],
  ['functions', 'FNH', 'FNF'],
] as const

/** Takes the totals of the record for what it lists nothing of, as Bun does of functions. */
function addDeclared({ coverage, declared, claimed }: Reading, file: SourceFile): void {
  if (declared.size === 0) return
  for (const [metric, hit, found] of totals) {
    const count = countOf(declared, hit, found)
    if (!count || count.total === 0 || file.count(metric).total > 0) continue
    coverage.measured.add(metric)
    file.add(metric, count)
  }
  for (const [word, value] of declared) claimed.set(word, (claimed.get(word) ?? 0) + value)
  declared.clear()
}

function countOf(from: ReadonlyMap<Total, number>, hit: Total, found: Total): Count | undefined {
  const covered = from.get(hit) ?? Number.NaN
  const total = from.get(found) ?? Number.NaN
  return Number.isSafeInteger(total) && covered <= total ? { covered, total } : undefined
}

/** `SF:<path>`; the path begins at `from`. */
function beginRecord(reading: Reading, start: number, from: number): number {
  const { lines, coverage, functions } = reading
  const name = lines.rest(from)
  if (reading.file) lines.fail(start, 'end_of_record')
  reading.file = namedFile(coverage, name)
  reading.records++
  functions.clear()
  return lines.endOf(start) + 1
}

/** Holds what the records say in all against the lists; not when files repeat, then it counts twice. */
function settled({ coverage, records, claimed }: Reading): string[] {
  if (records !== Array.from(coverage.files()).length) return []
  const claims = totals.map(([metric, hit, found]) => [metric, countOf(claimed, hit, found)])
  return reconcileTotals(Object.fromEntries(claims), coverage)
}

function passedOver({ unknown, odd }: Reading): string[] {
  const words = Array.from(unknown, ([word, count]) => `${word} (${count})`).slice(0, 10)
  const lines = odd.count === 1 ? 'a line' : `${odd.count} lines`
  return [
    ...(unknown.size === 0
      ? []
      : [`has lines that are not known here and were passed over: ${words.join(', ')}.`]),
    ...(odd.count === 0
      ? []
      : [
          `has ${lines} that lcov does not have, passed over; the first is ${quote(odd.first, 40)}.`,
        ]),
  ]
}
