import { evaluateGate } from '../../../actions/coverage-gate/src/gate/evaluate.ts'
import type { Semantics } from '../../../actions/coverage-gate/src/gate/groups.ts'
import {
  resolveThresholds,
  thresholds,
} from '../../../actions/coverage-gate/src/gate/thresholds.ts'
import { Coverage, merged } from '../../../actions/coverage-gate/src/model/coverage.ts'
import type { Suite } from '../../../actions/coverage-gate/src/reports/read-suites.ts'

function suite(name: string, covered: number, total: number, path = `${name}.ts`): Suite {
  const coverage = new Coverage().measuring('lines', 'branches')
  for (let line = 1; line <= total; line++) coverage.file(path).line(line, line <= covered)
  return { name, reports: [`${name}.xml`], coverage }
}

async function verdictOf(given: string, suites: readonly Suite[], semantics: Semantics = 'jest') {
  const plan = resolveThresholds(
    await thresholds.parse(given),
    suites.map(({ name }) => name),
  )
  const whole = merged(suites.map(({ coverage }) => coverage))
  return evaluateGate(
    { suites, whole, workspace: '/work', patch: undefined, delta: undefined },
    { plan, semantics, patchThreshold: undefined, maxDecrease: undefined, ifUnknown: 'warn' },
  )
}

test.each([
  ['80', 8000, 10000, []],
  ['80', 7999, 10000, ['lines at 79.99 % (7999 of 10000), 1 line short of 80 %']],
  ['80', 15999, 20000, ['lines at 79.99 % (15999 of 20000), 1 line short of 80 %']],
  ['79.995', 15999, 20000, []],
  ['100', 9999, 10000, ['lines at 99.99 % (9999 of 10000), 1 line short of 100 %']],
  ['lines: 12.5%', 1, 8, []],
  ['lines: -2', 8, 10, []],
  ['lines: -1', 8, 10, ['2 lines uncovered, 1 more than the 1 allowed']],
  ['branches: 100', 8, 10, []],
  ['functions: 10', 8, 10, ['there is no data on functions, so they cannot be gated']],
  ['app: 90', 8, 10, ['lines at 80.00 % (8 of 10), 1 line short of 90 %']],
  ['app: { lines: 80 }', 8, 10, []],
  ['{ lines: 90, app: 80 }', 8, 10, []],
  ['{ lines: 90, app: { branches: 80 } }', 9, 10, []],
  [
    '{ lines: 95, app: { branches: 80 } }',
    9,
    10,
    ['lines at 90.00 % (9 of 10), 1 line short of 95 %'],
  ],
])('thresholds of %s with %d of %d lines covered', async (given, covered, total, reasons) => {
  const { passed, failures } = await verdictOf(given, [suite('app', covered, total)])
  expect(failures.map(({ reason }) => reason)).toEqual(reasons)
  expect(passed).toBe(reasons.length === 0)
})

test('every suite is held against what is asked everywhere', async () => {
  const { failures } = await verdictOf('80', [suite('a', 100, 100), suite('b', 79, 100)])
  expect(failures).toMatchObject([{ suite: 'b', metric: 'lines', threshold: '80', short: 1 }])
})

test('a file that two suites have counts once in all, covered by either', async () => {
  const suites = [suite('unit', 5, 10, 'same.ts'), suite('e2e', 7, 10, 'same.ts')]
  const { overall } = await verdictOf('0', suites)
  expect(overall.lines).toEqual({ covered: 7, total: 10 })
})

test('reports without anything to cover do not pass', async () => {
  const { failures } = await verdictOf('0', [suite('app', 0, 0)])
  expect(failures[0]?.reason).toMatch(/nothing that can be covered/)
})

/** A suite of files, each with so many of its lines covered: `{ 'src/a.ts': [8, 10] }`. */
function suiteOf(files: Readonly<Record<string, readonly [number, number]>>): Suite {
  const coverage = new Coverage().measuring('lines')
  for (const [path, [covered, total]] of Object.entries(files)) {
    for (let line = 1; line <= total; line++) coverage.file(path).line(line, line <= covered)
  }
  return { name: 'app', reports: ['r.xml'], coverage }
}

