import { numberOf } from '../collections/number-of-name.ts'
import type { Scheme } from '../model/branch-store.ts'
import type { Coverage } from '../model/coverage.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import { type JsonReader, jsonKey } from '../parse/json/reader.ts'
import { namedFile } from '../reports/named-file.ts'

/*
 * A source file in the JSON of gcov, which gcovr has adopted and extended: its lines, by function, and its functions.
 * A line of a template is listed once per type, each with its own branches.
 */

const keys = {
  file: jsonKey('file'),
  lines: jsonKey('lines'),
  functions: jsonKey('functions'),
  lineNumber: jsonKey('line_number'),
  functionName: jsonKey('function_name'),
  count: jsonKey('count'),
  branches: jsonKey('branches'),
  name: jsonKey('name'),
  demangledName: jsonKey('demangled_name'),
  lineno: jsonKey('lineno'),
  startLine: jsonKey('start_line'),
  executionCount: jsonKey('execution_count'),
  excluded: jsonKey('gcovr/excluded'),
  noncode: jsonKey('gcovr/noncode'),
}

/** A line of a function. */
interface GccLine {
  readonly number: number
  readonly covered: boolean
  readonly function: string
  /** Whether each branch was taken; undefined for excluded branches. */
  readonly branches: readonly (boolean | undefined)[]
}

interface GccFunction {
  readonly key: string
  readonly covered: boolean
}

/** The lists of a file. */
export interface GccFile {
  readonly file: SourceFile
  readonly lines: readonly GccLine[]
  readonly functions: readonly GccFunction[]
}

export function readGccFile(json: JsonReader, coverage: Coverage): GccFile {
  let name = ''
  let lines: GccLine[] = []
  let functions: GccFunction[] = []
  json.object()
  while (json.key()) {
    if (json.is(keys.file)) name = json.text()
    else if (json.is(keys.lines)) lines = readList(json, readLine)
    else if (json.is(keys.functions)) {
      coverage.measured.add('functions')
      functions = readList(json, readFunction)
    } else json.skip()
  }
  if (name === '') json.fail('has a file without a name')
  return { file: namedFile(coverage, name), lines, functions }
}

/** Adds the lists of a file; `scheme` identifies branches and functions. */
export function addGccFile({ file, lines, functions }: GccFile, scheme: Scheme): void {
  for (const { number, covered } of lines) file.line(number, covered)
  addBranches(file, lines, scheme)
  for (const { key, covered } of functions) file.function(key, covered, scheme)
}

/** Older versions of gcovr list a line of a function once per block. */
function addBranches(file: SourceFile, lines: readonly GccLine[], scheme: Scheme): void {
  const seen = new Map<string, number>()
  for (const line of lines) {
    if (line.branches.length === 0) continue
    const key = `${line.number} ${line.function}`
    const nth = seen.get(key) ?? 0
    seen.set(key, nth + 1)
    const functionNumber = numberOf(line.function)
    line.branches.forEach((covered, arm) => {
      if (covered === undefined) return
      file.branchAt(line.number, nth, functionNumber, 0, arm, covered, scheme)
    })
  }
}

/** Reads a list without excluded elements, for which `read` returns undefined. */
function readList<T>(json: JsonReader, read: (json: JsonReader) => T | undefined): T[] {
  const list: T[] = []
  json.array()
  while (json.element()) {
    const element = read(json)
    if (element !== undefined) list.push(element)
  }
  return list
}

function readLine(json: JsonReader): GccLine | undefined {
  let number: number | undefined
  let ofFunction = ''
  let covered = false
  let excluded = false
  let branches: GccLine['branches'] = []
  json.object()
  while (json.key()) {
    if (json.is(keys.lineNumber)) number = json.count()
    else if (json.is(keys.functionName)) ofFunction = json.text()
    else if (json.is(keys.count)) covered = json.hit()
    else if (json.is(keys.branches)) branches = readBranches(json)
    else if (json.is(keys.excluded) || json.is(keys.noncode)) excluded = json.flag() || excluded
    else json.skip()
  }
  if (number === undefined) return json.fail('has a line without "line_number"')
  return excluded ? undefined : { number, covered, function: ofFunction, branches }
}

function readBranches(json: JsonReader): (boolean | undefined)[] {
  const branches: (boolean | undefined)[] = []
  json.array()
  while (json.element()) {
    let covered = false
    let excluded = false
    json.object()
    while (json.key()) {
      if (json.is(keys.count)) covered = json.hit()
      else if (json.is(keys.excluded)) excluded = json.flag() || excluded
      else json.skip()
    }
    branches.push(excluded ? undefined : covered)
  }
  return branches
}

function readFunction(json: JsonReader): GccFunction | undefined {
  let name = ''
  let demangled = ''
  let line = 0
  let covered = false
  let excluded = false
  json.object()
  while (json.key()) {
    if (json.is(keys.name)) name = json.text()
    else if (json.is(keys.demangledName)) demangled = json.text()
    else if (json.is(keys.lineno) || json.is(keys.startLine)) line = json.count()
    else if (json.is(keys.executionCount)) covered = json.hit()
    else if (json.is(keys.excluded)) excluded = json.flag() || excluded
    else json.skip()
  }
  return excluded ? undefined : { key: `${line} ${demangled || name}`, covered }
}
