import { quote } from '@ci-actions/kit'
import { Coverage } from '../model/coverage.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import type { V8Shard } from '../model/v8-blocks.ts'
import { type JsonReader, jsonKey } from '../parse/json/reader.ts'
import { namedFile } from '../reports/named-file.ts'
import type { Format } from './format.ts'
import { hasPath, type JsonOutline, membersOf } from './head.ts'
import { IstanbulMap } from './istanbul-map.ts'
import { jsonReport } from './open-report.ts'

/**
 * `coverage-final.json` of Istanbul (Jest, Vitest, nyc, c8): positions and hits of the statements, functions and
 * branches of each file. Ids differ between runs, so positions identify them. A line is covered if a statement that
 * starts on it is.
 *
 * @see https://github.com/istanbuljs/istanbuljs/blob/main/packages/istanbul-lib-coverage/lib/file-coverage.js
 */
export const istanbulFinal: Format = {
  name: 'istanbul-final',
  title: 'Istanbul coverage-final.json',
  recognizes: ({ json }) =>
    ['statementMap', 'fnMap', 'branchMap'].some(
      (key) => hasPath(json, '*', key) || hasPath(json, '*', 'data', key),
    ) || isCutOff(json),
  read: (file) => jsonReport(file, readCoverageMap),
}

/** Whether the first file continues after the head, so that only its path is known. */
function isCutOff(json: JsonOutline | undefined): boolean {
  const [first] = membersOf(json ?? null)
  return first !== undefined && hasPath(first[1], 'path')
}

const keys = {
  path: jsonKey('path'),
  all: jsonKey('all'),
  data: jsonKey('data'),
  statementMap: jsonKey('statementMap'),
  fnMap: jsonKey('fnMap'),
  branchMap: jsonKey('branchMap'),
  s: jsonKey('s'),
  f: jsonKey('f'),
  b: jsonKey('b'),
  loc: jsonKey('loc'),
  decl: jsonKey('decl'),
  line: jsonKey('line'),
  type: jsonKey('type'),
  locations: jsonKey('locations'),
  start: jsonKey('start'),
  end: jsonKey('end'),
  column: jsonKey('column'),
}

/** The current file; reused for the next one to save memory. */
interface Entry {
  name: string
  /** Whether no test loaded the file, so that the tool only listed it. */
  notExecuted: boolean
  readonly statements: IstanbulMap
  readonly functions: IstanbulMap
  readonly branches: IstanbulMap
}

/** Reads `{"<path>": {"statementMap": …}}`, which may be a whole report or part of one. */
export function readCoverageMap(json: JsonReader, coverage: Coverage): string[] {
  coverage.measuring('lines', 'branches', 'functions', 'statements')
  const listed = new Coverage()
  const entry: Entry = {
    name: '',
    notExecuted: false,
    statements: new IstanbulMap(),
    functions: new IstanbulMap(),
    branches: new IstanbulMap(),
  }
  json.object()
  while (json.key()) {
    entry.name = json.name()
    entry.notExecuted = false
    for (const table of [entry.statements, entry.functions, entry.branches]) table.clear()
    readEntry(json, entry)
    const file = namedFile(entry.notExecuted ? listed : coverage, entry.name)
    file.notExecuted = entry.notExecuted
    addEntry(json, entry, file)
  }
  coverage.merge(listed)
  return []
}

function readEntry(json: JsonReader, entry: Entry): void {
  json.object()
  while (json.key()) {
    if (json.is(keys.statementMap)) readPlaces(json, entry.statements)
    else if (json.is(keys.s)) readHits(json, entry.statements)
    else if (json.is(keys.fnMap)) readDetails(json, entry.functions)
    else if (json.is(keys.f)) readHits(json, entry.functions)
    else if (json.is(keys.branchMap)) readDetails(json, entry.branches)
    else if (json.is(keys.b)) readArms(json, entry.branches)
    else if (json.is(keys.data)) readEntry(json, entry)
    else if (json.is(keys.path)) entry.name = json.text()
    else if (json.is(keys.all)) entry.notExecuted = json.flag()
    else json.skip()
  }
}

function readPlaces(json: JsonReader, table: IstanbulMap): void {
  json.object()
  while (json.key()) {
    const slot = table.slotOf(json)
    readPlace(json)
    table.setPlace(slot, place)
  }
}

