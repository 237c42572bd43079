import type { Coverage } from '../model/coverage.ts'
import { type JsonReader, jsonKey } from '../parse/json/reader.ts'
import type { Format } from './format.ts'
import { hasPath } from './head.ts'
import { readCoverageMap } from './istanbul-final.ts'
import { jsonReport } from './open-report.ts'

/**
 * The results of a run of Jest or Vitest (`--json`, `--reporter=json`), which contain `coverage-final.json` as
 * `coverageMap`, after the results of all tests.
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
  return json.fail('contains test results, but no "coverageMap"; run the tests with --coverage')
}
