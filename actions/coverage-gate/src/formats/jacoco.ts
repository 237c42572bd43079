import { Coverage } from '../model/coverage.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import { xmlNames } from '../parse/xml/names.ts'
import type { XmlReader } from '../parse/xml/reader.ts'
import { type RecordFormat, recordFields } from '../parse/xml/record-format.ts'
import { RecordMatcher } from '../parse/xml/record-matcher.ts'
import { reconcileTotals } from './declared-totals.ts'
import type { Format, Report } from './format.ts'
import {
  addCount,
  addCounts,
  type Counters,
  counted,
  counterAt,
  counterTypes,
} from './jacoco-counters.ts'
import { inLine, readUsual } from './jacoco-fast.ts'
import { xmlReport } from './open-report.ts'

/**
 * JaCoCo XML, also from Kover and IntelliJ. Lines and their branches are read from the source files, because classes
 * share lines. Functions and instructions are counts of a source file, or of its classes if it has none. A missing
 * counter is 0 of 0.
 *
 * @see https://www.jacoco.org/jacoco/trunk/coverage/report.dtd
 */
export const jacoco: Format = {
  name: 'jacoco',
  title: 'JaCoCo XML',
  recognizes: (head) =>
    head.isXml('report', ['group', 'package', 'sessioninfo', 'counter'], ['name']),
  read: (file) => xmlReport(file, names, readReport),
}

const names = xmlNames(
  'group',
  'package',
  'class',
  'sourcefile',
  'line',
  'counter',
  'name',
  'sourcefilename',
  'nr',
  'mi',
  'ci',
  'mb',
  'cb',
  'type',
  'missed',
  'covered',
  // Not needed, but known names are skipped faster.
  'method',
  'desc',
)
const { name, nr, mi, ci, mb, cb, type, missed, covered } = names

const isNumber = /^\d+$/

const lineFormat: RecordFormat = {
  element: 'line',
  inside: [],
  size: 4,
  readUsual,
  layoutOf: ({ nr = '', mi = '0', ci = '', mb = '', cb = '' }) => {
    if (![nr, mi, ci, mb, cb].every((value) => isNumber.test(value))) return undefined
    return { kind: 0, numbers: { nr: [0], ci: [1], mb: [2], cb: [3] } }
  },
}

/** Indices of the numbers of a counter in its record; its kind is the index of its metric in `counted`. */
const inCounter = { missed: 2, covered: 3 } as const

const counterFormat: RecordFormat = {
  element: 'counter',
  inside: [],
  size: 2,
  layoutOf: ({ type = '', missed = '', covered = '' }) => {
    if (![missed, covered].every((value) => isNumber.test(value))) return undefined
    return { kind: counterTypes.get(type) ?? -1, numbers: { missed: [0], covered: [1] } }
  },
}

/** The sums of the counters of the classes in a package. */
interface Classes {
  /** By source file; removed when the source file has used them. */
  readonly bySource: Map<string, Counters>
  /** Classes without a source file, by name. */
  readonly byName: Map<string, Counters>
  /** Whether any class has a source file. */
  haveSources: boolean
}

interface Reading {
  readonly xml: XmlReader
  readonly coverage: Coverage
  readonly lines: RecordMatcher
  readonly counters: RecordMatcher
  /** Whether there are files whose covered lines are known only from the counters. */
  hasCountedFiles: boolean
  /** The number of files that list a line several times. */
  repeated: number
}

function readReport(xml: XmlReader): Report {
  const coverage = new Coverage().measuring('lines', 'branches')
  const reading: Reading = {
    xml,
    coverage,
    lines: new RecordMatcher(lineFormat),
    counters: new RecordMatcher(counterFormat),
    hasCountedFiles: false,
    repeated: 0,
  }
  const declared: Counters = []
  xml.nextOpen()
  const report = xml.text(name) ?? ''
  while (xml.nextOpen()) {
    if (xml.name === names.group) readGroup(reading, xml.text(name) ?? '')
    else if (xml.name === names.package) readPackage(reading, report)
    else if (xml.name === names.counter) addCounter(xml, declared)
  }
  const declaredTotals = Object.fromEntries(
    counted.map((metric, i) => [metric, counterAt(declared, i)]),
  )
  const remarks = reconcileTotals(declaredTotals, coverage)
  if (reading.hasCountedFiles) {
    remarks.push('does not identify the covered lines of all files; their counters apply.')
  }
  if (reading.repeated > 0) {
    remarks.push(
      `lists lines of ${reading.repeated} files several times and counts each, as Kover does; their LINE counters apply.`,
    )
  }
  return { coverage, remarks }
}

/** Reads a module of a report over several modules, which may have files of the same name. */
function readGroup(reading: Reading, module: string): void {
  const { xml } = reading
  const depth = xml.depth
  while (xml.nextOpen(depth)) {
    if (xml.name === names.group) readGroup(reading, `${module}/${xml.text(name)}`)
    else if (xml.name === names.package) readPackage(reading, module)
  }
}