describe('paths and globs', () => {
  const files = {
    'src/a/x.ts': [10, 10],
    'src/a/y.ts': [0, 10],
    'src/ab/z.ts': [10, 10],
    'lib/l.ts': [4, 10],
  } as const

  test.each<[Semantics, string, readonly string[]]>([
    // Jest: a path is a plain begin, taken together; what is in no group is held against the rest.
    ['jest', '"./src/a/": 50', []],
    ['jest', '"./src/a": 67', ['./src/a: lines at 66.66 % (20 of 30), 1 line short of 67 %']],
    [
      'jest',
      '"./src/a/": { lines: -9 }',
      ['./src/a/: 10 lines uncovered, 1 more than the 9 allowed'],
    ],
    [
      'jest',
      '{ lines: 41, "./src/": 0 }',
      ['app: lines at 40.00 % (4 of 10), 1 line short of 41 %'],
    ],
    ['jest', '{ global: { lines: 40 }, "./src/": 0 }', []],
    ['jest', '{ lines: 60, "./": 0 }', []],
    ['jest', '{ lines: 61, "./": 0 }', ['app: lines at 60.00 % (24 of 40), 1 line short of 61 %']],
    // Jest: a glob is for each file.
    ['jest', '"src/**/*.ts": 50', ['src/a/y.ts: lines at 0.00 % (0 of 10), 5 lines short of 50 %']],
    ['jest', '"/work/src/ab/*.ts": 100', []],
    // A suite's own threshold is for all of it.
    [
      'jest',
      '{ app: 61, "./src/": 0 }',
      ['app: lines at 60.00 % (24 of 40), 1 line short of 61 %'],
    ],
    // Vitest: globs are taken together, and everything counts into the common thresholds.
    ['vitest', '"src/**/*.ts": 66.6', []],
    ['vitest', '{ lines: 60, "src/**": 0 }', []],
    [
      'vitest',
      '"src/**": { lines: 50, perFile: true }',
      ['src/a/y.ts: lines at 0.00 % (0 of 10), 5 lines short of 50 %'],
    ],
    [
      'vitest',
      '{ lines: 1, perFile: true }',
      ['src/a/y.ts: lines at 0.00 % (0 of 10), 1 line short of 1 %'],
    ],
    ['vitest', '"src/ab/**": { lines: 100 }', []],
    [
      'vitest',
      '"src/ab/**": { 100: true }',
      ['branches', 'functions', 'statements'].map(
        (metric) => `src/ab/**: there is no data on ${metric}, so they cannot be gated`,
      ),
    ],
    [
      'jest',
      '"./scr/": 0',
      ['./scr/: no file of the reports is in it; see whether the reports have the path like this'],
    ],
    [
      'vitest',
      '"src/a": 0',
      ['src/a: no file of the reports is in it; see whether the reports have the path like this'],
    ],
  ])('%s: %s', async (semantics, given, expected) => {
    const { passed, failures } = await verdictOf(given, [suiteOf(files)], semantics)
    expect(failures.map(({ suite, reason }) => `${suite}: ${reason}`)).toEqual(expected)
    expect(passed).toBe(expected.length === 0)
  })

  test.each([
    '*a*a*a*a*a*a*a*b/x',
    `${'{a,b}'.repeat(20)}/x`,
    '{1..1000000}/x',
    '../x',
    '@(a|b)/x',
  ])('a glob that could take for ever, or leads out, is refused: %s', async (key) => {
    await expect(thresholds.parse(JSON.stringify({ [key]: 1 }))).rejects.toThrow('must be globs')
  })
})

describe('merging', () => {
  test('is exact for lines far apart, repeated and from many files', () => {
    const [one, two] = [new Coverage(), new Coverage()]
    const known = new Map<string, boolean>()
    let state = 7
    const next = (limit: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
      return (state >>> 8) % limit
    }
    for (let i = 0; i < 50_000; i++) {
      const path = `f${next(40)}.ts`
      const line = next(20) === 0 ? next(2 ** 23) - 5 : next(600)
      const covered = next(3) === 0
      const target = next(2) === 0 ? one : two
      target.file(path).line(line, covered)
      target.file(path).branches(line, covered ? 1 : 0, 2)
      const key = `${path}:${line}`
      known.set(key, covered || known.get(key) === true)
    }
    const covered = [...known.values()].filter((hit) => hit).length
    const totals = merged([one, two]).totals()
    expect(totals.lines).toEqual({ covered, total: known.size })
    expect(totals.branches).toEqual({ covered, total: known.size * 2 })
  })

  test('keeps files of the same name in two modules apart', () => {
    const coverage = new Coverage()
    coverage.file('shop/Stock.java', 'core').line(1, true)
    coverage.file('shop/Stock.java', 'api').line(1, false)
    expect(coverage.totals().lines).toEqual({ covered: 1, total: 2 })
  })

  test('takes the better of two bare counts, and listed lines before any count', () => {
    const coverage = new Coverage()
    const file = coverage.file('a.ts')
    file.add('lines', { covered: 3, total: 10 })
    file.add('lines', { covered: 5, total: 10 })
    expect(file.count('lines')).toEqual({ covered: 5, total: 10 })
    expect(file.guesses()).toEqual(['lines'])
    file.line(1, true)
    expect(file.count('lines')).toEqual({ covered: 1, total: 1 })
    expect(file.guesses()).toEqual([])
  })
})
