import type { Coverage } from '../model/coverage.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import { type JsonReader, jsonKey } from '../parse/json/reader.ts'
import { namedFile } from '../reports/named-file.ts'
import type { Format } from './format.ts'
import { hasPath } from './head.ts'
import { jsonReport } from './open-report.ts'
import { addBranchPoint, openCover } from './opencover.ts'

/**
 * The default JSON of coverlet: modules, files, classes, methods, and the lines and branches of each method. They are
 * identified as in the OpenCover XML of coverlet. A method without lines does not count, as in coverlet.
 *
 * @see https://github.com/coverlet-coverage/coverlet/blob/master/src/coverlet.core/CoverageResult.cs
 * @see https://github.com/coverlet-coverage/coverlet/blob/master/src/coverlet.core/CoverageSummary.cs
 */
export const coverlet: Format = {
  name: 'coverlet',
  title: 'coverlet JSON',
  advice: { statements: 'coverlet lists lines; in its OpenCover report they are also statements' },
  recognizes: ({ json }) => hasPath(json, '*', '*', '*', '*', 'Lines'),
  read: (file) => jsonReport(file, readModules),
}

const keys = {
  lines: jsonKey('Lines'),
  branches: jsonKey('Branches'),
  line: jsonKey('Line'),
  offset: jsonKey('Offset'),
  path: jsonKey('Path'),
  hits: jsonKey('Hits'),
}

function readModules(json: JsonReader, coverage: Coverage): string[] {
  coverage.measuring('lines', 'branches', 'functions')
  json.object()
  while (json.key()) {
    json.object()
    while (json.key()) {
      const file = namedFile(coverage, json.name())
      json.object()
      while (json.key()) {
        json.object()
        while (json.key()) readMethod(json, file, json.name())
      }
    }
  }
  return []
}

function readMethod(json: JsonReader, file: SourceFile, method: string): void {
  json.object()
  while (json.key()) {
    if (json.is(keys.lines)) {
      const covered = readLines(json, file)
      if (covered !== undefined) file.function(method, covered, openCover.name)
    } else if (json.is(keys.branches)) readBranches(json, file, method)
    else json.skip()
  }
}

/** Reads `{"10": 1, "11": 0}`; returns whether any line is covered, undefined if there are none. */
function readLines(json: JsonReader, file: SourceFile): boolean | undefined {
  let isAnyCovered: boolean | undefined
  json.object()
  while (json.key()) {
    const line = json.index()
    if (line < 0) json.fail('has a line whose key is not a number')
    const covered = json.hit()
    file.line(line, covered)
    isAnyCovered = covered || isAnyCovered === true
  }
  return isAnyCovered
}

function readBranches(json: JsonReader, file: SourceFile, method: string): void {
  json.array()
  while (json.element()) {
    const branch = { line: 0, offset: 0, path: 0, covered: false }
    json.object()
    while (json.key()) {
      if (json.is(keys.line)) branch.line = json.count()
      else if (json.is(keys.offset)) branch.offset = json.count()
      else if (json.is(keys.path)) branch.path = json.count()
      else if (json.is(keys.hits)) branch.covered = json.hit()
      else json.skip()
    }
    addBranchPoint(file, method, branch)
  }
}
