import type { Coverage } from '../model/coverage.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import { type JsonReader, jsonKey } from '../parse/json/reader.ts'
import { namedFile } from '../reports/named-file.ts'
import type { Format } from './format.ts'
import { type JsonOutline, valuesAt } from './head.ts'
import { jsonReport } from './open-report.ts'

/**
 * Codecov's custom JSON, which many tools write (`cargo llvm-cov --codecov`, monocart, hpc-codecov). The lines of a
 * file are a map by number, or a list that starts with null for the nonexistent line 0. A line has its hits, or
 * `"1/2"` or `true` if it is partially covered; null and `false` are not executable.
 *
 * The two numbers of `"1/2"` do not add up to branches: cargo-llvm-cov counts regions, and other tools write them only
 * on lines where something is missed.
 *
 * @see https://docs.codecov.com/docs/codecov-custom-coverage-format
 * @see https://github.com/codecov/shared/blob/main/shared/utils/merge.py
 */
export const codecov: Format = {
  name: 'codecov',
  title: 'Codecov JSON',
  advice: {
    branches: 'Codecov JSON contains them only for some lines; use lcov from the same tool',
    functions: 'Codecov JSON does not contain them; use lcov from the same tool',
  },
  recognizes: ({ json }) => valuesAt(json, 'coverage').some(isFiles),
  read: (file) => jsonReport(file, readRoot),
}

function isFiles(json: JsonOutline): boolean {
  return json instanceof Map && (json.size === 0 || json.values().some(isLines))
}

/** A list that starts differently may be SimpleCov's, which starts with line 1. */
function isLines(json: JsonOutline): boolean {
  if (Array.isArray(json)) return json[0] === null
  return json instanceof Map && (json.size === 0 || json.keys().some((key) => /^\d+$/.test(key)))
}

const keys = { coverage: jsonKey('coverage') }

function readRoot(json: JsonReader, coverage: Coverage): string[] {
  coverage.measuring('lines')
  json.object()
  while (json.key()) {
    if (json.is(keys.coverage)) readFiles(json, coverage)
    else json.skip()
  }
  return []
}

function readFiles(json: JsonReader, coverage: Coverage): void {
  json.object()
  while (json.key()) {
    const file = namedFile(coverage, json.name())
    if (json.kind() === '[') readList(json, file)
    else readMap(json, file)
  }
}

function readList(json: JsonReader, file: SourceFile): void {
  let line = 0
  json.array()
  while (json.element()) {
    if (line === 0 && json.kind() !== 'n') {
      json.fail('has a list of lines that does not start with null for line 0')
    }
    readLine(json, file, line++)
  }
}

/** Codecov skips a line 0, too. */
function readMap(json: JsonReader, file: SourceFile): void {
  json.object()
  while (json.key()) {
    const line = json.index()
    if (line < 0) json.fail('has a line whose key is not a number')
    if (line === 0) json.skip()
    else readLine(json, file, line)
  }
}

function readLine(json: JsonReader, file: SourceFile, line: number): void {
  const kind = json.kind()
  if (kind === 'n' || kind === 'f') json.skip()
  else if (kind === 't') file.line(line, json.flag())
  else if (kind === '"') file.line(line, readText(json))
  else file.line(line, json.hit())
}

/** Parses `"1/2"`, or hits as a string; returns whether any of it is covered. */
function readText(json: JsonReader): boolean {
  const [, covered, total] = /^(\d+)(?:\/(\d+))?$/.exec(json.text()) ?? []
  if (covered === undefined || Number(covered) > Number(total ?? Number.POSITIVE_INFINITY)) {
    return json.fail('has a line that is neither a number, null, a boolean nor like "1/2"')
  }
  return /[1-9]/.test(covered)
}
