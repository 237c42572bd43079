import { PackedTable } from '../collections/hash-table.ts'
import { beyondColumns, NumberInterner, placeShift } from '../collections/number-interner.ts'
import { numberOf } from '../collections/number-of-name.ts'
import { Coverage } from '../model/coverage.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import type { Count } from '../model/metrics.ts'
import { xmlNames } from '../parse/xml/names.ts'
import type { XmlReader } from '../parse/xml/reader.ts'
import { normalizePath } from '../reports/source-path.ts'
import { type DeclaredTotals, reconcileTotals } from './declared-totals.ts'
import type { Format, Report } from './format.ts'
import { xmlReport } from './open-report.ts'

/**
 * OpenCover XML, also from coverlet. Sequence points are statements, and cover their lines from first to last. The data
 * of several modules on the same place is merged. In one module, a place may occur in several methods, such as field
 * initializers in each constructor, and counts for each.
 *
 * OpenCover counts the entry of each method as a branch, coverlet does not. The summary shows which applies.
 *
 * @see https://github.com/OpenCover/opencover/blob/master/main/OpenCover.Framework/Persistance/BasePersistance.cs
 */
export const openCover: Format = {
  name: 'opencover',
  title: 'OpenCover XML',
  recognizes: (head) => head.isXml('CoverageSession', ['Modules', 'Module', 'Summary']),
  read: (file) => xmlReport(file, names, readReport),
}

const names = xmlNames(
  'Summary',
  'Module',
  'File',
  'Class',
  'Method',
  'FullName',
  'Name',
  'FileRef',
  'SequencePoint',
  'BranchPoint',
  'skippedDueTo',
  'uid',
  'fullPath',
  'fileid',
  'vc',
  'sl',
  'sc',
  'el',
  'ec',
  'offset',
  'path',
  'numSequencePoints',
  'visitedSequencePoints',
  'numBranchPoints',
  'visitedBranchPoints',
  'numMethods',
  'visitedMethods',
)
const { sl, sc, el, ec, vc } = names

/** The line number that compilers use for code that is not in the source. */
const hidden = 0xfeefee
/** Limit of the lines of a statement. */
const maxLines = 100_000

/** The entry of a method, which may count as a branch. */
interface Entry {
  readonly file: SourceFile
  readonly method: string
  readonly line: number
  readonly covered: boolean
}

interface Reading {
  readonly coverage: Coverage
  /** The current class, for methods without a source file. */
  className: string
  /** The files of the module, by uid. */
  readonly files: Map<string, SourceFile>
  /** How often each place of a file has occurred in the module, by file number. */
  occurrences: PackedTable
  readonly fileNumbers: Map<SourceFile, number>
  readonly places: NumberInterner
  readonly entries: Entry[]
  branchPoints: number
}

function readReport(xml: XmlReader): Report {
  const reading: Reading = {
    coverage: new Coverage().measuring('lines', 'branches', 'functions', 'statements'),
    className: '',
    files: new Map(),
    occurrences: new PackedTable(placeShift),
    fileNumbers: new Map(),
    places: new NumberInterner(),
    entries: [],
    branchPoints: 0,
  }
  let declared: DeclaredTotals = {}
  xml.nextOpen()
  while (xml.nextOpen()) {
    if (xml.name === names.Summary && xml.depth === 2) declared = readTotals(xml)
    else if (xml.name === names.Module) readModule(xml, reading)
  }
  const { coverage } = reading
  const remarks = addEntries(declared, reading)
  return { coverage, remarks: [...remarks, ...reconcileTotals(declared, coverage)] }
}

function readModule(xml: XmlReader, reading: Reading): void {
  const depth = xml.depth
  if (xml.has(names.skippedDueTo)) {
    xml.skip()
    return
  }
  reading.files.clear()
  reading.occurrences = new PackedTable(placeShift)
  while (xml.nextOpen(depth)) {
    if (xml.name === names.File) {
      const path = normalizePath(xml.text(names.fullPath) ?? '')
      reading.files.set(xml.text(names.uid) ?? '', reading.coverage.file(path))
    } else if (xml.name === names.Class && xml.has(names.skippedDueTo)) xml.skip()
    else if (xml.name === names.Class) reading.className = ''
    else if (xml.name === names.FullName) reading.className = xml.readText()
    else if (xml.name === names.Method) readMethod(xml, reading)
  }
}

