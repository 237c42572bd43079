import { Coverage, merged } from '../../../../actions/coverage-gate/src/model/coverage.ts'
import type { SourceFile } from '../../../../actions/coverage-gate/src/model/file-coverage.ts'
import { seeded } from '../../../support/random.ts'
import { paths, totalsOf } from '../read.ts'

const coverageOf = (tell: (file: SourceFile) => void, path = 'a'): Coverage => {
  const coverage = new Coverage()
  tell(coverage.file(path))
  return coverage
}

const of = (...tells: ((file: SourceFile) => void)[]) =>
  totalsOf(merged(tells.map((tell) => coverageOf(tell))))

test.each<[string, ((file: SourceFile) => void)[], Record<string, string>]>([
  [
    'a line is covered if any report says so',
    [(file) => file.line(7, false), (file) => file.line(7, true), (file) => file.line(900, false)],
    { lines: '1/2' },
  ],
  [
    'of two shares of a line the better counts',
    [(file) => file.branches(1, 1, 2), (file) => file.branches(1, 2, 2)],
    { branches: '2/2' },
  ],
  [
    'a line may turn out to have more than two branches',
    [
      (file) => file.branches(1, 2, 2),
      (file) => file.branches(1, 1, 3),
      (file) => file.branches(1, 1, 2),
    ],
    { branches: '2/3' },
  ],
  [
    'a line of 100,000 branches',
    [(file) => file.branches(1, 70_000, 100_000), (file) => file.branches(1, 80_000, 100_000)],
    { branches: '80000/100000' },
  ],
  [
    'arms are told apart',
    [
      (file) => {
        for (const arm of [0, 1, 2, 40]) file.branch(3, 0, arm, arm === 1, 'lcov')
      },
      (file) => {
        for (const arm of [1, 40]) file.branch(3, 0, arm, arm === 40, 'lcov')
      },
    ],
    { branches: '2/4' },
  ],
  [
    'blocks are told apart, however large their numbers',
    [
      (file) => file.branch(3, 4_000_000_000, 0, true, 'lcov'),
      (file) => file.branch(3, 4_000_000_001, 0, true, 'lcov'),
      (file) => file.branch(3, 1, 0, false, 'lcov'),
    ],
    { branches: '2/3' },
  ],
  [
    'branches by place, in long lines and with many arms',
    [
      (file) => file.branchAt(1, 500_000, 1, 500_010, 0, true, 'istanbul-final'),
      (file) => file.branchAt(1, 500_000, 1, 500_011, 0, false, 'istanbul-final'),
      (file) => file.branchAt(1, 500_000, 1, 500_010, 99, true, 'istanbul-final'),
      (file) => file.branchAt(1, 500_000, 1, 500_010, 0, false, 'istanbul-final'),
    ],
    { branches: '2/3' },
  ],
  [
    'a line told in several ways has the branches of the way that knows more',
    [
      (file) => file.branches(1, 1, 2),
      (file) => {
        for (const arm of [0, 1, 2, 3]) file.branch(1, 0, arm, false, 'lcov')
      },
      (file) => file.branchAt(1, 4, 1, 9, 0, true, 'istanbul-final'),
      (file) => file.branches(2, 2, 2),
    ],
    { branches: '3/6' },
  ],
  [
    'statements have weights and are told apart by where they end',
    [
      (file) => file.statement(1, 2, 3, 4, false, 5),
      (file) => file.statement(1, 2, 3, 4, true, 5),
      (file) => file.statement(1, 2, 3, 5, false),
    ],
    { statements: '5/6' },
  ],
  [
    'weights add up beyond 2^31',
    [
      (file) => file.statement(1, 1, 1, 2, true, 1_000_000_000),
      (file) => file.statement(2, 1, 2, 2, true, 1_000_000_000),
      (file) => file.statement(3, 1, 3, 2, false, 1_000_000_000),
    ],
    { statements: '2000000000/3000000000' },
  ],
  [
    'functions by name and by place are the same functions',
    [
      (file) => {
        for (const name of ['f', 'ü', 'g'.repeat(9000)]) file.function(name, name === 'f', 'lcov')
      },
      (file) => file.function('3:4', true, 'istanbul-final'),
      (file) => file.function('f', false, 'lcov'),
    ],
    { functions: '1/3' },
  ],
  [
    'what is listed is more than a bare count',
    [(file) => file.add('lines', { covered: 9, total: 9 }), (file) => file.line(1, true)],
    { lines: '1/1' },
  ],
  [
    'a count of as many as are listed is the better one if more are covered',
    [
      (file) => file.add('lines', { covered: 2, total: 3 }),
      (file) => [1, 2, 3].forEach((line) => void file.line(line, line === 3)),
    ],
    { lines: '2/3' },
  ],
])('%s', (_, tells, totals) => {
  expect(of(...tells)).toEqual(totals)
  expect(of(...tells.toReversed())).toEqual(totals)
  expect(of(...tells, ...tells)).toEqual(totals)
  expect(
    totalsOf(
      coverageOf((file) => {
        for (const tell of tells) tell(file)
      }),
    ),
  ).toEqual(totals)
})

