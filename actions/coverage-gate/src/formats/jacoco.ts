import { settleClaims } from '../claims.ts'
import { Coverage, type SourceFile } from '../coverage.ts'
import type { Format, Report } from '../format.ts'
import { Rows } from '../rows.ts'
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

const counted = ['lines', 'branches', 'functions', 'instructions'] as const
/** Of what is counted, which; the other types are of no interest. */
const types: ReadonlyMap<string, number> = new Map([
  ['LINE', 0],
  ['BRANCH', 1],
  ['METHOD', 2],
  ['INSTRUCTION', 3],
])

/** How nearly all lines are written, and where in a row its numbers are. */
const lineRows = new Rows('<line nr="#" mi="#" ci="#" mb="#" cb="#"/>')
const ofLine = { number: 2, hits: 4, missed: 5, taken: 6 } as const

/** The same of counters. */
const rowTypes = ['INSTRUCTION', 'LINE', 'METHOD', 'COMPLEXITY', 'BRANCH', 'CLASS'] as const
const counterRows = new Rows(
  ...rowTypes.map((its) => `<counter type="${its}" missed="#" covered="#"/>`),
)
const indexOfRow = rowTypes.map((its) => types.get(its))
const ofCounter = { type: 1, missed: 2, covered: 3 } as const

interface Tally {
  covered: number
  total: number
}

/** What was counted, in the order of `counted`; what has no counter is not there. */
type Counters = (Tally | undefined)[]

/** The classes of a package by their source file, with what their counters add up to. */
type Classes = Map<string, Counters>

function readReport(xml: XmlReader, path: string): Report {
  const coverage = new Coverage().measuring('lines', 'branches')
  const claims: Counters = []
  xml.nextOpen()
  const report = xml.text(name) ?? ''
  while (xml.nextOpen()) {
    if (xml.name === names.group) readGroup(xml, coverage, xml.text(name) ?? '')
    else if (xml.name === names.package) readPackage(xml, coverage, report)
    else if (xml.name === names.counter) addCounter(xml, claims)
  }
  const claimed = Object.fromEntries(counted.map((metric, i) => [metric, claims[i]]))
  return { coverage, remarks: settleClaims(claimed, coverage, path) }
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
      const name = xml.text(names.name) ?? ''
      const file = coverage.file(pathOf(name), module)
      addCounts(coverage, file, readSourceFile(xml, file), classes.get(name))
      classes.delete(name)
    }
  }
  // Classes without debug information have no source file in the report, but they count.
  for (const [name, counters] of classes) {
    addCounts(coverage, coverage.file(pathOf(name), module), counters)
  }
}

function readClass(xml: XmlReader, classes: Classes): void {
  const depth = xml.depth
  const file = xml.text(names.sourcefilename) ?? (xml.text(name) ?? '').replace(/^.*\//, '')
  const counters = classes.get(file) ?? []
  classes.set(file, counters)
  while (xml.nextOpen(depth)) {
    if (xml.name === names.counter && xml.depth === depth + 1) {
      addCounter(xml, counters)
      addCounterRows(xml, depth, counters)
    } else {
      // The counters of a method; the class adds them up.
      while (xml.readRows(counterRows, xml.depth) > 0);
    }
  }
}

function readSourceFile(xml: XmlReader, file: SourceFile): Counters {
  const depth = xml.depth
  const counters: Counters = []
  while (xml.nextOpen(depth)) {
    if (xml.name === names.line) {
      readLine(xml, file)
      readLineRows(xml, depth, file)
    } else if (xml.name === names.counter) {
      addCounter(xml, counters)
      addCounterRows(xml, depth, counters)
    }
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

/** Reads the lines that come next, as long as they are written as nearly all are. */
function readLineRows(xml: XmlReader, depth: number, file: SourceFile): void {
  const { values, width } = lineRows
  for (;;) {
    const count = xml.readRows(lineRows, depth)
    if (count === 0) return
    file.lines(values, width, count, ofLine.number, ofLine.hits)
    for (let at = 0; at < count * width; at += width) {
      const taken = values[at + ofLine.taken] ?? 0
      const branches = taken + (values[at + ofLine.missed] ?? 0)
      if (branches > 0) file.branches(values[at + ofLine.number] ?? 0, taken, branches)
    }
  }
}

function addCounter(xml: XmlReader, counters: Counters): void {
  const index = types.get(xml.text(type) ?? '')
  if (index === undefined) return
  const hit = xml.integer(covered) ?? 0
  addCount(counters, index, hit, xml.integer(missed) ?? 0)
}

/** Adds the counters that come next, as long as they are written as nearly all are. */
function addCounterRows(xml: XmlReader, depth: number, counters: Counters): void {
  const { values, width } = counterRows
  for (;;) {
    const count = xml.readRows(counterRows, depth)
    if (count === 0) return
    for (let at = 0; at < count * width; at += width) {
      const index = indexOfRow[values[at + ofCounter.type] ?? 0]
      if (index === undefined) continue
      const hit = values[at + ofCounter.covered] ?? 0
      addCount(counters, index, hit, values[at + ofCounter.missed] ?? 0)
    }
  }
}

function addCount(counters: Counters, index: number, hit: number, missing: number): void {
  const known = counters[index]
  if (known) {
    known.covered += hit
    known.total += hit + missing
  } else {
    counters[index] = { covered: hit, total: hit + missing }
  }
}

/** What a source file does not tell itself is told by its classes. */
function addCounts(
  coverage: Coverage,
  file: SourceFile,
  own: Counters,
  ofClasses: Counters = [],
): void {
  for (const [i, metric] of counted.entries()) {
    const count = own[i] ?? ofClasses[i]
    if (count === undefined) continue
    coverage.measuring(metric)
    // What the lines tell is not told again as a count.
    if (file.count(metric).total === 0) file.add(metric, count)
  }
}
