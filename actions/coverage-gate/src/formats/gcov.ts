import type { Coverage } from '../model/coverage.ts'
import { type JsonReader, jsonKey } from '../parse/json/reader.ts'
import type { Format, Report } from './format.ts'
import { addGccFile, readGccFile } from './gcc-file.ts'
import { hasPath } from './head.ts'
import { jsonReport } from './open-report.ts'

/**
 * Unpacked gcov JSON (`gcov --json-format`). It lists the sources of each object file, with names relative to the
 * folder where the compiler ran. It has no totals; those that gcov prints do not include the branches of templates,
 * which are listed nevertheless.
 *
 * @see https://gcc.gnu.org/onlinedocs/gcc/Invoking-Gcov.html
 */
export const gcov: Format = {
  name: 'gcov',
  title: 'gcov JSON',
  advice: { branches: 'gcov lists them with --branch-probabilities' },
  recognizes: ({ json }) =>
    hasPath(json, 'gcc_version') || hasPath(json, 'files', '*', 'lines', '*', 'unexecuted_block'),
  read,
}

const keys = {
  files: jsonKey('files'),
  folder: jsonKey('current_working_directory'),
}

function read(file: string): Report {
  const sources: string[] = []
  const report = jsonReport(file, (json, coverage) => {
    readObject(json, coverage, sources)
    return []
  })
  return { ...report, sources }
}

function readObject(json: JsonReader, coverage: Coverage, sources: string[]): void {
  coverage.measuring('lines')
  json.object()
  while (json.key()) {
    if (json.is(keys.folder)) sources.push(json.text())
    else if (json.is(keys.files)) {
      json.array()
      while (json.element()) readFile(json, coverage)
    } else json.skip()
  }
}

/** Without `--branch-probabilities`, every line has an empty list of branches. */
function readFile(json: JsonReader, coverage: Coverage): void {
  const listed = readGccFile(json, coverage)
  if (listed.lines.some(({ branches }) => branches.length > 0)) coverage.measured.add('branches')
  addGccFile(listed, gcov.name)
}
