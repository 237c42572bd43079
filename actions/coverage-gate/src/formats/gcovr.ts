import type { Coverage } from '../model/coverage.ts'
import { type JsonReader, jsonKey } from '../parse/json/reader.ts'
import type { Format } from './format.ts'
import { addGccFile, readGccFile } from './gcc-file.ts'
import { hasPath } from './head.ts'
import { jsonReport } from './open-report.ts'

/**
 * gcovr JSON (`gcovr --json`). gcovr counts a line of a template once per type, and the lines of a file are counted
 * the same way here.
 *
 * @see https://gcovr.com/en/stable/output/json.html
 */
export const gcovr: Format = {
  name: 'gcovr',
  title: 'gcovr JSON',
  recognizes: ({ json }) =>
    hasPath(json, 'gcovr/format_version') ||
    // In older versions the list of files comes first.
    (hasPath(json, 'files', '*', 'lines', '*', 'line_number') &&
      !hasPath(json, 'files', '*', 'lines', '*', 'unexecuted_block')),
  read: (file) => jsonReport(file, readReport),
}

const files = jsonKey('files')

function readReport(json: JsonReader, coverage: Coverage): string[] {
  coverage.measuring('lines', 'branches')
  json.object()
  while (json.key()) {
    if (json.is(files)) {
      json.array()
      while (json.element()) readFile(json, coverage)
    } else json.skip()
  }
  return []
}

function readFile(json: JsonReader, coverage: Coverage): void {
  const listed = readGccFile(json, coverage)
  const { file, lines } = listed
  const isNew = file.count('lines').total === 0
  addGccFile(listed, gcovr.name)
  const covered = lines.filter((line) => line.covered).length
  file.declare('lines', isNew ? { covered, total: lines.length } : 'listed')
}