/** Reads the positions of functions or branches: `loc`, or the next best field. */
function readDetails(json: JsonReader, table: IstanbulMap): void {
  json.object()
  while (json.key()) {
    const slot = table.slotOf(json)
    let rank = 0
    let plainLine = 0
    json.object()
    while (json.key()) {
      if (json.is(keys.loc)) {
        readPlace(json)
        table.setPlace(slot, place)
        rank = 3
      } else if (rank < 2 && json.is(keys.decl)) {
        readPlace(json)
        table.setPlace(slot, place)
        rank = 2
      } else if (rank < 2 && json.is(keys.locations)) {
        if (readFirstPlace(json)) {
          table.setPlace(slot, place)
          rank = 1
        }
      } else if (json.is(keys.type) && json.kind() === '"') {
        if (json.takes(blockType, place)) table.setBlock(slot)
        else json.skip()
      } else if (json.is(keys.line) && json.kind() === '0') plainLine = json.count()
      else json.skip()
    }
    if (rank === 0) table.setPlace(slot, [plainLine, 0, plainLine, 0])
  }
}

function readFirstPlace(json: JsonReader): boolean {
  let first = true
  json.array()
  while (json.element()) {
    if (first && json.kind() === '{') {
      readPlace(json)
      first = false
    } else json.skip()
  }
  return !first
}

/** The place read last: line and column of its start, then of its end. Reused for all places. */
const place = new Int32Array(4)
/** The type of all blocks of V8. */
const blockType = jsonKey('"branch"')
const usualPlace = jsonKey('{"start":{"line":0,"column":0},"end":{"line":0,"column":0}}')

/** Unknown parts of a place are null or absent. */
function readPlace(json: JsonReader): void {
  if (json.takes(usualPlace, place)) return
  place.fill(0)
  json.object()
  while (json.key()) {
    if (json.is(keys.start)) readPoint(json, 0)
    else if (json.is(keys.end)) readPoint(json, 2)
    else json.skip()
  }
}

function readPoint(json: JsonReader, at: number): void {
  json.object()
  while (json.key()) {
    if (json.is(keys.line)) place[at] = readOrdinal(json, 0)
    // Blocks of V8 may begin before the first column.
    else if (json.is(keys.column)) place[at + 1] = readOrdinal(json, -1)
    else json.skip()
  }
}

/** Reads a line or column number; null, for an unknown one, becomes 0. */
function readOrdinal(json: JsonReader, least: number): number {
  if (json.kind() === '0') return json.ordinal(least)
  json.skip()
  return 0
}

function readHits(json: JsonReader, table: IstanbulMap): void {
  json.object()
  while (json.key()) {
    const slot = table.slotOf(json)
    table.setHit(slot, readHit(json))
  }
}

/** Reads a count; null stands for a count that is not finite. */
function readHit(json: JsonReader): boolean {
  if (json.kind() !== 'n') return json.hit()
  json.skip()
  return false
}

function readArms(json: JsonReader, table: IstanbulMap): void {
  json.object()
  while (json.key()) {
    const slot = table.slotOf(json)
    let arm = 0
    json.array()
    while (json.element()) table.setArm(slot, arm++, readHit(json))
    table.setHit(slot, false)
  }
}

/** Adds the data of a file. Every place needs a count, and vice versa. */
function addEntry(json: JsonReader, entry: Entry, file: SourceFile): void {
  const { statements, functions, branches } = entry
  for (const [kind, table] of [
    ['statement', statements],
    ['function', functions],
    ['branch', branches],
  ] as const) {
    const problem = table.incomplete()
    if (problem)
      json.fail(
        `has ${problem} for a ${kind} of ${quote(entry.name)}; each must have one place and one count`,
      )
  }
  statements.forEach((line, column, endLine, endColumn, covered) => {
    if (line === 0) json.fail(`has a statement without a line in ${quote(entry.name)}`)
    file.statement(line, column, endLine, endColumn, covered)
    file.line(line, covered)
  })
  functions.forEach((line, column, endLine, endColumn, covered) => {
    file.function(`${line}:${column}-${endLine}:${endColumn}`, covered, istanbulFinal.name)
  })
  if (branches.isOfV8) file.v8Blocks(shardOf(entry))
  else {
    branches.forEachArm((line, column, endLine, endColumn, covered, arm) => {
      file.branchAt(line, column, endLine, endColumn, arm, covered, istanbulFinal.name)
    })
  }
}

/** Returns the V8 data of a file: its blocks, and the lines whose statements did not run. */
function shardOf({ statements, functions, branches }: Entry): V8Shard {
  const missed = new Set<number>()
  const covered = new Set<number>()
  statements.forEach((line, _, __, ___, isCovered) => {
    if (isCovered) covered.add(line)
    else missed.add(line)
  })
  return {
    branches: branches.blocks(),
    functions: functions.blocks(),
    missedLines: Int32Array.from(missed.difference(covered)).sort(),
  }
}
