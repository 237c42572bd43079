import { join } from 'node:path'
import { readInFormat } from '../../../../actions/coverage-gate/src/formats/detect-format.ts'
import { merged } from '../../../../actions/coverage-gate/src/model/coverage.ts'
import { fixtures, paths, read, readFile, totalsOf } from '../read.ts'

const json = JSON.stringify
const line = (line_number: number, count: number, more: object = {}): object => ({
  line_number,
  count,
  branches: [],
  ...more,
})
const taken = (...counts: number[]): object[] =>
  counts.map((count) => ({ count, fallthrough: false, throw: false }))
const gcovr = (...files: object[]): string => json({ 'gcovr/format_version': '0.15', files })
const file = (lines: object[], functions: object[] = [], name = 'a.c'): object => ({
  file: name,
  lines,
  functions,
})
const fileOf = ({ coverage }: ReturnType<typeof read>) => [...coverage.files()][0]

describe('gcovr JSON', () => {
  test.each<[string, string, Record<string, string>]>([
    [
      'a line of a template counts for each of its types, with its branches',
      gcovr(
        file([
          line(3, 1, { function_name: 'f<int>', branches: taken(1, 0) }),
          line(3, 0, { function_name: 'f<char>', branches: taken(0, 0) }),
        ]),
      ),
      { lines: '1/2', branches: '1/4' },
    ],
    [
      'what is excluded does not count',
      gcovr(
        file(
          [
            line(1, 1),
            line(2, 0, { 'gcovr/excluded': true, branches: taken(0, 0) }),
            line(3, 0, { 'gcovr/noncode': true }),
            line(4, 1, { branches: [{ count: 0, 'gcovr/excluded': true }, ...taken(1)] }),
          ],
          [
            { name: 'f', lineno: 1, execution_count: 1 },
            { name: 'g', lineno: 2, execution_count: 0, 'gcovr/excluded': true },
          ],
        ),
      ),
      { lines: '2/2', branches: '1/1', functions: '1/1' },
    ],
    [
      'a function on two lines is two',
      gcovr(
        file(
          [line(1, 1)],
          [
            { demangled_name: 'f()', lineno: 1, execution_count: 1 },
            { demangled_name: 'f()', lineno: 5, execution_count: 0 },
            { name: '_Z1gv', demangled_name: 'g()', lineno: 5 },
          ],
        ),
      ),
      { lines: '1/1', functions: '1/3' },
    ],
    [
      'a line of a function that is listed twice, by its blocks, as in versions 8.0 to 8.3',
      gcovr(
        file([
          line(1, 1, { function_name: 'f', block_ids: [2], branches: taken(1, 0) }),
          line(1, 0, { function_name: 'f', block_ids: [5], branches: taken(0, 0) }),
        ]),
      ),
      { lines: '1/2', branches: '1/4' },
    ],
    [
      'version 0.1 has its version behind the files, and no functions',
      json({
        files: [file([line(1, 1, { 'gcovr/noncode': false })], [])],
        'gcovr/format_version': '0.1',
      }),
      { lines: '1/1' },
    ],
    ['counts may be of any size', gcovr(file([line(1, 1e20)])), { lines: '1/1' }],
    ['no file', gcovr(), {}],
  ])('%s', (_, text, totals) => {
    expect(read(text)).toMatchObject({ format: 'gcovr', totals, remarks: [] })
  })

  test('its lines are each once where they are', () => {
    const one = readFile(join(fixtures, 'gcc/gcovr.json'))
    expect(fileOf(one)?.ranges('covered')).toEqual([
      { from: 3, to: 4 },
      { from: 7, to: 9 },
      { from: 12, to: 12 },
      { from: 20, to: 21 },
      { from: 25, to: 25 },
    ])
  })

  test('shards merge by function and branch', () => {
    const shard = (...counts: number[]): string =>
      gcovr(
        file(
          [line(1, counts[0] ?? 0, { function_name: 'f', branches: taken(...counts) })],
          [{ name: 'f', lineno: 1, execution_count: counts[0] }],
        ),
      )
    const other = gcovr(file([line(1, 1, { function_name: 'g', branches: taken(1, 0) })]))
    const [first, second, third] = [shard(1, 0), shard(0, 1), other].map((text) => read(text))
    if (!first || !second || !third) throw new Error('unread')
    expect(totalsOf(merged([first.coverage, second.coverage]))).toEqual({
      lines: '1/1',
      branches: '2/2',
      functions: '1/1',
    })
    expect(totalsOf(merged([second.coverage, third.coverage]))).toMatchObject({ branches: '2/4' })
  })

  test('the name of a file with two entries is one file, and its lines are those listed', () => {
    const twice = gcovr(file([line(1, 1), line(1, 0)]), file([line(1, 0), line(2, 0)]))
    expect(read(twice).totals).toEqual({ lines: '1/2' })
  })

  test.each<[string, string, RegExp]>([
    ['a line without a number', gcovr(file([{ count: 1, branches: [] }])), /without "line_number"/],
    ['a file without a name', gcovr({ lines: [], functions: [] }), /a file without a name/],
    ['words as counts', gcovr(file([line(1, 1, { count: 'yes' })])), /number of hits is expected/],
    ['a line below zero', gcovr(file([line(-1, 1)])), /has "-1" where/],
    [
      'words as flags',
      gcovr(file([line(1, 1, { 'gcovr/excluded': 'no' })])),
      /true or false is expected/,
    ],
    [
      'files in an object',
      json({ 'gcovr/format_version': '0.15', files: {} }),
      /an array is expected/,
    ],
  ])('is refused: %s', (_, text, message) => {
    expect(() => read(text)).toThrow(message)
  })
})

