import { numberOf } from '../collections/number-of-name.ts'
import type { Coverage } from '../model/coverage.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import { type JsonReader, jsonKey } from '../parse/json/reader.ts'
import { namedFile } from '../reports/named-file.ts'
import type { Format } from './format.ts'
import { hasPath, valuesAt } from './head.ts'
import { jsonReport } from './open-report.ts'

/**
 * SimpleCov: `.resultset.json`, with a list of hits for each command, and `coverage.json` from its JSON formatter or
 * from the older simplecov-json. In a list of lines, null and "ignored" are not executable. Ids of branches differ
 * between runs, so they are identified by type and position.
 *
 * @see https://github.com/simplecov-ruby/simplecov
 */
export const simplecov: Format = {
  name: 'simplecov',
  title: 'SimpleCov JSON',
  advice: { branches: 'SimpleCov measures them with enable_coverage :branch' },
  recognizes: ({ json }) =>
    hasPath(json, 'meta', 'simplecov_version') ||
    hasPath(json, 'simplecov_version') ||
    hasPath(json, 'files', '*', 'covered_percent') ||
    // Codecov has plain lists of lines, too, which start one line earlier.
    hasPath(json, 'coverage', '*', 'lines') ||
    (hasPath(json, 'coverage') && hasPath(json, 'timestamp')) ||
    valuesAt(json, '*', 'coverage').some((coverage) => coverage instanceof Map),
  read: (file) => jsonReport(file, readRoot),
}

const keys = {
  coverage: jsonKey('coverage'),
  files: jsonKey('files'),
  filename: jsonKey('filename'),
  lines: jsonKey('lines'),
  branches: jsonKey('branches'),
  methods: jsonKey('methods'),
  type: jsonKey('type'),
  name: jsonKey('name'),
  startLine: jsonKey('start_line'),
  endLine: jsonKey('end_line'),
}

const tables = new Set(['meta', 'groups', 'total', 'errors'])

/** `coverage` at the top level is from the formatter; below a name it is that of one command. */
function readRoot(json: JsonReader, coverage: Coverage): string[] {
  coverage.measuring('lines')
  json.object()
  while (json.key()) {
    if (json.is(keys.coverage)) readFiles(json, coverage)
    else if (json.is(keys.files) && json.kind() === '[') readList(json, coverage)
    else if (tables.has(json.name()) || json.kind() !== '{') json.skip()
    else {
      json.object()
      while (json.key()) {
        if (json.is(keys.coverage)) readFiles(json, coverage)
        else json.skip()
      }
    }
  }
  return []
}

function readFiles(json: JsonReader, coverage: Coverage): void {
  json.object()
  while (json.key()) {
    readFile(json, coverage, namedFile(coverage, json.name()))
  }
}

/** Lists identify branches and methods differently from result sets. */
const listScheme = 'simplecov-list'

/** Older versions contain only the lines. */
function readFile(json: JsonReader, coverage: Coverage, file: SourceFile): void {
  if (json.kind() === '[') {
    readLines(json, file)
    return
  }
  json.object()
  while (json.key()) {
    if (json.is(keys.lines) && json.kind() === '[') readLines(json, file)
    else if (json.is(keys.branches) && json.kind() === '{') {
      coverage.measured.add('branches')
      readConditions(json, file)
    } else if (json.is(keys.branches) && json.kind() === '[') {
      coverage.measured.add('branches')
      readListed(json, (type, line, endLine, nth, covered) => {
        file.branchAt(line, 0, endLine, nth, numberOf(type), covered, listScheme)
      })
    } else if (json.is(keys.methods) && json.kind() === '{') {
      coverage.measured.add('functions')
      readMethods(json, file)
    } else if (json.is(keys.methods) && json.kind() === '[') {
      coverage.measured.add('functions')
      readListed(json, (name, line, endLine, nth, covered) => {
        file.function(`${name}:${line}-${endLine}:${nth}`, covered, listScheme)
      })
    } else json.skip()
  }
}

