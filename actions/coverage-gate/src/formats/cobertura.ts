import { Coverage } from '../model/coverage.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import type { Count } from '../model/metrics.ts'
import type { XmlReader } from '../parse/xml/reader.ts'
import { dropped, type RecordFormat } from '../parse/xml/record-format.ts'
import { RecordMatcher } from '../parse/xml/record-matcher.ts'
import { isAbsolutePath, normalizePath } from '../reports/source-path.ts'
import { checkBranches, readBranchCount, readMissedNames } from './cobertura-branches.ts'
import { inRecord, readUsual } from './cobertura-fast.ts'
import { names } from './cobertura-names.ts'
import { type DeclaredTotals, reconcileTotals } from './declared-totals.ts'
import type { Format, Report } from './format.ts'
import { xmlReport } from './open-report.ts'

/**
 * Cobertura XML, which coverage.py, Istanbul, gcovr, coverlet and many others write. Lines are read from the classes;
 * the methods repeat them. Several classes may share a file. Rates are rounded and often stale, so they are not read.
 *
 * @see https://github.com/cobertura/web/blob/master/htdocs/xml/coverage-04.dtd
 */
export const cobertura: Format = {
  name: 'cobertura',
  title: 'Cobertura XML',
  advice: {
    branches: 'pytest measures them with --cov-branch, coverage.py with --branch',
    statements: 'Cobertura contains only lines; the statements of coverage.py are lines here',
  },
  recognizes: (head) =>
    head.isXml(
      'coverage',
      ['packages', 'package', 'sources', 'classes', 'class[filename]'],
      ['line-rate', 'lines-valid'],
    ),
  read: (file) => xmlReport(file, names, readReport),
}

const { number, hits, branch } = names

const lineFormat: RecordFormat = {
  element: 'line',
  inside: ['conditions', 'condition'],
  size: 4,
  readUsual,
  layoutOf: (attributes) => {
    const { number = '', hits = '', branch = '', 'condition-coverage': fraction = '' } = attributes
    if (!/^\d+$/.test(number) || !/^\d+$/.test(hits)) return undefined
    if (attributes['missing-branches'] !== undefined) return undefined
    const numbers = { number: [0], hits: [1] }
    if (branch.toLowerCase() !== 'true') return { kind: 0, numbers }
    const [, percent] = /^(\d+(?:[.,]\d+)?)% \(\d+\/\d+\)$/.exec(fraction) ?? []
    if (percent === undefined) return undefined
    const skipped = percent.split(/[.,]/).map(() => dropped)
    return { kind: 1, numbers: { ...numbers, 'condition-coverage': [...skipped, 2, 3] } }
  },
}

interface Reading {
  readonly coverage: Coverage
  readonly sources: string[]
  /** The name of the current package. */
  package: string
  /** With several sources, how often each class of a file occurred, by path, module and name. */
  readonly occurrences: Map<string, number>
  readonly records: RecordMatcher
  /** The line read last, as a record, and the names of its branches that were not taken, if it has any. */
  readonly line: Int32Array
  missed: readonly string[]
  /** The records of the methods of the current class, and their number. */
  methodRecords: Int32Array
  methodRecordCount: number
  /** Whether some lines have only a percentage of their branches. */
  hasPercentOnly: boolean
}

function readReport(xml: XmlReader): Report {
  const records = new RecordMatcher(lineFormat)
  const reading: Reading = {
    coverage: new Coverage().measuring('lines'),
    sources: [],
    package: '',
    occurrences: new Map(),
    records,
    line: new Int32Array(records.width),
    missed: [],
    methodRecords: new Int32Array(64 * records.width),
    methodRecordCount: 0,
    hasPercentOnly: false,
  }
  const { coverage, sources } = reading
  let declared: DeclaredTotals = {}
  while (xml.nextOpen()) {
    if (xml.name === names.coverage) declared = readTotals(xml)
    else if (xml.name === names.source) sources.push(xml.readText())
    else if (xml.name === names.package) reading.package = xml.text(names.name) ?? ''
    else if (xml.name === names.class) readClass(xml, reading)
  }
  const remarks = reconcileTotals(declared, coverage)
  if (reading.hasPercentOnly) {
    remarks.push(
      'contains only a percentage for the branches of some lines; each of these lines counts as one branch.',
    )
  }
  return { coverage, sources, remarks }
}

function readClass(xml: XmlReader, reading: Reading): void {
  const depth = xml.depth
  const name = xml.text(names.name) ?? ''
  const file = fileOfClass(xml, name, reading)
  reading.methodRecordCount = 0
  let listed = false
  const add = (records: Int32Array, count: number): void => {
    listed = true
    addRecords(xml, records, count, file, reading)
  }
  while (xml.nextOpen(depth)) {
    if (xml.name === names.method) readMethod(xml, name, file, reading)
    else if (xml.name === names.class) xml.fail('has a <class> inside another')
    else readLines(xml, reading, add)
  }
  // Some tools list lines only in the methods.
  if (!listed) addRecords(xml, reading.methodRecords, reading.methodRecordCount, file, reading)
}

