import { beyondColumns } from '../collections/number-interner.ts'
import { Coverage } from '../model/coverage.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import { xmlNames } from '../parse/xml/names.ts'
import type { XmlReader } from '../parse/xml/reader.ts'
import { normalizePath } from '../reports/source-path.ts'
import { type DeclaredTotals, reconcileTotals } from './declared-totals.ts'
import type { Format, Report } from './format.ts'
import { xmlReport } from './open-report.ts'

/**
 * scoverage XML (Scala). Statements are expressions, identified by start and end; those that are branch arms are
 * marked. A line is covered if any statement on it is, as in the Cobertura report of scoverage.
 *
 * @see https://github.com/scoverage/scalac-scoverage-plugin/blob/main/reporter/src/main/scala/scoverage/reporter/ScoverageXmlWriter.scala
 */
export const scoverage: Format = {
  name: 'scoverage',
  title: 'scoverage XML',
  advice: { functions: 'scoverage does not count them' },
  recognizes: (head) => head.isXml('scoverage', ['packages'], ['statement-count']),
  read: (file) => xmlReport(file, names, readReport),
}

const names = xmlNames(
  'class',
  'statement',
  'filename',
  'source',
  'start',
  'end',
  'line',
  'branch',
  'invocation-count',
  'ignored',
  'statement-count',
  'statements-invoked',
)

interface Reading {
  readonly coverage: Coverage
  /** How often each place of a file has occurred. */
  readonly seen: Map<string, number>
}

function readReport(xml: XmlReader): Report {
  const coverage = new Coverage().measuring('lines', 'branches', 'statements')
  const reading: Reading = { coverage, seen: new Map() }
  xml.nextOpen()
  const declared = readTotals(xml)
  let filename = ''
  while (xml.nextOpen()) {
    if (xml.name === names.class) filename = xml.text(names.filename) ?? ''
    else if (xml.name === names.statement) readStatement(xml, filename, reading)
  }
  return { coverage, remarks: reconcileTotals(declared, coverage) }
}

/** A class may be in several files, so each statement has its own. */
function readStatement(xml: XmlReader, classFile: string, { coverage, seen }: Reading): void {
  if (xml.is(names.ignored, 'true')) return
  const path = xml.text(names.source) || classFile
  if (path === '') xml.fail('has a <statement> without a source file')
  addStatement(xml, coverage.file(normalizePath(path)), seen)
}

function addStatement(xml: XmlReader, file: SourceFile, seen: Map<string, number>): void {
  const line = xml.integer(names.line)
  if (line === undefined) xml.fail('has a <statement> without line')
  const start = xml.integer(names.start) ?? 0
  const end = xml.integer(names.end) ?? 0
  const covered = xml.positive(names['invocation-count'])
  const place = `${file.number} ${line} ${start} ${end}`
  const nth = seen.get(place) ?? 0
  seen.set(place, nth + 1)
  file.line(line, covered)
  file.statement(line, start, line, end + nth * beyondColumns, covered)
  if (!xml.is(names.branch, 'true')) return
  file.branchAt(line, start, end, nth, 0, covered, scoverage.name)
}

function readTotals(xml: XmlReader): DeclaredTotals {
  const covered = xml.integer(names['statements-invoked'])
  const total = xml.integer(names['statement-count'])
  if (covered === undefined || total === undefined) return {}
  if (covered > total) xml.fail(`has ${covered} of ${total} statements invoked`)
  return { statements: { covered, total } }
}
