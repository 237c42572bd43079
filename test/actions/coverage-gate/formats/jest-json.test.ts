import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { merged } from '../../../../actions/coverage-gate/src/model/coverage.ts'
import { fixtures, read, readFile, totalsOf } from '../read.ts'

const results = JSON.parse(readFileSync(join(fixtures, 'jest/results.json'), 'utf8'))

describe('The results of Jest', () => {
  test('have coverage-final.json in them, behind however many tests', () => {
    const testResults = Array(1_000).fill(results.testResults[0])
    const { format, totals, coverage } = read(JSON.stringify({ ...results, testResults }))
    const final = readFile(join(fixtures, 'jest/coverage-final.json'))
    expect(format).toBe('jest-json')
    expect(totals).toEqual(final.totals)
    expect(totalsOf(merged([coverage, final.coverage]))).toEqual(final.totals)
  })

  test.each([undefined, null])('without coverage, which is %s, are refused', (coverageMap) => {
    expect(() => read(JSON.stringify({ ...results, coverageMap }))).toThrow(
      /contains test results, but no "coverageMap"; run the tests with --coverage/,
    )
  })
})