/** Reads the list of simplecov-json, `[{"filename": …, "coverage": …}]`. */
function readList(json: JsonReader, coverage: Coverage): void {
  json.array()
  while (json.element()) {
    let file: SourceFile | undefined
    json.object()
    while (json.key()) {
      if (json.is(keys.filename)) file = namedFile(coverage, json.text())
      else if (!json.is(keys.coverage)) json.skip()
      else if (!file) json.fail('has the coverage of a file before its name')
      else readFile(json, coverage, file)
    }
  }
}

/** Reads the hits of each line, from line 1. */
function readLines(json: JsonReader, file: SourceFile): void {
  let line = 0
  json.array()
  while (json.element()) {
    line++
    const covered = readHit(json)
    if (covered !== undefined) file.line(line, covered)
  }
}

/** Returns undefined for null and "ignored", which are not executable. */
function readHit(json: JsonReader): boolean | undefined {
  const kind = json.kind()
  if (kind === '0') return json.hit()
  const text = kind === '"' ? json.text() : undefined
  if (text === undefined && kind === 'n') json.skip()
  else if (text !== 'ignored')
    return json.fail('has hits that are neither a number, null nor "ignored"')
  return undefined
}

/** `{"[:if, 0, 3, 4, 7, 7]": {"[:then, 1, 4, 6, 4, 9]": 2, …}}`. */
function readConditions(json: JsonReader, file: SourceFile): void {
  json.object()
  while (json.key()) {
    const condition = parsePlace(json, json.name())
    json.object()
    while (json.key()) {
      const arm = parsePlace(json, json.name())
      const covered = readHit(json)
      if (covered === undefined) continue
      const { line, column, endLine, endColumn } = condition
      const name = `${condition.type} ${arm.type} ${arm.line}:${arm.column}-${arm.endLine}:${arm.endColumn}`
      file.branchAt(line, column, endLine, endColumn, numberOf(name), covered, simplecov.name)
    }
  }
}

interface Place {
  readonly type: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** Parses `[:then, 1, 4, 6, 4, 9]`: type, id, start and end. */
function parsePlace(json: JsonReader, text: string): Place {
  const [, type, ...numbers] =
    /^\[:"?([^,]+?)"?, \d+, (\d{1,9}), (\d{1,9}), (\d{1,9}), (\d{1,9})\]$/.exec(text) ?? []
  const [line = 0, column = 0, endLine = 0, endColumn = 0] = numbers.map(Number)
  if (type === undefined) return json.fail('has a branch without a type and position')
  return { type, line, column, endLine, endColumn }
}

/** `{"[Shop::Stock, :take, 9, 2, 14, 5]": 1}`. */
function readMethods(json: JsonReader, file: SourceFile): void {
  json.object()
  while (json.key()) {
    // The name of an anonymous class contains its address, which differs in each run.
    const name = json.name().replace(/0x[\da-f]+/gi, '')
    const covered = readHit(json)
    if (covered !== undefined) file.function(name, covered, simplecov.name)
  }
}

/** Reads a list of the formatter; items with the same name and lines are numbered. */
function readListed(
  json: JsonReader,
  add: (name: string, line: number, endLine: number, nth: number, covered: boolean) => void,
): void {
  const seen = new Map<string, number>()
  json.array()
  while (json.element()) {
    let name = ''
    let line = 0
    let endLine = 0
    let covered: boolean | undefined
    json.object()
    while (json.key()) {
      if (json.is(keys.type) || json.is(keys.name)) name = json.text()
      else if (json.is(keys.startLine)) line = json.count()
      else if (json.is(keys.endLine)) endLine = json.count()
      else if (json.is(keys.coverage)) covered = readHit(json)
      else json.skip()
    }
    const key = `${name} ${line} ${endLine}`
    const nth = seen.get(key) ?? 0
    seen.set(key, nth + 1)
    if (covered !== undefined) add(name, line, endLine, nth, covered)
  }
}
