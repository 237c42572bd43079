import { statSync } from 'node:fs'
import { posix } from 'node:path'
import { type Claims, settleClaims } from '../claims.ts'
import { type Count, Coverage, type SourceFile } from '../coverage.ts'
import type { Format, Origin, Report } from '../format.ts'
import { Rows } from '../rows.ts'
import { isAbsolutePath, normalizePath } from '../source-path.ts'
import { openText } from '../text-file.ts'
import { words, XmlReader } from '../xml.ts'

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
  recognizes: ({ root }) => root === 'coverage',
  read(origin) {
    const opened = openText(origin.file)
    try {
      return readReport(new XmlReader(opened, names), origin)
    } finally {
      opened.close()
    }
  },
}

const names = words(
  'coverage',
  'source',
  'class',
  'method',
  'line',
  'filename',
  'name',
  'signature',
  'number',
  'hits',
  'branch',
  'condition-coverage',
  'lines-valid',
  'lines-covered',
  'branches-valid',
  'branches-covered',
)
const { number, hits, branch, 'condition-coverage': conditions } = names

/** How nearly all lines are written. */
const rows = new Rows(
  '<line number="#" hits="#"/>',
  '<line number="#" hits="#" branch="true" condition-coverage="#% (#/#)"/>',
  '<line number="#" hits="#" branch="false"/>',
)
/** Where in a row its numbers are. */
const ofRow = { end: 0, number: 2, hits: 3, taken: 5, branches: 6 } as const

interface Line {
  number: number
  covered: boolean
  taken: number
  /** 0 when the line is no branch. */
  branches: number
}

interface Reading {
  readonly coverage: Coverage
  readonly sources: string[]
  /** The sources that can be joined with a file name, found when the first file comes. */
  usable: readonly string[] | undefined
  /** The line just read; there are too many for an object each. */
  readonly line: Line
  /** Whether lines tell their branches only as a percentage. */
  vague: boolean
}

function readReport(xml: XmlReader, origin: Origin): Report {
  const reading: Reading = {
    coverage: new Coverage().measuring('lines'),
    sources: [],
    usable: undefined,
    line: { number: 0, covered: false, taken: 0, branches: 0 },
    vague: false,
  }
  const { coverage } = reading
  let claims: Claims = {}
  while (xml.nextOpen()) {
    if (xml.name === names.coverage) claims = claimsOf(xml)
    else if (xml.name === names.source) reading.sources.push(xml.readText())
    else if (xml.name === names.class) readClass(xml, reading, origin)
  }
  const remarks = settleClaims(claims, coverage, origin.path)
  if (reading.vague) {
    remarks.push(
      'tells the branches of some lines only in percent; each such line counts as one branch.',
    )
  }
  return { coverage, remarks }
}

function readClass(xml: XmlReader, reading: Reading, origin: Origin): void {
  const depth = xml.depth
  const name = xml.text(names.name) ?? ''
  const file = reading.coverage.file(pathOf(xml, reading, origin))
  const repeated: number[] = []
  let listed = false
  while (xml.nextOpen(depth)) {
    if (xml.name === names.method) readMethod(xml, name, file, reading, repeated)
    else if (xml.name === names.line) {
      listed = true
      readLine(xml, reading)
      addLine(reading.line, file, reading)
      addRows(xml, xml.depth - 1, file, reading)
    }
  }
  // Some writers list lines only below the methods.
  for (let i = 0; i < repeated.length && !listed; i += 4) {
    const [number = 0, hit, taken = 0, branches = 0] = repeated.slice(i, i + 4)
    addLine({ number, covered: hit === 1, taken, branches }, file, reading)
  }
}

/** A method is covered if one of its lines is; one without lines, such as an abstract one, does not count. */
function readMethod(
  xml: XmlReader,
  ofClass: string,
  file: SourceFile,
  reading: Reading,
  lines: number[],
): void {
  const depth = xml.depth
  const name = `${ofClass}\0${xml.text(names.name)}\0${xml.text(names.signature)}`
  const told = xml.has(hits)
  let covered = xml.positive(hits)
  let first: number | undefined
  while (xml.nextOpen(depth)) {
    if (xml.name !== names.line) continue
    readLine(xml, reading)
    const { line } = reading
    first ??= line.number
    covered ||= line.covered
    lines.push(line.number, line.covered ? 1 : 0, line.taken, line.branches)
    const inside = xml.depth - 1
    for (let count = xml.readRows(rows, inside); count > 0; count = xml.readRows(rows, inside)) {
      for (let i = 0; i < count; i++) {
        readRow(xml, i, line)
        covered ||= line.covered
        lines.push(line.number, line.covered ? 1 : 0, line.taken, line.branches)
      }
    }
  }
  if (!told && first === undefined) return
  reading.coverage.measuring('functions')
  file.function(`${name}\0${first}`, covered, 'method')
}

