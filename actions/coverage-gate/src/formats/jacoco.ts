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
  counterTypes,
  countOf,
} from './jacoco-counters.ts'
import { inLine, readUsual } from './jacoco-fast.ts'
import { xmlReport } from './open-report.ts'

/**
 * JaCoCo XML, also as Kover and IntelliJ write it. Lines and their branches are those of the source
 * files, because classes share lines. Functions and instructions are counts of a source file, or of
 * its classes where it gives none. A counter that is not there is 0 of 0.
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
  // Of no interest, but what is known is passed over more quickly.
  'method',
  'desc',
)
const { name, nr, mi, ci, mb, cb, type, missed, covered } = names

const isNumber = /^\d+$/

const lineForm: RecordFormat = {
  element: 'line',
  inside: [],
  size: 4,
  readUsual,
  layoutOf: ({ nr = '', mi = '0', ci = '', mb = '', cb = '' }) => {
    if (![nr, mi, ci, mb, cb].every((value) => isNumber.test(value))) return undefined
    return { kind: 0, numbers: { nr: [0], ci: [1], mb: [2], cb: [3] } }
  },
}

/** The same of a counter; its kind is what it counts, by its index. */
const inCounter = { missed: 2, covered: 3 } as const

const counterForm: RecordFormat = {
  element: 'counter',
  inside: [],
  size: 2,
  layoutOf: ({ type = '', missed = '', covered = '' }) => {
    if (![missed, covered].every((value) => isNumber.test(value))) return undefined
    return { kind: counterTypes.get(type) ?? -1, numbers: { missed: [0], covered: [1] } }
  },
}

/** The classes of a package, with what their counters add up to. */
interface Classes {
  /** By their source file; what a source file has taken is not in here any more. */
  readonly bySource: Map<string, Counters>
  /** Those that tell no source file, by their name. */
  readonly byName: Map<string, Counters>
  /** Whether any tells its source file. */
  tell: boolean
}

interface Reading {
  readonly xml: XmlReader
  readonly coverage: Coverage
  readonly lines: RecordMatcher
  readonly counters: RecordMatcher
  /** Whether there are files of which only the counters tell how many lines are covered. */
  silent: boolean
  /** In how many files a line is listed several times. */
  repeated: number
}

function readReport(xml: XmlReader): Report {
  const coverage = new Coverage().measuring('lines', 'branches')
  const reading: Reading = {
    xml,
    coverage,
    lines: new RecordMatcher(lineForm),
    counters: new RecordMatcher(counterForm),
    silent: false,
    repeated: 0,
  }
  const claims: Counters = []
  xml.nextOpen()
  const report = xml.text(name) ?? ''
  while (xml.nextOpen()) {
    if (xml.name === names.group) readGroup(reading, xml.text(name) ?? '')
    else if (xml.name === names.package) readPackage(reading, report)
    else if (xml.name === names.counter) addCounter(xml, claims)
  }
  const claimed = Object.fromEntries(counted.map((metric, i) => [metric, countOf(claims, i)]))
  const remarks = reconcileTotals(claimed, coverage)
  if (reading.silent) {
    remarks.push(
      'does not say of all files which lines are covered; how many are is taken from its counters.',
    )
  }
  if (reading.repeated > 0) {
    remarks.push(
      `lists lines of ${reading.repeated} files several times, as Kover does, and counts each; there its LINE counters are taken.`,
    )
  }
  return { coverage, remarks }
}

/** A module of a report over several; modules may have files of the same name. */
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
  const classes: Classes = { bySource: new Map(), byName: new Map(), tell: false }
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
  // Classes without debug information have no source file in the report, but they count. Where no
  // class tells one, an older version wrote the report, and the source files count them all.
  const hidden = classes.tell || sources === 0 ? classes.byName : []
  for (const its of [classes.bySource, hidden]) {
    for (const [name, counters] of its) {
      addCounts(coverage, coverage.file(pathOf(name), module), counters)
    }
  }
}

function readClass(reading: Reading, classes: Classes): void {
  const { xml } = reading
  const depth = xml.depth
  const counters = countersOf(xml, classes)
  while (xml.nextOpen(depth)) {
    if (xml.name === names.counter) readCounters(reading, counters)
    else passMethod(reading)
  }
}

/** A method has counters only, and the class adds them up. */
function passMethod({ xml, counters }: Reading): void {
  const depth = xml.depth
  do while (xml.readRecords(counters, depth) > 0);
  while (xml.nextOpen(depth))
}

/** What the counters of a class are added to. */
function countersOf(xml: XmlReader, classes: Classes): Counters {
  const source = xml.text(names.sourcefilename)
  classes.tell ||= source !== undefined
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
  const silent: number[] = []
  const isNew = file.listedLines === 0
  let told = 0
  do {
    if (xml.name === names.line) {
      const number = readLine(xml, file)
      if (number === undefined) told++
      else silent.push(number)
    } else if (xml.name === names.counter) readCounters(reading, counters)
    told += readLines(reading, depth, file)
  } while (xml.nextOpen(depth))
  // gcovr writes no line with what is covered of it, but counts them.
  const isCounted = told === 0 && silent.length > 0 && countOf(counters, 0) !== undefined
  reading.silent ||= isCounted
  if (!isCounted) for (const number of silent) file.line(number, false)
  const count = countOf(counters, 0)
  const rows = isCounted ? 0 : told + silent.length
  const isRepeated = isNew && rows > file.listedLines && count?.total === rows
  if (isRepeated) reading.repeated++
  if (isRepeated || !isNew) file.declare('lines', isRepeated ? count : 'listed')
  return counters
}

/** Reads a line; returns its number if it does not tell whether it is covered. */
function readLine(xml: XmlReader, file: SourceFile): number | undefined {
  const number = xml.integer(nr)
  if (number === undefined) xml.fail('has a <line> without nr')
  const tells = xml.has(ci) || xml.has(mi)
  if (tells) file.line(number, xml.positive(ci))
  const taken = xml.integer(cb) ?? 0
  const branches = taken + (xml.integer(mb) ?? 0)
  if (branches > 0) file.branches(number, taken, branches)
  xml.skip()
  return tells ? undefined : number
}

/** Reads the lines that come next, as long as they look like those before; returns how many. */
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

/** Adds the counter just opened, and those that come next, as long as they look like those before. */
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
