import { join } from 'node:path'
import { formats } from '../../../actions/coverage-gate/src/formats/detect-format.ts'
import { readContract } from '../../../scripts/actions.ts'
import { fixtures, readFile, reportFixtures } from './read.ts'

const istanbul = { lines: '16/18', branches: '10/17', functions: '4/6', statements: '17/24' }
const { statements: _, ...tracefile } = istanbul
const c8 = { lines: '26/29', branches: '9/13', functions: '4/6', statements: '26/29' }
const { statements: __, ...c8Tracefile } = c8

test.each<[string, string, Record<string, string>, RegExp[]]>([
  ['jest/coverage-final.json', 'istanbul-final', istanbul, []],
  ['jest/coverage-summary.json', 'istanbul-summary', istanbul, []],
  ['jest/lcov.info', 'lcov', tracefile, []],
  ['nyc/coverage-final.json', 'istanbul-final', istanbul, []],
  ['nyc/coverage-summary.json', 'istanbul-summary', istanbul, []],
  ['nyc/lcov.info', 'lcov', tracefile, []],
  ['vitest/coverage-final.json', 'istanbul-final', istanbul, []],
  ['vitest/coverage-summary.json', 'istanbul-summary', istanbul, []],
  ['vitest/lcov.info', 'lcov', tracefile, []],
  ['c8/coverage-final.json', 'istanbul-final', c8, []],
  ['c8/coverage-summary.json', 'istanbul-summary', c8, []],
  ['c8/lcov.info', 'lcov', c8Tracefile, []],
  ['pytest-cov/branch.json', 'coverage-py', { lines: '17/19', branches: '6/8' }, []],
  ['pytest-cov/lines.json', 'coverage-py', { lines: '17/19' }, []],
  ['pytest-cov/branch.lcov', 'lcov', { lines: '17/19', branches: '6/8', functions: '4/4' }, []],
  ['go/set.out', 'go', { lines: '14/18', statements: '10/13' }, []],
  ['go/coverpkg.out', 'go', { lines: '14/18', statements: '10/13' }, []],
  // Lines leave out the arms on lines without a statement, so that branches are those of the metrics.
  ['jest/clover.xml', 'clover', tracefile, []],
  ['nyc/clover.xml', 'clover', tracefile, []],
  ['vitest/clover.xml', 'clover', tracefile, []],
  ['c8/clover.xml', 'clover', c8Tracefile, []],
  [
    'c8/cobertura-coverage.xml',
    'cobertura',
    { lines: '26/29', branches: '9/13', functions: '4/6' },
    [],
  ],
  [
    'gcc/gcovr-cobertura.xml',
    'cobertura',
    { lines: '9/14', branches: '6/16', functions: '4/5' },
    [/declares a total of 11 of 16 lines/, /declares a total of 7 of 18 branches/],
  ],
  ['gcc/gcovr-clover.xml', 'clover', { lines: '9/14', statements: '11/16' }, []],
  ['phpunit/clover.xml', 'clover', { lines: '6/11', functions: '0/3', statements: '6/11' }, []],
  ['phpunit/cobertura.xml', 'cobertura', { lines: '6/11', functions: '2/3' }, []],
  ['simplecov/resultset.json', 'simplecov', { lines: '11/16', branches: '3/8' }, []],
  ['gcc/lcov.info', 'lcov', { lines: '9/14', branches: '7/16', functions: '4/5' }, []],
  // lcov 2 counts the two types of a template as one function in FNF, and as two in its summary.
  ['gcc/lcov2.info', 'lcov', { lines: '9/14', branches: '7/16', functions: '3/4' }, []],
  [
    'cargo-llvm-cov/llvm-summary.json',
    'llvm',
    { lines: '13/16', functions: '3/3', regions: '18/22' },
    [],
  ],
  ['cargo-llvm-cov/llvm.json', 'llvm', { lines: '13/16', functions: '3/3', regions: '18/22' }, []],
  [
    'cargo-llvm-cov/lcov.info',
    'lcov',
    { lines: '14/16', functions: '4/4' },
    [/declares a total of 13 of 16 lines/, /declares a total of 3 of 3 functions/],
  ],
  ['cargo-llvm-cov/cobertura.xml', 'cobertura', { lines: '14/16', functions: '4/4' }, []],
  ['gcc/checksum.info', 'lcov', { lines: '9/14', functions: '4/5' }, []],
  // gcovr counts the lines of a template for each of its types.
  ['gcc/gcovr.json', 'gcovr', { lines: '11/16', branches: '7/18', functions: '4/5' }, []],
  [
    'jacoco/core.csv',
    'jacoco-csv',
    { lines: '11/12', branches: '2/4', functions: '7/9', instructions: '58/67' },
    [/lines shared by several classes/],
  ],
  // Crafted: scoverage counts statements, and those that are arms of branches.
  ['crafted/scoverage.xml', 'scoverage', { lines: '4/5', branches: '2/4', statements: '4/7' }, []],
  // gcovr merges the branches of a template here.
  ['gcc/coveralls.json', 'coveralls', { lines: '9/14', branches: '7/16' }, []],
  // gcov prints 14 branches, without those of the template.
  ['gcc/gcov.json', 'gcov', { lines: '9/14', branches: '7/18', functions: '4/5' }, []],
  [
    'gcc/gcovr-summary.json',
    'gcovr-summary',
    { lines: '11/16', branches: '7/18', functions: '4/5' },
    [],
  ],
  [
    'gcc/gcovr.info',
    'lcov',
    { lines: '9/14', branches: '7/16', functions: '4/5' },
    [/declares a total of 11 of 16 lines .* add up to 9 of 14/],
  ],
  [
    'clang/llvm.json',
    'llvm',
    { lines: '12/18', branches: '6/16', functions: '3/4', regions: '16/25' },
    [],
  ],
  [
    'clang/llvm-summary.json',
    'llvm',
    { lines: '12/18', branches: '6/16', functions: '3/4', regions: '16/25' },
    [],
  ],
  // LLVM counts templates once in its totals, but lists the branches and functions of each.
  [
    'clang/llvm.info',
    'lcov',
    { lines: '12/18', branches: '7/18', functions: '4/5' },
    [/declares a total of 6 of 16 branches/, /declares a total of 3 of 4 functions/],
  ],
  ['gcc/gcovr-sonarqube.xml', 'sonarqube', { lines: '9/14', branches: '6/16' }, []],
  ['cargo-llvm-cov/codecov.json', 'codecov', { lines: '14/16' }, []],
  // Of 7 lines that monocart calls uncovered, 4 are covered in part.
  ['monocart/codecov.json', 'codecov', { lines: '25/28' }, []],
  ['jest/results.json', 'jest-json', istanbul, []],
  ['coverlet/merge-with.json', 'coverlet', { lines: '8/12', functions: '2/3' }, []],
  [
    'crafted/coverlet-branches.json',
    'coverlet',
    { lines: '6/8', branches: '3/6', functions: '2/3' },
    [],
  ],
  [
    'dotnet-coverage/csharp.xml',
    'dotnet-coverage',
    { lines: '162/261', functions: '41/84' },
    [/declares a total of 167 of 277 lines/],
  ],
  [
    'dotnet-coverage/fsharp.xml',
    'dotnet-coverage',
    { lines: '30/43', functions: '14/26' },
    [/declares a total of 36 of 59 lines/],
  ],
  [
    'crafted/opencover.xml',
    'opencover',
    { lines: '4/5', branches: '1/2', functions: '1/2', statements: '2/3' },
    [],
  ],
  ['crafted/xccov-report.json', 'xccov', { lines: '11/16', functions: '3/4' }, []],
  ['crafted/xccov-archive.json', 'xccov', { lines: '4/6' }, []],
  // It counts the lines of the first type of a generic function; its segments know those of all.
  ['rust/llvm.json', 'llvm', { lines: '13/16', functions: '3/3', regions: '18/22' }, []],
  [
    'rust/llvm.info',
    'lcov',
    { lines: '14/16', functions: '4/4' },
    [/declares a total of 13 of 16 lines/, /declares a total of 3 of 3 functions/],
  ],
])('%s is found to be %s and gives the totals of its tool', (file, format, totals, said) => {
  const read = readFile(join(fixtures, file))
  expect(read.format).toBe(format)
  expect(read.totals).toEqual(totals)
  expect(read.remarks).toHaveLength(said.length)
  for (const [i, remark] of said.entries()) expect(read.remarks[i]).toMatch(remark)
})

describe('Every format', () => {
  const names = formats.map(({ name }) => name)

  test('has a report among the fixtures', () => {
    const found = reportFixtures.map((path) => readFile(join(fixtures, path)).format)
    expect(new Set(found)).toEqual(new Set(names))
  })

  test('is named under "reports" in action.yml', () => {
    const { inputs } = readContract('coverage-gate')
    const [, listed = ''] = /Formats: ([^.]+)\./.exec(inputs.reports?.description ?? '') ?? []
    expect(listed.split(/,\s*/).sort()).toEqual(names.toSorted())
  })
})