/** Reads a line into the one of the reading. */
function readLine(xml: XmlReader, reading: Reading): void {
  const { line } = reading
  const at = xml.integer(number)
  if (at === undefined) xml.fail('has a <line> without number')
  const branches = xml.is(branch, 'true') ? branchesOf(xml, reading) : undefined
  line.number = at
  line.covered = xml.positive(hits)
  line.taken = branches?.covered ?? 0
  line.branches = branches?.total ?? 0
}

function addLine(line: Line, file: SourceFile, reading: Reading): void {
  file.line(line.number, line.covered)
  if (line.branches > 0) addBranches(line, file, reading)
}

function addBranches(line: Line, file: SourceFile, { coverage }: Reading): void {
  coverage.measuring('branches')
  file.branches(line.number, line.taken, line.branches)
}

/** Reads the lines that come next, as long as they are written as nearly all are. */
function addRows(xml: XmlReader, depth: number, file: SourceFile, reading: Reading): void {
  const { values, width } = rows
  for (let count = xml.readRows(rows, depth); count > 0; count = xml.readRows(rows, depth)) {
    file.lines(values, width, count, ofRow.number, ofRow.hits)
    for (let i = 0; i < count; i++) {
      const at = i * width
      if (values[at + ofRow.branches] === 0 && values[at + ofRow.taken] === 0) continue
      readRow(xml, i, reading.line)
      if (reading.line.branches > 0) addBranches(reading.line, file, reading)
    }
  }
}

function readRow(xml: XmlReader, row: number, line: Line): void {
  const { values, width } = rows
  const at = row * width
  line.number = values[at + ofRow.number] ?? 0
  line.covered = values[at + ofRow.hits] !== 0
  line.taken = values[at + ofRow.taken] ?? 0
  line.branches = values[at + ofRow.branches] ?? 0
  if (line.taken > line.branches) failTaken(xml, line.taken, line.branches, values[at + ofRow.end])
}

function failTaken(xml: XmlReader, taken: number, branches: number, at?: number): never {
  xml.fail(`has ${taken} of ${branches} branches covered in a line`, at)
}

/** Nearly all lines with branches have these. */
const usual: readonly (readonly [string, Count])[] = [
  ['50% (1/2)', { covered: 1, total: 2 }],
  ['100% (2/2)', { covered: 2, total: 2 }],
  ['0% (0/2)', { covered: 0, total: 2 }],
]

/** `50% (1/2)`. */
function branchesOf(xml: XmlReader, reading: Reading): Count | undefined {
  for (const [text, count] of usual) if (xml.is(conditions, text)) return count
  const text = xml.text(conditions) ?? ''
  const [, covered, total] = /\(\s*(\d{1,9})\s*\/\s*(\d{1,9})\s*\)/.exec(text) ?? []
  if (covered !== undefined && total !== undefined) {
    const count = { covered: Number(covered), total: Number(total) }
    if (count.covered > count.total) failTaken(xml, count.covered, count.total)
    return count.total > 0 ? count : undefined
  }
  if (!/^\s*\d+([.,]\d*)?\s*%/.test(text)) return undefined
  reading.vague = true
  return { covered: /^\s*100\D/.test(text) ? 1 : 0, total: 1 }
}

function claimsOf(xml: XmlReader): Claims {
  const claim = (covered: number, valid: number): Count | undefined => {
    const count = { covered: Number(xml.text(covered)), total: Number(xml.text(valid)) }
    const isCount = Number.isSafeInteger(count.total) && Number.isSafeInteger(count.covered)
    return isCount && count.covered >= 0 && count.covered <= count.total ? count : undefined
  }
  return {
    lines: claim(names['lines-covered'], names['lines-valid']),
    branches: claim(names['branches-covered'], names['branches-valid']),
  }
}

/** Where the file of a class is: below one of the sources, the one that has it if there are several. */
function pathOf(xml: XmlReader, reading: Reading, { workspace }: Origin): string {
  const filename = xml.text(names.filename)
  if (filename === undefined) xml.fail('has a <class> without filename')
  if (isAbsolutePath(filename)) return normalizePath(filename, workspace)
  const exists = (path: string): boolean =>
    statSync(posix.resolve(workspace, path), { throwIfNoEntry: false }) !== undefined
  reading.usable ??= reading.sources.filter(
    (source) => isAbsolutePath(source) || (source && exists(source)),
  )
  const places = reading.usable.map((source) => `${source}/${filename}`)
  const place = places.length > 1 ? places.find(exists) : places[0]
  return normalizePath(place ?? filename, workspace)
}