/** A method is covered if one of its lines is. One without lines, such as an abstract one, does not count. */
function readMethod(xml: XmlReader, ofClass: string, file: SourceFile, reading: Reading): void {
  const depth = xml.depth
  const name = `${ofClass}\0${xml.text(names.name)}\0${xml.text(names.signature)}`
  const hasHits = xml.has(hits)
  let covered = xml.positive(hits)
  let first: number | undefined
  const { width } = reading.records
  const keep = (records: Int32Array, count: number): void => {
    first ??= records[inRecord.number]
    for (let at = 0; at < count * width; at += width) {
      covered ||= records[at + inRecord.hits] !== 0
      checkBranches(xml, records, at)
    }
    keepRecords(records, count, reading)
  }
  while (xml.nextOpen(depth)) readLines(xml, reading, keep)
  if (!hasHits && first === undefined) return
  reading.coverage.measuring('functions')
  file.function(`${name}\0${first}`, covered, cobertura.name)
}

/** Passes the next lines as records to `take`; does nothing if the element is no line. */
function readLines(
  xml: XmlReader,
  reading: Reading,
  take: (records: Int32Array, count: number) => void,
): void {
  const { records } = reading
  let inside = xml.depth
  if (xml.name === names.line) {
    readLine(xml, reading)
    take(reading.line, 1)
    xml.skip()
    inside--
  } else if (xml.name !== names.lines) return
  for (
    let count = xml.readRecords(records, inside);
    count > 0;
    count = xml.readRecords(records, inside)
  ) {
    take(records.values, count)
  }
}

/** Reads a line into a record; the matcher then learns its template. */
function readLine(xml: XmlReader, reading: Reading): void {
  const { line } = reading
  const at = xml.integer(number)
  if (at === undefined) xml.fail('has a <line> without number')
  const branches = xml.is(branch, 'true') ? readBranchCount(xml, reading) : undefined
  line[inRecord.number] = at
  line[inRecord.hits] = xml.positive(hits) ? 1 : 0
  line[inRecord.taken] = branches?.covered ?? 0
  line[inRecord.branches] = branches?.total ?? 0
  reading.missed = branches ? readMissedNames(xml, branches) : []
}

function keepRecords(records: Int32Array, count: number, reading: Reading): void {
  const { width } = reading.records
  const from = reading.methodRecordCount * width
  const size = count * width
  if (from + size > reading.methodRecords.length) {
    const longer = new Int32Array((from + size) * 2)
    longer.set(reading.methodRecords)
    reading.methodRecords = longer
  }
  reading.methodRecords.set(records.subarray(0, size), from)
  reading.methodRecordCount += count
}

function addRecords(
  xml: XmlReader,
  records: Int32Array,
  count: number,
  file: SourceFile,
  reading: Reading,
): void {
  const { coverage, line, missed } = reading
  const { width } = reading.records
  file.lines(records, width, count, inRecord.number, inRecord.hits)
  for (let at = 0; at < count * width; at += width) {
    checkBranches(xml, records, at)
    const branches = records[at + inRecord.branches] ?? 0
    if (branches === 0) continue
    coverage.measured.add('branches')
    const lineNumber = records[at + inRecord.number] ?? 0
    const taken = records[at + inRecord.taken] ?? 0
    if (records === line && missed.length > 0) {
      file.branchesExcept(lineNumber, taken, branches, missed)
    } else file.branches(lineNumber, taken, branches)
  }
}

function readTotals(xml: XmlReader): DeclaredTotals {
  const count = (coveredName: number, validName: number): Count | undefined => {
    const [covered = '', valid = ''] = [xml.text(coveredName), xml.text(validName)]
    // Xcode has no branches, and its converters write 1.0 where the schema requires a count.
    if (!/^\d{1,15}$/.test(covered) || !/^\d{1,15}$/.test(valid)) return undefined
    if (Number(covered) > Number(valid)) return undefined
    return { covered: Number(covered), total: Number(valid) }
  }
  return {
    lines: count(names['lines-covered'], names['lines-valid']),
    branches: count(names['branches-covered'], names['branches-valid']),
  }
}

/**
 * Returns the file of a class. If there are several sources, each may have a file of this name: then the package, the
 * namespace and the repetition of a class distinguish them.
 */
function fileOfClass(xml: XmlReader, ofClass: string, reading: Reading): SourceFile {
  const filename = xml.text(names.filename)
  if (filename === undefined) xml.fail('has a <class> without filename')
  const path = normalizePath(filename)
  if (reading.sources.length < 2 || isAbsolutePath(path)) return reading.coverage.file(path)
  const [, namespace = ''] = /^([^/<]*)\./.exec(ofClass) ?? []
  const module = `${reading.package}/${namespace}`
  const key = [path, module, ofClass].join('\0')
  const repetition = (reading.occurrences.get(key) ?? 0) + 1
  reading.occurrences.set(key, repetition)
  return reading.coverage.file(path, repetition > 1 ? `${repetition}/${module}` : module)
}