describe('The summary of gcovr', () => {
  const counts = (covered: number, total: number): object => ({
    line_covered: covered,
    line_total: total,
    line_percent: 99,
    branch_covered: 1,
    branch_total: 4,
    branch_percent: null,
    condition_total: 9,
    condition_covered: 9,
  })
  const summary = (all: object, ...files: object[]): string =>
    json({ root: '.', 'gcovr/summary_format_version': '0.6', files, ...all })

  test('counts of each file, without functions in older versions', () => {
    const files = [
      { filename: 'a.c', ...counts(1, 2) },
      { filename: 'b.c', ...counts(3, 3) },
    ]
    const one = read(summary({}, ...files))
    expect(one.totals).toEqual({ lines: '4/5', branches: '2/8' })
    expect([...one.coverage.measured]).toEqual(['lines', 'branches'])
    expect(paths(one)).toEqual(['a.c', 'b.c'])
  })

  test('totals that do not add up are said, and the files count', () => {
    const one = read(summary(counts(9, 9), { filename: 'a.c', ...counts(1, 2) }))
    expect(one.totals).toEqual({ lines: '1/2', branches: '1/4' })
    expect(one.remarks).toEqual([
      expect.stringMatching(/declares a total of 9 of 9 lines .* 1 of 2/),
    ])
  })

  test.each<[string, string, RegExp]>([
    [
      'more covered than there is',
      summary({}, { filename: 'a.c', ...counts(3, 2) }),
      /3 of 2 lines/,
    ],
    [
      'a total alone',
      summary({}, { filename: 'a.c', line_total: 2 }),
      /NaN of 2 lines covered in "a\.c"/,
    ],
    ['a file without a name', summary({}, counts(1, 2)), /a file without a name/],
  ])('is refused: %s', (_, text, message) => {
    expect(() => read(text)).toThrow(message)
  })
})

describe('gcov JSON', () => {
  const gcov = (...files: object[]): string =>
    json({ gcc_version: '12.2.0', files, format_version: '1' })

  test.each<[string, string, Record<string, string>]>([
    [
      'a line of a template counts once, its branches for each of its types',
      gcov(
        file([
          line(3, 1, { function_name: '_Z1fi', branches: taken(1, 0) }),
          line(3, 0, { function_name: '_Z1fc', branches: taken(0, 0) }),
        ]),
      ),
      { lines: '1/1', branches: '1/4' },
    ],
    [
      'files that come before the version',
      json({ files: [file([line(1, 1, { unexecuted_block: false })])], gcc_version: '9.3.0' }),
      { lines: '1/1' },
    ],
  ])('%s', (_, text, totals) => {
    expect(read(text)).toMatchObject({ format: 'gcov', totals, remarks: [] })
  })

  test('branches are measured if any is listed', () => {
    const measured = (text: string): string[] => [...read(text).coverage.measured].sort()
    expect(measured(gcov(file([line(1, 1)])))).toEqual(['functions', 'lines'])
    expect(measured(gcov(file([line(1, 1, { branches: taken(1) })])))).toContain('branches')
  })

  test('names are relative to the folder where the compiler ran', () => {
    const { sources } = readInFormat(join(fixtures, 'gcc/gcov.json'))
    expect(sources).toEqual(['/home/runner/work/app/app'])
  })

  test('object files that share a header merge', () => {
    const object = (count: number): string =>
      gcov(file([line(1, count, { branches: taken(count, 1 - count) })], [], 'a.h'))
    const [one, other] = [read(object(0)), read(object(1))]
    const totals = totalsOf(merged([one.coverage, other.coverage]))
    expect(totals).toEqual({ lines: '1/1', branches: '2/2' })
  })
})

test.each([
  ['gcovr.json', 'gcovr.info'],
  ['gcovr.json', 'gcovr-cobertura.xml'],
  ['gcovr.json', 'gcov.json'],
  ['gcov.json', 'lcov.info'],
])('%s and %s of one run count once: lines as both list them', (one, other) => {
  const [first, second] = [one, other].map((name) => {
    const { coverage } = readFile(join(fixtures, 'gcc', name))
    return coverage.renamed(() => ({ path: 'shop.cpp', module: '' }))
  })
  if (!first || !second) throw new Error('unread')
  const totals = { lines: '9/14', branches: '7/18', functions: '4/5' }
  expect(totalsOf(merged([first, second]))).toEqual(totals)
})

test('gcovr JSON and its summary of one run are what each of them is', () => {
  const [first, second] = ['gcovr.json', 'gcovr-summary.json'].map(
    (name) => readFile(join(fixtures, 'gcc', name)).coverage,
  )
  if (!first || !second) throw new Error('unread')
  expect(totalsOf(merged([first, second]))).toEqual({
    lines: '11/16',
    branches: '7/18',
    functions: '4/5',
  })
})
