import { Coverage } from '../model/coverage.ts'
import { type Count, type Metric, type Tally, tally } from '../model/metrics.ts'
import { openText } from '../parse/text-file.ts'
import { TextLines } from '../parse/text-lines.ts'
import type { Format, Report } from './format.ts'

/**
 * JaCoCo CSV: counts per class, without file names and line numbers. Nested classes are merged with their outermost
 * class, in the file that Java requires for it: `shop.Stock.Nested` is in `shop/Stock.java`.
 *
 * @see https://github.com/jacoco/jacoco/blob/master/org.jacoco.report/src/org/jacoco/report/csv/ClassRowWriter.java
 */
export const jacocoCsv: Format = {
  name: 'jacoco-csv',
  title: 'JaCoCo CSV',
  recognizes: ({ text }) => text.startsWith('GROUP,PACKAGE,CLASS,'),
  read(file) {
    const opened = openText(file)
    try {
      return readTable(new TextLines(opened))
    } finally {
      opened.close()
    }
  },
}

const counters: readonly { metric: Metric; word: string }[] = [
  { metric: 'lines', word: 'LINE' },
  { metric: 'branches', word: 'BRANCH' },
  { metric: 'functions', word: 'METHOD' },
  { metric: 'instructions', word: 'INSTRUCTION' },
]
const metrics = counters.map(({ metric }) => metric)

/** The sums of the classes of a file. */
interface ClassFile {
  readonly path: string
  readonly module: string
  readonly counts: ReadonlyMap<Metric, Tally>
}

function readTable(lines: TextLines): Report {
  const files = new Map<string, ClassFile>()
  let columns: ReadonlyMap<string, number> | undefined
  while (lines.fill()) {
    for (let at = 0; at < lines.limit; at = lines.endOf(at) + 1) {
      const text = lines.rest(at)
      if (text === '') continue
      const fields = parseFields(text)
      if (columns) {
        if (fields?.length !== columns.size || !addRow(fields, columns, files))
          lines.fail(at, `a row of ${columns.size} fields`)
      } else columns = parseHeader(fields ?? []) ?? lines.fail(at, 'the header of JaCoCo CSV')
    }
  }
  return createReport(files, lines.unfinished)
}

function createReport(files: ReadonlyMap<string, ClassFile>, unfinished: boolean): Report {
  const coverage = new Coverage().measuring(...metrics)
  for (const { path, module, counts } of files.values()) {
    const file = coverage.file(path, module)
    for (const [metric, count] of counts) file.add(metric, count)
  }
  const remarks = [
    'counts lines by class without identifying them, so lines shared by several classes count several times. Use the XML report of JaCoCo to count each line once.',
  ]
  if (unfinished)
    remarks.push('does not end with the line feed that JaCoCo writes; it may have been cut off.')
  return { coverage, remarks }
}

/** Returns the index of each column; undefined if it is not a header. */
function parseHeader(fields: readonly string[]): ReadonlyMap<string, number> | undefined {
  const columns = new Map(fields.map((field, i) => [field, i]))
  const isWhole = [
    'GROUP',
    'PACKAGE',
    'CLASS',
    ...counters.flatMap(({ word }) => pairOf(word)),
  ].every((field) => columns.has(field))
  return isWhole && columns.size === fields.length ? columns : undefined
}

function pairOf(word: string): [missed: string, covered: string] {
  return [`${word}_MISSED`, `${word}_COVERED`]
}

/** Adds the counts of a class; returns false if some are invalid. */
function addRow(
  fields: readonly string[],
  columns: ReadonlyMap<string, number>,
  files: Map<string, ClassFile>,
): boolean {
  const field = (column: string): string => fields[columns.get(column) ?? -1] ?? ''
  const { counts } = fileOfClass(field('GROUP'), field('PACKAGE'), field('CLASS'), files)
  return counters.every(({ metric, word }) => {
    const [missed, covered] = pairOf(word).map(field)
    const count = parseCount(missed, covered)
    const sum = counts.get(metric)
    if (!count || !sum) return false
    sum.covered += count.covered
    sum.total += count.total
    return true
  })
}

function parseCount(missed = '', covered = ''): Count | undefined {
  if (!/^\d{1,10}$/.test(missed) || !/^\d{1,10}$/.test(covered)) return undefined
  return { covered: Number(covered), total: Number(missed) + Number(covered) }
}

function fileOfClass(
  group: string,
  packageName: string,
  className: string,
  files: Map<string, ClassFile>,
): ClassFile {
  const [outermost = ''] = className.split('.', 1)
  // "default" is the unnamed package.
  const folder = packageName === 'default' ? '' : `${packageName.replaceAll('.', '/')}/`
  const path = `${folder}${outermost}.java`
  // In a report over several modules, the group starts with the name of the report, which the XML omits.
  const module = group.slice(group.indexOf('/') + 1)
  const key = `${module}\0${path}`
  const known = files.get(key)
  if (known) return known
  const counts = new Map(metrics.map((metric) => [metric, tally()]))
  const file = { path, module, counts }
  files.set(key, file)
  return file
}

const field = /(?:"((?:[^"]|"")*)"|([^",]*))(?:,|$)/y

/** Returns the fields of a row, which may be quoted; undefined if it is invalid. */
function parseFields(text: string): string[] | undefined {
  const fields: string[] = []
  field.lastIndex = 0
  for (;;) {
    const match = field.exec(text)
    if (!match) return undefined
    fields.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (!match[0].endsWith(',')) return fields
  }
}
