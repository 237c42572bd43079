import { settleClaims } from '../claims.ts'
import { type Count, Coverage, type Metric, type SourceFile } from '../coverage.ts'
import type { Format, Report } from '../format.ts'
import { openText } from '../text-file.ts'
import { words, XmlReader } from '../xml.ts'

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
  recognizes: ({ root }) => root === 'report',
  read({ file, path }) {
    const opened = openText(file)
    try {
      return readReport(new XmlReader(opened, names), path)
    } finally {
      opened.close()
    }
  },
}

const names = words(
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
)
const { name, nr, ci, mb, cb, type, missed, covered } = names

const metricOf: Readonly<Record<string, Metric>> = {
  LINE: 'lines',
  BRANCH: 'branches',
  METHOD: 'functions',
  INSTRUCTION: 'instructions',
}

type Counters = Map<Metric, Count>

/** The classes of a package by their source file, with what their counters add up to. */
type Classes = Map<string, Counters>

function readReport(xml: XmlReader, path: string): Report {
  const coverage = new Coverage().measuring('lines', 'branches')
  const claims: Counters = new Map()
  xml.nextOpen()
  const report = xml.text(name) ?? ''
  while (xml.nextOpen()) {
    if (xml.name === names.group) readGroup(xml, coverage, xml.text(name) ?? '')
    else if (xml.name === names.package) readPackage(xml, coverage, report)
    else if (xml.name === names.counter) addCounter(xml, claims)
  }
  return { coverage, remarks: settleClaims(Object.fromEntries(claims), coverage, path) }
}

/** A module of a report over several; modules may have files of the same name. */
function readGroup(xml: XmlReader, coverage: Coverage, module: string): void {
  const depth = xml.depth
  while (xml.nextOpen(depth)) {
    if (xml.name === names.group) readGroup(xml, coverage, `${module}/${xml.text(name)}`)
    else if (xml.name === names.package) readPackage(xml, coverage, module)
  }
}

function readPackage(xml: XmlReader, coverage: Coverage, module: string): void {
  const depth = xml.depth
  const folder = xml.text(name) ?? ''
  const pathOf = (file: string): string => (folder ? `${folder}/${file}` : file)
  const classes: Classes = new Map()
  while (xml.nextOpen(depth)) {
    if (xml.name === names.class) readClass(xml, classes)
    else if (xml.name === names.sourcefile) {
      const file = xml.text(name) ?? ''
      const counters = readSourceFile(xml, coverage.file(pathOf(file), module))
      addCounts(
        coverage,
        pathOf(file),
        module,
        new Map([...(classes.get(file) ?? []), ...counters]),
      )
      classes.delete(file)
    }
  }
  // Classes without debug information have no source file in the report, but they count.
  for (const [file, counters] of classes) addCounts(coverage, pathOf(file), module, counters)
}

function readClass(xml: XmlReader, classes: Classes): void {
  const depth = xml.depth
  const file = xml.text(names.sourcefilename) ?? (xml.text(name) ?? '').replace(/^.*\//, '')
  const counters = classes.get(file) ?? new Map()
  classes.set(file, counters)
  while (xml.nextOpen(depth)) {
    if (xml.name === names.counter && xml.depth === depth + 1) {
      addCounter(xml, counters)
    }
  }
}

function readSourceFile(xml: XmlReader, file: SourceFile): Counters {
  const depth = xml.depth
  const counters: Counters = new Map()
  while (xml.nextOpen(depth)) {
    if (xml.name === names.line) readLine(xml, file)
    else if (xml.name === names.counter) addCounter(xml, counters)
  }
  return counters
}

function readLine(xml: XmlReader, file: SourceFile): void {
  const number = xml.integer(nr)
  if (number === undefined) xml.fail('has a <line> without nr')
  file.line(number, xml.positive(ci))
  const taken = xml.integer(cb) ?? 0
  const branches = taken + (xml.integer(mb) ?? 0)
  if (branches > 0) file.branches(number, taken, branches)
}

function addCounter(xml: XmlReader, counters: Counters): void {
  const metric = metricOf[xml.text(type) ?? '']
  if (metric === undefined) return
  const known = counters.get(metric) ?? { covered: 0, total: 0 }
  const hit = xml.integer(covered) ?? 0
  const all = hit + (xml.integer(missed) ?? 0)
  counters.set(metric, { covered: known.covered + hit, total: known.total + all })
}

function addCounts(coverage: Coverage, path: string, module: string, counters: Counters): void {
  const file = coverage.file(path, module)
  for (const [metric, count] of counters) {
    coverage.measuring(metric)
    // What the lines tell is not told again as a count.
    if (file.count(metric).total === 0) file.add(metric, count)
  }
}
