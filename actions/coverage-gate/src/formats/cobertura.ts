import { Coverage } from '../model/coverage.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import type { Count } from '../model/metrics.ts'
import type { XmlReader } from '../parse/xml/reader.ts'
import { dropped, type RecordFormat } from '../parse/xml/record-format.ts'
import { RecordMatcher } from '../parse/xml/record-matcher.ts'
import { isAbsolutePath, normalizePath } from '../reports/source-path.ts'
import { branchesOf, checkBranches, missedOf } from './cobertura-branches.ts'
import { inRecord, readUsual } from './cobertura-fast.ts'
import { names } from './cobertura-names.ts'
import { type DeclaredTotals, reconcileTotals } from './declared-totals.ts'
import type { Format, Report } from './format.ts'
import { xmlReport } from './open-report.ts'

/**
 * Cobertura XML, which coverage.py, Istanbul, gcovr, coverlet and many others write. The lines are
 * those of the classes; those of the methods repeat them. Several classes may share a file. Rates
 * are rounded and often stale, and are not read.
 *
 * @see https://github.com/cobertura/web/blob/master/htdocs/xml/coverage-04.dtd
 */
export const cobertura: Format = {
  name: 'cobertura',
  title: 'Cobertura XML',
  advice: {
    branches: 'pytest measures them with --cov-branch, coverage.py with --branch',
    statements: 'Cobertura has lines, and what coverage.py calls statements are lines here',
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

const lineForm: RecordFormat = {
  element: 'line',
  inside: ['conditions', 'condition'],
  size: 4,
  readUsual,
  layoutOf: (attributes) => {
    const { number = '', hits = '', branch = '', 'condition-coverage': share = '' } = attributes
    if (!/^\d+$/.test(number) || !/^\d+$/.test(hits)) return undefined
    if (attributes['missing-branches'] !== undefined) return undefined
    const numbers = { number: [0], hits: [1] }
    if (branch.toLowerCase() !== 'true') return { kind: 0, numbers }
    const [, percent] = /^(\d+(?:[.,]\d+)?)% \(\d+\/\d+\)$/.exec(share) ?? []
    if (percent === undefined) return undefined
    const skipped = percent.split(/[.,]/).map(() => dropped)
    return { kind: 1, numbers: { ...numbers, 'condition-coverage': [...skipped, 2, 3] } }
  },
}

interface Reading {
  readonly coverage: Coverage
  readonly sources: string[]
  /** The name of the package that is read. */
  package: string
  /** Of several sources, how often each class of a file was told, by where it is and its name. */
  readonly told: Map<string, number>
  readonly rows: RecordMatcher
  /** The line just read, as a row, and the names of its branches that were not taken, where it has them. */
  readonly line: Int32Array
  missed: readonly string[]
  /** The rows of the methods of the class that is read, and how many there are. */
  ofMethods: Int32Array
  methodLines: number
  /** Whether lines tell their branches only as a percentage. */
  vague: boolean
}

function readReport(xml: XmlReader): Report {
  const rows = new RecordMatcher(lineForm)
  const reading: Reading = {
    coverage: new Coverage().measuring('lines'),
    sources: [],
    package: '',
    told: new Map(),
    rows,
    line: new Int32Array(rows.width),
    missed: [],
    ofMethods: new Int32Array(64 * rows.width),
    methodLines: 0,
    vague: false,
  }
  const { coverage, sources } = reading
  let claims: DeclaredTotals = {}
  while (xml.nextOpen()) {
    if (xml.name === names.coverage) claims = claimsOf(xml)
    else if (xml.name === names.source) sources.push(xml.readText())
    else if (xml.name === names.package) reading.package = xml.text(names.name) ?? ''
    else if (xml.name === names.class) readClass(xml, reading)
  }
  const remarks = reconcileTotals(claims, coverage)
  if (reading.vague) {
    remarks.push(
      'tells the branches of some lines only in percent; each such line counts as one branch.',
    )
  }
  return { coverage, sources, remarks }
}

function readClass(xml: XmlReader, reading: Reading): void {
  const depth = xml.depth
  const name = xml.text(names.name) ?? ''
  const file = fileOf(xml, name, reading)
  reading.methodLines = 0
  let listed = false
  const add = (rows: Int32Array, count: number): void => {
    listed = true
    addRows(xml, rows, count, file, reading)
  }
  while (xml.nextOpen(depth)) {
    if (xml.name === names.method) readMethod(xml, name, file, reading)
    else if (xml.name === names.class) xml.fail('has a <class> inside of another')
    else readLines(xml, reading, add)
  }
  // Some writers list lines only below the methods.
  if (!listed) addRows(xml, reading.ofMethods, reading.methodLines, file, reading)
}

/** A method is covered if one of its lines is; one without lines, such as an abstract one, does not count. */
function readMethod(xml: XmlReader, ofClass: string, file: SourceFile, reading: Reading): void {
  const depth = xml.depth
  const name = `${ofClass}\0${xml.text(names.name)}\0${xml.text(names.signature)}`
  const told = xml.has(hits)
  let covered = xml.positive(hits)
  let first: number | undefined
  const { width } = reading.rows
  const keep = (rows: Int32Array, count: number): void => {
    first ??= rows[inRecord.number]
    for (let at = 0; at < count * width; at += width) {
      covered ||= rows[at + inRecord.hits] !== 0
      checkBranches(xml, rows, at)
    }
    keepRows(rows, count, reading)
  }
  while (xml.nextOpen(depth)) readLines(xml, reading, keep)
  if (!told && first === undefined) return
  reading.coverage.measuring('functions')
  file.function(`${name}\0${first}`, covered, cobertura.name)
}

/** Hands on the lines that come now, if it is lines that come, as rows. */
function readLines(
  xml: XmlReader,
  reading: Reading,
  take: (rows: Int32Array, count: number) => void,
): void {
  const { rows } = reading
  let inside = xml.depth
  if (xml.name === names.line) {
    readLine(xml, reading)
    take(reading.line, 1)
    xml.skip()
    inside--
  } else if (xml.name !== names.lines) return
  for (
    let count = xml.readRecords(rows, inside);
    count > 0;
    count = xml.readRecords(rows, inside)
  ) {
    take(rows.values, count)
  }
}

/** Reads a line as a row; what rows look like is learnt from it. */
function readLine(xml: XmlReader, reading: Reading): void {
  const { line } = reading
  const at = xml.integer(number)
  if (at === undefined) xml.fail('has a <line> without number')
  const branches = xml.is(branch, 'true') ? branchesOf(xml, reading) : undefined
  line[inRecord.number] = at
  line[inRecord.hits] = xml.positive(hits) ? 1 : 0
  line[inRecord.taken] = branches?.covered ?? 0
  line[inRecord.branches] = branches?.total ?? 0
  reading.missed = branches ? missedOf(xml, branches) : []
}

function keepRows(rows: Int32Array, count: number, reading: Reading): void {
  const { width } = reading.rows
  const from = reading.methodLines * width
  const size = count * width
  if (from + size > reading.ofMethods.length) {
    const longer = new Int32Array((from + size) * 2)
    longer.set(reading.ofMethods)
    reading.ofMethods = longer
  }
  reading.ofMethods.set(rows.subarray(0, size), from)
  reading.methodLines += count
}

function addRows(
  xml: XmlReader,
  rows: Int32Array,
  count: number,
  file: SourceFile,
  reading: Reading,
): void {
  const { coverage, line, missed } = reading
  const { width } = reading.rows
  file.lines(rows, width, count, inRecord.number, inRecord.hits)
  for (let at = 0; at < count * width; at += width) {
    checkBranches(xml, rows, at)
    const branches = rows[at + inRecord.branches] ?? 0
    if (branches === 0) continue
    coverage.measured.add('branches')
    const of = rows[at + inRecord.number] ?? 0
    const taken = rows[at + inRecord.taken] ?? 0
    if (rows === line && missed.length > 0) file.branchesExcept(of, taken, branches, missed)
    else file.branches(of, taken, branches)
  }
}

function claimsOf(xml: XmlReader): DeclaredTotals {
  const claim = (covered: number, valid: number): Count | undefined => {
    const [one = '', all = ''] = [xml.text(covered), xml.text(valid)]
    // Xcode has no branches, and its converters put 1.0 where the schema wants a count.
    if (!/^\d{1,15}$/.test(one) || !/^\d{1,15}$/.test(all)) return undefined
    return Number(one) <= Number(all) ? { covered: Number(one), total: Number(all) } : undefined
  }
  return {
    lines: claim(names['lines-covered'], names['lines-valid']),
    branches: claim(names['branches-covered'], names['branches-valid']),
  }
}

/**
 * The file of a class. Of several sources each may have a file of this name: then the package, the
 * namespace and the repetition of a class tell them apart.
 */
function fileOf(xml: XmlReader, ofClass: string, reading: Reading): SourceFile {
  const filename = xml.text(names.filename)
  if (filename === undefined) xml.fail('has a <class> without filename')
  const path = normalizePath(filename)
  if (reading.sources.length < 2 || isAbsolutePath(path)) return reading.coverage.file(path)
  const [, namespace = ''] = /^([^/<]*)\./.exec(ofClass) ?? []
  const module = `${reading.package}/${namespace}`
  const key = [path, module, ofClass].join('\0')
  const repetition = (reading.told.get(key) ?? 0) + 1
  reading.told.set(key, repetition)
  return reading.coverage.file(path, repetition > 1 ? `${repetition}/${module}` : module)
}
