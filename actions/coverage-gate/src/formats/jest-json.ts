import type { Coverage } from '../model/coverage.ts'
import { type JsonReader, jsonKey } from '../parse/json/reader.ts'
import type { Format } from './format.ts'
import { hasPath } from './head.ts'
import { readCoverageMap } from './istanbul-final.ts'
import { jsonReport } from './open-report.ts'

/**
 * The results of a run of Jest or Vitest (`--json`, `--reporter=json`), which have `coverage-final.json` in
 * them, as `coverageMap`, behind the results of all tests.
 *
 * @see https://github.com/jestjs/jest/blob/main/packages/jest-test-result/src/types.ts
 */
export const jestJson: Format = {
  name: 'jest-json',
  title: 'Jest JSON',
  recognizes: ({ json }) => hasPath(json, 'numTotalTests') || hasPath(json, 'coverageMap'),
  read: (file) => jsonReport(file, readResults),
}

const coverageMap = jsonKey('coverageMap')

function readResults(json: JsonReader, coverage: Coverage): string[] {
  let isMeasured = false
  json.object()
  while (json.key()) {
    if (json.is(coverageMap) && json.kind() === '{') {
      isMeasured = true
      readCoverageMap(json, coverage)
    } else json.skip()
  }
  if (isMeasured) return []
  return json.fail('has the results of tests, but no "coverageMap"; run them with --coverage')
}
