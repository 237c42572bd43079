import { Coverage } from '../model/coverage.ts'
import { type Count, type Metric, type Tally, tally } from '../model/metrics.ts'
import { openText } from '../parse/text-file.ts'
import { TextLines } from '../parse/text-lines.ts'
import type { Format, Report } from './format.ts'

/**
 * JaCoCo CSV: counts by class, without names of files and without lines. The classes in a class are put
 * together with it, in the file that Java wants for it: `shop.Stock.Nested` is in `shop/Stock.java`.
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

/** What the classes of a file have together. */
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
      const fields = fieldsOf(text)
      if (columns) {
        if (fields?.length !== columns.size || !addRow(fields, columns, files))
          lines.fail(at, `a row of ${columns.size} fields`)
      } else columns = columnsOf(fields ?? []) ?? lines.fail(at, 'the header of JaCoCo CSV')
    }
  }
  return reportOf(files, lines.unfinished)
}

function reportOf(files: ReadonlyMap<string, ClassFile>, unfinished: boolean): Report {
  const coverage = new Coverage().measuring(...metrics)
  for (const { path, module, counts } of files.values()) {
    const file = coverage.file(path, module)
    for (const [metric, count] of counts) file.add(metric, count)
  }
  const remarks = [
    'counts lines by class and does not say which they are: lines that classes share count in each of them. The XML report of JaCoCo has each line once.',
  ]
  if (unfinished)
    remarks.push(
      'does not end with a line feed, as JaCoCo writes it; should it be cut off, the rest is not known.',
    )
  return { coverage, remarks }
}

/** Where each column is; undefined when it is no header. */
function columnsOf(fields: readonly string[]): ReadonlyMap<string, number> | undefined {
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

/** Adds the counts of a class; false when some are none. */
function addRow(
  fields: readonly string[],
  columns: ReadonlyMap<string, number>,
  files: Map<string, ClassFile>,
): boolean {
  const field = (column: string): string => fields[columns.get(column) ?? -1] ?? ''
  const { counts } = fileOf(field('GROUP'), field('PACKAGE'), field('CLASS'), files)
  return counters.every(({ metric, word }) => {
    const [missed, covered] = pairOf(word).map(field)
    const count = countOf(missed, covered)
    const sum = counts.get(metric)
    if (!count || !sum) return false
    sum.covered += count.covered
    sum.total += count.total
    return true
  })
}

function countOf(missed = '', covered = ''): Count | undefined {
  if (!/^\d{1,10}$/.test(missed) || !/^\d{1,10}$/.test(covered)) return undefined
  return { covered: Number(covered), total: Number(missed) + Number(covered) }
}

function fileOf(
  group: string,
  ofPackage: string,
  ofClass: string,
  files: Map<string, ClassFile>,
): ClassFile {
  const [outermost = ''] = ofClass.split('.', 1)
  // What is in no package is in "default".
  const folder = ofPackage === 'default' ? '' : `${ofPackage.replaceAll('.', '/')}/`
  const path = `${folder}${outermost}.java`
  // In a report over several modules the group begins with its own name, which the XML leaves out.
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

/** The fields of a row, in quotes where they have a comma or quotes in them; undefined when it is no row. */
function fieldsOf(text: string): string[] | undefined {
  const fields: string[] = []
  field.lastIndex = 0
  for (;;) {
    const match = field.exec(text)
    if (!match) return undefined
    fields.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (!match[0].endsWith(',')) return fields
  }
}
