import { Coverage } from '../model/coverage.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import type { Count } from '../model/metrics.ts'
import { xmlNames } from '../parse/xml/names.ts'
import type { XmlReader } from '../parse/xml/reader.ts'
import { isAbsolutePath, normalizePath } from '../reports/source-path.ts'
import { type DeclaredTotals, reconcileTotals } from './declared-totals.ts'
import type { Format, Report } from './format.ts'
import { xmlReport } from './open-report.ts'

/**
 * Clover XML in three variants. Istanbul writes its lines as statements and does not list all branch arms, so branches
 * are counts. OpenClover lists statements and conditions, each with two branches. PHPUnit lists lines, and a method is
 * covered if all of it is.
 *
 * @see https://openclover.org/doc/manual/latest/general--xml-report-format.html
 * @see https://github.com/istanbuljs/istanbuljs/blob/main/packages/istanbul-reports/lib/clover/index.js
 * @see https://github.com/sebastianbergmann/php-code-coverage/blob/main/src/Report/Clover.php
 */
export const clover: Format = {
  name: 'clover',
  title: 'Clover XML',
  advice: { statements: 'the statements of this tool are lines here' },
  recognizes: (head) => head.isXml('coverage', ['project', 'testproject'], ['clover', 'generated']),
  read: (file) => xmlReport(file, names, readReport),
}

const names = xmlNames(
  'project',
  'testproject',
  'package',
  'file',
  'metrics',
  'line',
  'name',
  'path',
  'num',
  'type',
  'count',
  'truecount',
  'falsecount',
  'elements',
  'statements',
  'coveredstatements',
  'conditionals',
  'coveredconditionals',
  'methods',
  'coveredmethods',
)

interface Metrics {
  /** Whether `elements` is present. It is missing in files of Istanbul, whose statements are lines. */
  readonly elements: boolean
  readonly statements: Count
  readonly conditionals: Count
  readonly methods: Count
}

interface Reading {
  readonly coverage: Coverage
  /** Whether statements are lines in all files. */
  linesOnly: boolean
}

function readReport(xml: XmlReader): Report {
  const reading: Reading = { coverage: new Coverage().measuring('lines'), linesOnly: true }
  const { coverage } = reading
  let declared: Metrics | undefined
  xml.nextOpen()
  while (xml.nextOpen()) {
    // A testproject contains the tests themselves.
    if (xml.name === names.testproject) xml.skip()
    else if (xml.name === names.project) declared = readProject(xml, reading)
  }
  return { coverage, remarks: reconcileTotals(totalsFrom(declared, reading), coverage) }
}

function readProject(xml: XmlReader, reading: Reading): Metrics | undefined {
  const depth = xml.depth
  let declared: Metrics | undefined
  let folder = ''
  while (xml.nextOpen(depth)) {
    if (xml.name === names.package) folder = xml.text(names.name) ?? ''
    else if (xml.name === names.file) {
      readFile(xml, xml.depth > depth + 1 ? folder : '', reading)
    } else if (xml.name === names.metrics && xml.depth === depth + 1) declared = readMetrics(xml)
  }
  return declared
}

function readFile(xml: XmlReader, folder: string, reading: Reading): void {
  const depth = xml.depth
  const file = fileOfElement(xml, folder, reading)
  const branches = new Map<number, Count>()
  const methods: boolean[] = []
  let metrics: Metrics | undefined
  while (xml.nextOpen(depth)) {
    if (xml.name === names.metrics && xml.depth === depth + 1) metrics = readMetrics(xml)
    else if (xml.name !== names.line) continue
    else if (xml.is(names.type, 'method')) methods.push(xml.positive(names.count))
    else readLine(xml, file, branches)
  }
  addBranches(file, branches, metrics, reading.coverage)
  addCounts(file, methods, metrics, reading)
}

function fileOfElement(xml: XmlReader, folder: string, { coverage }: Reading): SourceFile {
  const path = xml.text(names.path) ?? xml.text(names.name)
  if (!path) xml.fail('has a <file> without path and name')
  const isBare = !isAbsolutePath(path) && !xml.has(names.path)
  return coverage.file(normalizePath(path), isBare ? folder : '')
}

/**
 * A condition is on a line like a statement; several on a line add up. Istanbul also writes the hits of the line,
 * OpenClover only the two branches.
 */
function readLine(xml: XmlReader, file: SourceFile, branches: Map<number, Count>): void {
  const line = xml.integer(names.num)
  if (line === undefined) xml.fail('has a <line> without num')
  const whenTrue = xml.positive(names.truecount)
  const whenFalse = xml.positive(names.falsecount)
  const isCondition = xml.is(names.type, 'cond')
  const isBare = isCondition && !xml.has(names.count)
  file.line(line, isBare ? whenTrue || whenFalse : xml.positive(names.count))
  if (!isCondition) return
  const known = branches.get(line) ?? { covered: 0, total: 0 }
  const taken = (whenTrue ? 1 : 0) + (whenFalse ? 1 : 0)
  branches.set(line, { covered: known.covered + taken, total: known.total + 2 })
}

/** The branches of the lines are used only if they add up to the count of the file. */
function addBranches(
  file: SourceFile,
  listed: ReadonlyMap<number, Count>,
  metrics: Metrics | undefined,
  coverage: Coverage,
): void {
  coverage.measuring('branches')
  const counts = [...listed.values()]
  const covered = counts.reduce((sum, count) => sum + count.covered, 0)
  const total = counts.reduce((sum, count) => sum + count.total, 0)
  const declared = metrics?.conditionals ?? { covered, total }
  const agrees = declared.covered === covered && declared.total === total
  if (metrics?.elements === false || !agrees) file.add('branches', declared)
  else for (const [line, count] of listed) file.branches(line, count.covered, count.total)
}

function addCounts(
  file: SourceFile,
  methods: readonly boolean[],
  metrics: Metrics | undefined,
  reading: Reading,
): void {
  reading.coverage.measuring('functions')
  const listed = { covered: methods.filter(Boolean).length, total: methods.length }
  file.add('functions', metrics?.methods ?? listed)
  if (!metrics?.elements) return
  reading.linesOnly = false
  reading.coverage.measuring('statements')
  file.add('statements', metrics.statements)
}

function readMetrics(xml: XmlReader): Metrics {
  const count = (covered: number, total: number): Count => {
    const found = { covered: xml.integer(covered) ?? 0, total: xml.integer(total) ?? 0 }
    if (found.covered < 0 || found.covered > found.total)
      xml.fail(`has ${found.covered} of ${found.total} covered in its <metrics>`)
    return found
  }
  return {
    elements: xml.has(names.elements),
    statements: count(names.coveredstatements, names.statements),
    conditionals: count(names.coveredconditionals, names.conditionals),
    methods: count(names.coveredmethods, names.methods),
  }
}

function totalsFrom(metrics: Metrics | undefined, { linesOnly }: Reading): DeclaredTotals {
  if (!metrics) return {}
  const { statements, conditionals: branches, methods: functions } = metrics
  return linesOnly
    ? { lines: statements, branches, functions }
    : { statements, branches, functions }
}
