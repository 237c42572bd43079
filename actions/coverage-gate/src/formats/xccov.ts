import { quote } from '@ci-actions/kit'
import type { Coverage } from '../model/coverage.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import type { Count } from '../model/metrics.ts'
import { type JsonReader, jsonKey } from '../parse/json/reader.ts'
import { namedFile } from '../reports/named-file.ts'
import { reconcileTotals } from './declared-totals.ts'
import type { Format } from './format.ts'
import { hasPath } from './head.ts'
import { jsonReport } from './open-report.ts'

/**
 * The JSON of Xcode's xccov. `xccov view --report --json` counts the lines of each file and lists its functions;
 * `xccov view --archive --json` lists the lines. A file in several targets counts once.
 *
 * @see https://keith.github.io/xcode-man-pages/xccov.1.html
 */
export const xccov: Format = {
  name: 'xccov',
  title: 'xccov JSON',
  advice: {
    functions: '"xcrun xccov view --report --json" lists them',
    branches: 'xccov does not count them; "xcrun llvm-cov export" does',
  },
  recognizes: ({ json }) =>
    hasPath(json, '*', '*', 'isExecutable') ||
    counts.some(
      (word) =>
        hasPath(json, 'targets', '*', word) || hasPath(json, 'targets', '*', 'files', '*', word),
    ),
  read: (file) => jsonReport(file, readRoot),
}

const counts = ['coveredLines', 'executableLines', 'lineCoverage']

const keys = {
  targets: jsonKey('targets'),
  files: jsonKey('files'),
  functions: jsonKey('functions'),
  path: jsonKey('path'),
  name: jsonKey('name'),
  coveredLines: jsonKey('coveredLines'),
  executableLines: jsonKey('executableLines'),
  lineNumber: jsonKey('lineNumber'),
  line: jsonKey('line'),
  isExecutable: jsonKey('isExecutable'),
  executionCount: jsonKey('executionCount'),
}

/** The counts in an object, in any order. */
interface Counts {
  coveredLines?: number
  executableLines?: number
}

function readRoot(json: JsonReader, coverage: Coverage): string[] {
  const declared: Counts = {}
  coverage.measuring('lines')
  json.object()
  while (json.key()) {
    if (json.is(keys.targets)) readTargets(json, coverage)
    else if (json.kind() === '[') readLines(json, namedFile(coverage, json.name()))
    else readCount(json, declared)
  }
  const lines =
    declared.executableLines === undefined ? undefined : checkedCount(json, declared, 'all')
  return reconcileTotals({ lines }, coverage)
}

/** Reads the value of the current key if it is one of the counts, otherwise skips it. */
function readCount(json: JsonReader, into: Counts): void {
  if (json.is(keys.coveredLines)) into.coveredLines = json.count()
  else if (json.is(keys.executableLines)) into.executableLines = json.count()
  else json.skip()
}

function checkedCount(json: JsonReader, counts: Counts, name: string): Count {
  const { coveredLines: covered, executableLines: total } = counts
  if (covered === undefined || total === undefined) {
    return json.fail(`has no coveredLines and executableLines of ${quote(name)}`)
  }
  if (covered <= total) return { covered, total }
  return json.fail(`has ${covered} of ${total} lines covered in ${quote(name)}`)
}

function readTargets(json: JsonReader, coverage: Coverage): void {
  coverage.measuring('functions')
  json.array()
  while (json.element()) {
    json.object()
    while (json.key()) {
      if (json.is(keys.files)) {
        json.array()
        while (json.element()) readFile(json, coverage)
      } else json.skip()
    }
  }
}

interface ListedFunction {
  name: string
  line: number
  covered: boolean
}

/** Reads a file, whose members may be in any order. */
function readFile(json: JsonReader, coverage: Coverage): void {
  const counts: Counts = {}
  let path = ''
  let functions: ListedFunction[] = []
  json.object()
  while (json.key()) {
    if (json.is(keys.path)) path = json.text()
    else if (json.is(keys.functions)) functions = readFunctions(json)
    else readCount(json, counts)
  }
  if (path === '') json.fail('has a file without path')
  const file = namedFile(coverage, path)
  file.add('lines', checkedCount(json, counts, path))
  for (const { name, line, covered } of functions) {
    file.function(`${line} ${name}`, covered, xccov.name)
  }
}

function readFunctions(json: JsonReader): ListedFunction[] {
  const functions: ListedFunction[] = []
  json.array()
  while (json.element()) {
    const listed = { name: '', line: 0, covered: false }
    json.object()
    while (json.key()) {
      if (json.is(keys.name)) listed.name = json.text()
      else if (json.is(keys.lineNumber)) listed.line = json.count()
      else if (json.is(keys.executionCount)) listed.covered = json.hit()
      else json.skip()
    }
    functions.push(listed)
  }
  return functions
}

/** `[{"line": 1, "isExecutable": false}, {"line": 2, "isExecutable": true, "executionCount": 3}]`. */
function readLines(json: JsonReader, file: SourceFile): void {
  json.array()
  while (json.element()) {
    let line = 0
    let isExecutable = false
    let covered = false
    json.object()
    while (json.key()) {
      if (json.is(keys.line)) line = json.count()
      else if (json.is(keys.isExecutable)) isExecutable = json.flag()
      else if (json.is(keys.executionCount)) covered = json.hit()
      else json.skip()
    }
    if (line === 0) json.fail('has a line without a number')
    if (isExecutable) file.line(line, covered)
  }
}