test.each([
  ['the same', [{ covered: 1, total: 3 }], []],
  ['none that are covered', [{ covered: 0, total: 3 }], []],
  ['others', [{ covered: 2, total: 3 }], ['lines']],
  ['all', [{ covered: 3, total: 3 }], []],
  ['another total', [{ covered: 1, total: 4 }], ['lines']],
  [
    'as many in two shards',
    [
      { covered: 1, total: 3 },
      { covered: 1, total: 3 },
    ],
    ['lines'],
  ],
])('A list beside a count of %s', (_, counts, estimates) => {
  const list = coverageOf((file) => {
    for (const line of [1, 2, 3]) file.line(line, line === 3)
  })
  const counted = counts.map((count) => coverageOf((file) => file.add('lines', count)))
  for (const order of [
    [list, ...counted],
    [...counted, list],
  ]) {
    const whole = merged(order)
    const [file] = whole.files()
    expect(file?.estimates()).toEqual(estimates)
    expect(whole.mayBeEstimated).toBe(true)
  }
})

test('300,000 random marks come to what plain sets make of them', () => {
  const { integer } = seeded(5)
  const coverage = new Coverage()
  const known = { lines: new Map(), statements: new Map(), branches: new Map() }
  const tell = (map: Map<string, boolean>, key: string, covered: boolean): void => {
    map.set(key, covered || map.get(key) === true)
  }
  for (let i = 0; i < 300_000; i++) {
    const path = `f${integer(9)}`
    const [line, column, arm] = [1 + integer(5000), integer(6000), integer(20)]
    const covered = integer(3) === 0
    const file = coverage.file(path)
    file.line(line, covered)
    tell(known.lines, `${path}:${line}`, covered)
    file.statement(line, column, line, column + 1, covered)
    tell(known.statements, `${path}:${line}:${column}`, covered)
    file.branch(line, column % 3, arm, covered, 'lcov')
    tell(known.branches, `${path}:${line}:${column % 3}:${arm}`, covered)
  }
  const wanted = Object.fromEntries(
    Object.entries(known).map(([metric, map]) => {
      const covered = [...map.values()].filter(Boolean).length
      return [metric, `${covered}/${map.size}`]
    }),
  )
  expect(totalsOf(coverage)).toEqual(wanted)
  expect(totalsOf(merged([coverage, new Coverage()]))).toEqual(wanted)
})

test('lines are read back as ranges, in order', () => {
  const coverage = coverageOf((file) => {
    for (const line of [300, 5, 4, 3, 127, 128, 129]) file.line(line, line !== 4 && line < 200)
  })
  const [file] = coverage.files()
  expect(file?.ranges('coverable')).toEqual([
    { from: 3, to: 5 },
    { from: 127, to: 129 },
    { from: 300, to: 300 },
  ])
  expect(file?.ranges('uncovered')).toEqual([
    { from: 4, to: 4 },
    { from: 300, to: 300 },
  ])
  expect([3, 4, 6, 300].map((line) => file?.stateOf(line))).toEqual([true, false, undefined, false])
})

test('files get other paths, and those that fall together are merged', () => {
  const make = (): Coverage => {
    const coverage = new Coverage()
    coverage.file('x/a', 'core').line(1, true)
    coverage.file('y/a').line(1, false)
    coverage.file('y/a').line(2, true)
    return coverage
  }
  const apart = make().renamed(({ path }) => ({ path: `src/${path}`, module: '' }))
  expect(paths({ coverage: apart })).toEqual(['src/x/a', 'src/y/a'])
  expect(totalsOf(apart)).toEqual({ lines: '2/3' })
  apart.file('src/x/a').line(9, false)
  expect(totalsOf(apart)).toEqual({ lines: '2/4' })
  const together = make().renamed(() => ({ path: 'a', module: '' }))
  expect(paths({ coverage: together })).toEqual(['a'])
  expect(totalsOf(together)).toEqual({ lines: '2/2' })
  const kept = make().renamed((file) => file)
  expect(Array.from(kept.files(), ({ module }) => module)).toEqual(['core', ''])
  const left = make().renamed((file) => (file.module === '' ? undefined : file))
  expect(paths({ coverage: left })).toEqual(['x/a'])
  expect(totalsOf(left)).toEqual({ lines: '1/1' })
})
