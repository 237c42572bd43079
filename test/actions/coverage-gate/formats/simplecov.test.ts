import { paths, read } from '../read.ts'

const resultset = (...files: object[]): string =>
  JSON.stringify(
    Object.fromEntries(files.map((coverage, i) => [`rspec ${i}`, { coverage, timestamp: 1 }])),
  )
const condition = '[:if, 0, 3, 4, 7, 7]'

describe('A result set of SimpleCov', () => {
  test.each<[string, string, Record<string, string>]>([
    ['null is not to be covered', resultset({ 'a.rb': [1, null, 0] }), { lines: '1/2' }],
    ['lines below "lines"', resultset({ 'a.rb': { lines: [1, null, 0] } }), { lines: '1/2' }],
    [
      'commands merge line by line, also of different lengths',
      resultset({ 'a.rb': [null, 0, 0] }, { 'a.rb': { lines: [0, 3] } }),
      { lines: '1/3' },
    ],
    [
      'branches are told by type and place, not by id',
      resultset(
        {
          'a.rb': {
            lines: [1],
            branches: { [condition]: { '[:then, 1, 4, 6, 4, 9]': 0, '[:else, 2, 5, 6, 5, 9]': 0 } },
          },
        },
        {
          'a.rb': {
            lines: [1],
            branches: {
              '[:if, 9, 3, 4, 7, 7]': { '[:then, 8, 4, 6, 4, 9]': 2, '[:else, 7, 5, 6, 5, 9]': 0 },
            },
          },
        },
      ),
      { lines: '1/1', branches: '1/2' },
    ],
    [
      'methods, those of classes without a name too',
      resultset(
        {
          'a.rb': {
            lines: [],
            methods: { '[A, :b, 1, 2, 3, 4]': 0, '[#<Class:0x0001>, :b, 5, 2, 6, 4]': 1 },
          },
        },
        {
          'a.rb': {
            lines: [],
            methods: { '[A, :b, 1, 2, 3, 4]': 0, '[#<Class:0x0002>, :b, 5, 2, 6, 4]': 0 },
          },
        },
      ),
      { functions: '1/2' },
    ],
    ['an empty command', resultset({}, { 'a.rb': [1] }), { lines: '1/1' }],
  ])('%s', (_, text, totals) => {
    expect(read(text)).toMatchObject({ format: 'simplecov', totals })
  })

  test.each([
    ['words as hits', resultset({ 'a.rb': ['yes'] }), /neither a number, null nor "ignored"/],
    [
      'a branch without a place',
      resultset({ 'a.rb': { lines: [], branches: { x: {} } } }),
      /without a type and position/,
    ],
    ['a line that is a list', resultset({ 'a.rb': [[1]] }), /neither a number/],
  ])('is refused: %s', (_, text, message) => {
    expect(() => read(text)).toThrow(message)
  })
})

describe('coverage.json of simplecov-json', () => {
  const json = (coverage: unknown): string =>
    JSON.stringify({
      timestamp: 1,
      command_name: 'RSpec',
      files: [
        { filename: '/app/lib/a.rb', covered_percent: 50, coverage, covered_lines: 9 },
        { filename: '/app/lib/b.rb', covered_percent: 100, coverage: [null, 2] },
      ],
      metrics: { covered_percent: 99, covered_lines: 9, total_lines: 9 },
    })

  test.each([
    ['lines in a list', [1, null, 0]],
    ['lines below "lines"', { lines: [1, null, 0] }],
  ])('%s', (_, coverage) => {
    const one = read(json(coverage))
    expect(one).toMatchObject({ format: 'simplecov', totals: { lines: '2/3' } })
    expect(paths(one)).toEqual(['/app/lib/a.rb', '/app/lib/b.rb'])
  })

  test('coverage without a name is refused', () => {
    const text = '{"simplecov_version":"","files":[{"coverage":[1]}]}'
    expect(() => read(text)).toThrow(/the coverage of a file before its name/)
  })
})

test('coverage.json of the formatter: ignored lines and branches do not count', () => {
  const branch = (type: string, coverage: unknown, start_line = 4) => ({
    type,
    start_line,
    end_line: 4,
    coverage,
  })
  const text = JSON.stringify({
    meta: { simplecov_version: '1.0.0' },
    total: { lines: { covered: 9, total: 9 } },
    coverage: {
      '/home/runner/work/app/app/lib/a.rb': {
        lines: [1, null, 0, 'ignored'],
        branches: [
          branch('then', 1),
          branch('else', 0),
          branch('then', 0),
          branch('then', 'ignored', 9),
        ],
        lines_covered_percent: 50,
      },
    },
    groups: { Lib: { lines: { covered: 1 } } },
  })
  const one = read(text)
  expect(one).toMatchObject({ format: 'simplecov', totals: { lines: '1/2', branches: '1/3' } })
  expect(paths(one)).toEqual(['/home/runner/work/app/app/lib/a.rb'])
})