function readPackage(reading: Reading, module: string): void {
  const { xml, coverage } = reading
  const depth = xml.depth
  const folder = xml.text(name) ?? ''
  const pathOf = (file: string): string => (folder ? `${folder}/${file}` : file)
  const classes: Classes = { bySource: new Map(), byName: new Map(), haveSources: false }
  let sources = 0
  while (xml.nextOpen(depth)) {
    if (xml.name === names.class) readClass(reading, classes)
    else if (xml.name === names.sourcefile) {
      const name = xml.text(names.name) ?? ''
      const file = coverage.file(pathOf(name), module)
      addCounts(coverage, file, readSourceFile(reading, file), classes.bySource.get(name))
      classes.bySource.delete(name)
      sources++
    }
  }
  // Classes without debug information have no source file in the report, but they count. If no class has one, an
  // older version wrote the report, and the source files include all classes.
  const hidden = classes.haveSources || sources === 0 ? classes.byName : []
  for (const remaining of [classes.bySource, hidden]) {
    for (const [name, counters] of remaining) {
      addCounts(coverage, coverage.file(pathOf(name), module), counters)
    }
  }
}

function readClass(reading: Reading, classes: Classes): void {
  const { xml } = reading
  const depth = xml.depth
  const counters = findCounters(xml, classes)
  while (xml.nextOpen(depth)) {
    if (xml.name === names.counter) readCounters(reading, counters)
    else skipMethod(reading)
  }
}

/** Skips a method: it has only counters, which the class sums up. */
function skipMethod({ xml, counters }: Reading): void {
  const depth = xml.depth
  do while (xml.readRecords(counters, depth) > 0);
  while (xml.nextOpen(depth))
}

/** Returns the sums to add the counters of a class to. */
function findCounters(xml: XmlReader, classes: Classes): Counters {
  const source = xml.text(names.sourcefilename)
  classes.haveSources ||= source !== undefined
  const known = source === undefined ? classes.byName : classes.bySource
  const key = source ?? (xml.text(name) ?? '').replace(/^.*\//, '')
  const counters = known.get(key) ?? []
  known.set(key, counters)
  return counters
}

function readSourceFile(reading: Reading, file: SourceFile): Counters {
  const { xml } = reading
  const depth = xml.depth
  const counters: Counters = []
  const unidentified: number[] = []
  const isNew = file.listedLines === 0
  let identified = 0
  do {
    if (xml.name === names.line) {
      const number = readLine(xml, file)
      if (number === undefined) identified++
      else unidentified.push(number)
    } else if (xml.name === names.counter) readCounters(reading, counters)
    identified += readLines(reading, depth, file)
  } while (xml.nextOpen(depth))
  // gcovr does not identify covered lines, but counts them.
  const isCounted =
    identified === 0 && unidentified.length > 0 && counterAt(counters, 0) !== undefined
  reading.hasCountedFiles ||= isCounted
  if (!isCounted) for (const number of unidentified) file.line(number, false)
  const count = counterAt(counters, 0)
  const rows = isCounted ? 0 : identified + unidentified.length
  const isRepeated = isNew && rows > file.listedLines && count?.total === rows
  if (isRepeated) reading.repeated++
  if (isRepeated || !isNew) file.declare('lines', isRepeated ? count : 'listed')
  return counters
}

/** Reads a line; returns its number if the report does not say whether it is covered. */
function readLine(xml: XmlReader, file: SourceFile): number | undefined {
  const number = xml.integer(nr)
  if (number === undefined) xml.fail('has a <line> without nr')
  const isIdentified = xml.has(ci) || xml.has(mi)
  if (isIdentified) file.line(number, xml.positive(ci))
  const taken = xml.integer(cb) ?? 0
  const branches = taken + (xml.integer(mb) ?? 0)
  if (branches > 0) file.branches(number, taken, branches)
  xml.skip()
  return isIdentified ? undefined : number
}

/** Reads the next lines that match a known template; returns how many. */
function readLines({ xml, lines }: Reading, depth: number, file: SourceFile): number {
  const { values, width } = lines
  for (let sum = 0; ; ) {
    const count = xml.readRecords(lines, depth)
    if (count === 0) return sum
    sum += count
    file.lines(values, width, count, inLine.number, inLine.hits)
    for (let at = 0; at < count * width; at += width) {
      const taken = values[at + inLine.taken] ?? 0
      const branches = taken + (values[at + inLine.missed] ?? 0)
      if (branches > 0) file.branches(values[at + inLine.number] ?? 0, taken, branches)
    }
  }
}

/** Adds the current counter, and the next ones that match a known template. */
function readCounters({ xml, counters: rows }: Reading, counters: Counters): void {
  const depth = xml.depth - 1
  addCounter(xml, counters)
  xml.skip()
  const { values, width } = rows
  for (;;) {
    const count = xml.readRecords(rows, depth)
    if (count === 0) return
    for (let at = 0; at < count * width; at += width) {
      const index = values[at + recordFields.kind] ?? -1
      if (index < 0) continue
      addCount(
        counters,
        index,
        values[at + inCounter.covered] ?? 0,
        values[at + inCounter.missed] ?? 0,
      )
    }
  }
}

function addCounter(xml: XmlReader, counters: Counters): void {
  const index = counterTypes.get(xml.text(type) ?? '')
  if (index === undefined) return
  const hit = xml.integer(covered) ?? 0
  addCount(counters, index, hit, xml.integer(missed) ?? 0)
}
