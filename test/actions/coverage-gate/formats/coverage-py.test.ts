import { type Coverage, merged } from '../../../../actions/coverage-gate/src/model/coverage.ts'
import { paths, read } from '../read.ts'

const summary = (covered: number, total: number, more: object = {}): object => ({
  covered_lines: covered,
  num_statements: total,
  percent_covered: 99.9,
  ...more,
})
const report = (files: object, totals: object = {}): string =>
  JSON.stringify({
    meta: { format: 3, version: '7.17.3', branch_coverage: true },
    files,
    totals: summary(0, 0, totals),
  })
const branches = { num_branches: 2, covered_branches: 1, num_partial_branches: 1 }

describe('A JSON report of coverage.py', () => {
  test('lines and branches are counted apart; the percentage mixes them', () => {
    const file = {
      executed_lines: [1, 2],
      missing_lines: [4],
      summary: summary(2, 3, branches),
      executed_branches: [[1, 2]],
      missing_branches: [[1, -1]],
    }
    const { totals, coverage } = read(report({ 'shop\\price.py': file }))
    expect(totals).toEqual({ lines: '2/3', branches: '1/2' })
    const [only] = coverage.files()
    expect(only?.path).toBe('shop/price.py')
    expect([1, 3, 4].map((line) => only?.stateOf(line))).toEqual([true, undefined, false])
  })

  test('docstrings and excluded lines are listed as executed, but do not count', () => {
    const file = {
      executed_lines: [1, 3, 4, 9],
      missing_lines: [5],
      excluded_lines: [9],
      summary: summary(2, 3),
    }
    const { totals, remarks, coverage } = read(report({ 'a.py': file }))
    expect(totals).toEqual({ lines: '2/3' })
    expect(remarks.join()).not.toMatch(/more or fewer/)
    const [only] = coverage.files()
    expect([3, 5, 9].map((line) => only?.stateOf(line))).toEqual([true, false, undefined])
  })

  test('shards in which another part ran merge without the docstrings', () => {
    const shard = (executed: number[], missing: number[], covered: number): Coverage =>
      read(
        report({
          'a.py': {
            executed_lines: executed,
            missing_lines: missing,
            summary: summary(covered, 4),
          },
        }),
      ).coverage
    const both = merged([
      shard([1, 3, 4], [5, 6], 2),
      shard([], [3, 4, 5, 6], 0),
      shard([1, 3, 5], [4, 6], 2),
    ])
    expect(both.totals().lines).toEqual({ covered: 3, total: 4 })
  })

  test('the counts stand where the lists cannot be', () => {
    const file = { executed_lines: [1], missing_lines: [4], summary: summary(2, 3) }
    const { totals, remarks } = read(report({ 'a.py': file }))
    expect(totals).toEqual({ lines: '2/3' })
    expect(remarks.join('\n')).toMatch(
      /lists a different number of lines or branches than it counts in 1 files/,
    )
  })

  test('a file without statements is 0 of 0', () => {
    const empty = { executed_lines: [], missing_lines: [], summary: summary(0, 0) }
    const one = read(report({ 'a.py': empty }))
    expect(one.totals).toEqual({})
    expect(paths(one)).toEqual(['a.py'])
  })

  test.each<[string, object, RegExp]>([
    [
      'more covered than there is',
      { executed_lines: [], missing_lines: [], summary: summary(3, 2) },
      /3 of 2 lines/,
    ],
    ['no summary', { executed_lines: [1], missing_lines: [] }, /no summary of "a.py"/],
    [
      'fractions',
      { summary: summary(0.5, 2), missing_lines: [] },
      /has "0.5" where a whole number/,
    ],
    ['negative lines', { executed_lines: [-1], summary: summary(1, 1) }, /from 0 to 2\^31/],
    [
      'a branch to nowhere',
      { executed_branches: [[1]], missing_lines: [], summary: summary(1, 1) },
      /a branch that is not from/,
    ],
  ])('is refused: %s', (_, file, message) => {
    expect(() => read(report({ 'a.py': file }))).toThrow(message)
  })
})
