import type { Coverage } from '../model/coverage.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import { type JsonReader, jsonKey } from '../parse/json/reader.ts'
import { namedFile } from '../reports/named-file.ts'
import type { Format } from './format.ts'
import { valuesAt } from './head.ts'
import { jsonReport } from './open-report.ts'

/**
 * Coveralls JSON, which tools send to the service (gcovr, excoveralls, grcov). Lines that are not executable are null.
 * Branches are one flat list of line, block, branch and hits of each. Functions are an extension of grcov
 * (`coveralls+`).
 *
 * @see https://docs.coveralls.io/api-jobs-endpoint
 * @see https://github.com/mozilla/grcov/blob/master/src/output.rs
 */
export const coveralls: Format = {
  name: 'coveralls',
  title: 'Coveralls JSON',
  recognizes: ({ json }) => valuesAt(json, 'source_files').some(Array.isArray),
  read: (file) => jsonReport(file, readJob),
}

const keys = {
  sourceFiles: jsonKey('source_files'),
  name: jsonKey('name'),
  coverage: jsonKey('coverage'),
  branches: jsonKey('branches'),
  functions: jsonKey('functions'),
  start: jsonKey('start'),
  exec: jsonKey('exec'),
}

interface Branch {
  readonly line: number
  readonly block: number
  readonly arm: number
  readonly covered: boolean
}

interface ListedFunction {
  readonly key: string
  readonly covered: boolean
}

function readJob(json: JsonReader, coverage: Coverage): string[] {
  coverage.measuring('lines')
  json.object()
  while (json.key()) {
    if (json.is(keys.sourceFiles)) {
      json.array()
      while (json.element()) readFile(json, coverage)
    } else json.skip()
  }
  return []
}

function readFile(json: JsonReader, coverage: Coverage): void {
  let name = ''
  let lines: (boolean | undefined)[] = []
  let branches: Branch[] = []
  let functions: ListedFunction[] = []
  json.object()
  while (json.key()) {
    if (json.is(keys.name)) name = json.text()
    else if (json.is(keys.coverage)) lines = readLines(json)
    else if (json.is(keys.branches) && json.kind() === '[') {
      coverage.measured.add('branches')
      branches = readBranches(json)
    } else if (json.is(keys.functions) && json.kind() === '[') {
      coverage.measured.add('functions')
      functions = readFunctions(json)
    } else json.skip()
  }
  if (name === '') json.fail('has a source file without a name')
  const file = namedFile(coverage, name)
  addLines(file, lines)
  for (const { line, block, arm, covered } of branches)
    file.branch(line, block, arm, covered, coveralls.name)
  for (const { key, covered } of functions) file.function(key, covered, coveralls.name)
}

function addLines(file: SourceFile, lines: readonly (boolean | undefined)[]): void {
  lines.forEach((covered, i) => {
    if (covered !== undefined) file.line(i + 1, covered)
  })
}

/** Reads whether each line is covered, from line 1; undefined for lines that are not executable. */
function readLines(json: JsonReader): (boolean | undefined)[] {
  const lines: (boolean | undefined)[] = []
  json.array()
  while (json.element()) {
    if (json.kind() === 'n') {
      json.skip()
      lines.push(undefined)
    } else lines.push(json.hit())
  }
  return lines
}

function readBranches(json: JsonReader): Branch[] {
  const branches: Branch[] = []
  json.array()
  while (json.element()) {
    const line = json.count()
    const block = readNext(json)
    const arm = readNext(json)
    if (!json.element()) failBranches(json)
    branches.push({ line, block, arm, covered: json.hit() })
  }
  return branches
}

/** Reads the next number of a branch. */
function readNext(json: JsonReader): number {
  return json.element() ? json.count() : failBranches(json)
}

function failBranches(json: JsonReader): never {
  return json.fail('has branches that are not line, block, branch and hits of each')
}

function readFunctions(json: JsonReader): ListedFunction[] {
  const functions: ListedFunction[] = []
  json.array()
  while (json.element()) {
    let name = ''
    let start = 0
    let covered = false
    json.object()
    while (json.key()) {
      if (json.is(keys.name)) name = json.text()
      else if (json.is(keys.start)) start = json.count()
      else if (json.is(keys.exec)) covered = json.flag()
      else json.skip()
    }
    functions.push({ key: `${start} ${name}`, covered })
  }
  return functions
}