function readMethod(xml: XmlReader, reading: Reading): void {
  const depth = xml.depth
  if (xml.has(names.skippedDueTo)) {
    xml.skip()
    return
  }
  let name = ''
  let file: SourceFile | undefined
  let entry: Entry | undefined
  while (xml.nextOpen(depth)) {
    if (xml.name === names.Name) name = xml.readText()
    else if (xml.name === names.FileRef) file = reading.files.get(xml.text(names.uid) ?? '')
    else if (xml.name === names.SequencePoint) entry = readPoint(xml, name, file, entry, reading)
    else if (xml.name === names.BranchPoint) readBranch(xml, name, file, entry, reading)
  }
  if (!entry) return
  reading.entries.push(entry)
  entry.file.function(name, entry.covered, openCover.name)
}

/** Returns the file of a point; older versions write it only once per method. */
function fileOfPoint(
  xml: XmlReader,
  ofMethod: SourceFile | undefined,
  { files }: Reading,
): SourceFile | undefined {
  return files.get(xml.text(names.fileid) ?? '') ?? ofMethod
}

/** Without debug information there is no source file, and the class is used instead. */
function fileOfClass(method: string, { className, coverage }: Reading): SourceFile {
  return coverage.file(className || method)
}

function readPoint(
  xml: XmlReader,
  method: string,
  ofMethod: SourceFile | undefined,
  entry: Entry | undefined,
  reading: Reading,
): Entry | undefined {
  const known = fileOfPoint(xml, ofMethod, reading)
  const file = known ?? fileOfClass(method, reading)
  const line = xml.integer(sl)
  if (line === undefined || line === hidden) return entry
  const last = xml.integer(el) ?? line
  if (last - line > maxLines) xml.fail(`has a <SequencePoint> of ${last - line} lines`)
  const covered = xml.positive(vc)
  const column = xml.integer(sc) ?? 0
  const end = xml.integer(ec) ?? 0
  const before = countOccurrence(reading, file, line, column, last, end)
  file.statement(line, column, last, end + before * beyondColumns, covered)
  if (known) for (let number = line; number <= last; number++) known.line(number, covered)
  if (!entry) return { file, method, line, covered }
  return covered && !entry.covered ? { ...entry, covered } : entry
}

/** Counts a place; returns how often it has occurred in the module before. */
function countOccurrence(
  { occurrences, fileNumbers, places }: Reading,
  file: SourceFile,
  line: number,
  column: number,
  last: number,
  end: number,
): number {
  const number = fileNumbers.get(file) ?? fileNumbers.size
  fileNumbers.set(file, number)
  occurrences.find(number, places.place(line, column), places.place(last, end))
  return occurrences.value++
}

/** Reads a branch, identified by line, offset in the method and name of the method. */
function readBranch(
  xml: XmlReader,
  method: string,
  ofMethod: SourceFile | undefined,
  entry: Entry | undefined,
  reading: Reading,
): void {
  const file = fileOfPoint(xml, ofMethod, reading) ?? entry?.file ?? fileOfClass(method, reading)
  reading.branchPoints++
  const given = xml.integer(sl)
  const line = given === undefined || given === hidden ? (entry?.line ?? 0) : given
  const offset = xml.integer(names.offset) ?? 0
  const path = xml.integer(names.path) ?? 0
  addBranchPoint(file, method, { line, offset, path, covered: xml.positive(vc) })
}

interface BranchPoint {
  readonly line: number
  /** Offset in the code of the method. */
  readonly offset: number
  /** Number of the arm. */
  readonly path: number
  readonly covered: boolean
}

/** Adds a branch of a method; the same branch in another report is merged. */
export function addBranchPoint(file: SourceFile, method: string, branch: BranchPoint): void {
  const { line, offset, path, covered } = branch
  file.branchAt(line, offset, numberOf(method), 0, path, covered, openCover.name)
}

/** Counts the entries of methods as branches if the summary does. */
function addEntries({ branches }: DeclaredTotals, { entries, branchPoints }: Reading): string[] {
  const areCounted =
    branches && branches.total !== branchPoints && branches.total === branchPoints + entries.length
  if (!areCounted) return []
  for (const { file, line, method, covered } of entries) {
    file.branchAt(line, 0, numberOf(method), 0, entryArm, covered, openCover.name)
  }
  return ['counts the entry of each method as a branch, as OpenCover does; these branches count.']
}

/** Higher than the number of any other arm. */
const entryArm = 1 << 20

function readTotals(xml: XmlReader): DeclaredTotals {
  const count = (covered: number, total: number): Count | undefined => {
    if (!xml.has(total)) return undefined
    const found = { covered: xml.integer(covered) ?? 0, total: xml.integer(total) ?? 0 }
    return found.covered >= 0 && found.covered <= found.total ? found : undefined
  }
  return {
    statements: count(names.visitedSequencePoints, names.numSequencePoints),
    branches: count(names.visitedBranchPoints, names.numBranchPoints),
    functions: count(names.visitedMethods, names.numMethods),
  }
}
