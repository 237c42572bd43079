import { merged } from '../../../../actions/coverage-gate/src/model/coverage.ts'
import { read, totalsOf } from '../read.ts'

const count = (covered: number, total: number): object => ({ count: total, covered, percent: 0 })
const report = (...files: object[]): string =>
  JSON.stringify({
    data: [{ files, totals: {} }],
    type: 'llvm.coverage.json.export',
    version: '2.0.1',
  })
const segments = (...rows: unknown[][]): string => report({ filename: 'a.c', segments: rows })

describe('An export of LLVM', () => {
  test.each<[string, string, string]>([
    [
      'lines between segments are those of the code that goes on',
      segments([1, 1, 5, true, true, false], [4, 2, 0, false, false, false]),
      '4/4',
    ],
    [
      'a line takes the most of what runs on it',
      segments(
        [1, 1, 0, true, true, false],
        [2, 5, 3, true, true, false],
        [2, 9, 0, true, false, false],
        [3, 2, 0, false, false, false],
      ),
      '1/3',
    ],
    [
      'a gap begins no code',
      segments(
        [1, 1, 1, true, true, false],
        [2, 1, 0, true, true, true],
        [3, 1, 0, false, false, false],
      ),
      '2/3',
    ],
    [
      'what the preprocessor skips is no code',
      segments(
        [1, 1, 1, true, true, false],
        [2, 1, 0, false, true, false],
        [4, 1, 1, true, false, false],
        [5, 2, 0, false, false, false],
      ),
      '2/2',
    ],
    ['flags of the first version are 1 and 0', segments([1, 1, 5, 1, 1], [2, 2, 0, 0, 0]), '2/2'],
    [
      'counts may be as large as they like',
      segments([1, 1, 9223372036854775807n.toString(), true, true, false]).replaceAll(
        /"(\d{9,})"/g,
        '$1',
      ),
      '1/1',
    ],
  ])('%s', (_, text, lines) => {
    expect(read(text)).toMatchObject({ format: 'llvm', totals: { lines } })
  })

  test('lines are counted as the file counts them, as long as nothing else tells of it', () => {
    const file = (covered: boolean): object => ({
      filename: 'a.swift',
      segments: [
        [1, 1, covered ? 1 : 0, true, true, false],
        [4, 2, 0, false, false, false],
      ],
      summary: { lines: count(5, 6) },
    })
    const one = read(report(file(true)))
    expect(one.totals).toEqual({ lines: '5/6' })
    expect([...one.coverage.files()][0]?.ranges('covered')).toEqual([{ from: 1, to: 4 }])
    const other = read(report(file(false))).coverage
    expect(totalsOf(merged([one.coverage, other]))).toEqual({ lines: '4/4' })
    expect(read(report(file(true), file(false))).totals).toEqual({ lines: '4/4' })
    const apart = read(report({ ...file(true), filename: 'b.swift' })).coverage
    expect(totalsOf(merged([one.coverage, apart]))).toEqual({ lines: '10/12' })
  })

  test('counts of a file are taken, instantiations are not functions', () => {
    const summary = {
      lines: count(1, 2),
      functions: count(1, 1),
      instantiations: count(3, 9),
      regions: count(2, 5),
      branches: count(1, 4),
      mcdc: count(0, 0),
    }
    expect(read(report({ filename: 'a.c', summary })).totals).toEqual({
      lines: '1/2',
      functions: '1/1',
      regions: '2/5',
      branches: '1/4',
    })
  })

  test.each<[string, string, RegExp]>([
    [
      'segments that go back',
      segments([5, 1, 1, true, true, false], [4, 1, 1, true, true, false]),
      /out of order/,
    ],
    ['a segment without flags', segments([5, 1, 1]), /a segment that is incomplete/],
    ['flags of words', segments([5, 1, 1, 'yes', true, false]), /where true or false is expected/],
    [
      'more covered than there is',
      report({ filename: 'a.c', summary: { lines: count(3, 2) } }),
      /3 of 2 lines/,
    ],
  ])('is refused: %s', (_, text, message) => {
    expect(() => read(text)).toThrow(message)
  })
})
