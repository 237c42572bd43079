import { compareBaseline } from '../../../../actions/coverage-gate/src/baseline/delta.ts'
import { cobertura } from '../../../../actions/coverage-gate/src/formats/cobertura.ts'
import { coveragePy } from '../../../../actions/coverage-gate/src/formats/coverage-py.ts'
import { lcov } from '../../../../actions/coverage-gate/src/formats/lcov.ts'
import { evaluateGate } from '../../../../actions/coverage-gate/src/gate/evaluate.ts'
import type { Semantics } from '../../../../actions/coverage-gate/src/gate/groups.ts'
import { parsePercentage } from '../../../../actions/coverage-gate/src/gate/percentage.ts'
import {
  resolveThresholds,
  thresholds,
} from '../../../../actions/coverage-gate/src/gate/thresholds.ts'
import { Coverage, merged } from '../../../../actions/coverage-gate/src/model/coverage.ts'
import { metrics } from '../../../../actions/coverage-gate/src/model/metrics.ts'
import type { Suite } from '../../../../actions/coverage-gate/src/reports/suites.ts'

function suite(name: string, covered: number, total: number, path = `${name}.ts`): Suite {
  const coverage = new Coverage().measuring('lines', 'branches')
  for (let line = 1; line <= total; line++) coverage.file(path).line(line, line <= covered)
  return { name, reports: [`${name}.xml`], formats: [], coverage }
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
  // What other tools write for 80 % is refused; less than one percent has to be said.
  ['0', 0, 10, []],
  ['1', 1, 10, []],
  ['"0.8%"', 1, 10, []],
  ['0.8%', 0, 10, ['lines at 0.00 % (0 of 10), 1 line short of 0.8 %']],
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

describe('a metric that another report measures is no data on these files', () => {
  /** `web` measures functions, `api` does not. */
  const web = suite('web', 8, 10, 'packages/web/cart.ts')
  web.coverage.measuring('functions')
  const api = suite('api', 8, 10, 'packages/api/main.py')
  const both = merged([web.coverage, api.coverage])
  const together: Suite = { ...web, name: 'all', coverage: both }
  const noData = { reason: 'there is no data on functions, so they cannot be gated' }

  test.each([
    ['a path', '{"packages/api/": {functions: 80}}'],
    ['a file', '{"packages/api/main.py": {functions: 80}}'],
    ['a glob', '{"**/*.py": {functions: 80}}'],
    ['what a path leaves', '{"packages/web/": {lines: 50}, functions: 80}'],
  ])('%s', async (_, given) => {
    const { passed, failures } = await verdictOf(given, [together])
    expect(passed).toBe(false)
    expect(failures).toEqual(expect.arrayContaining([expect.objectContaining(noData)]))
    if (given.includes('functions: 80}}')) {
      expect((await verdictOf(given, [web, api])).failures).toMatchObject([noData])
      expect((await verdictOf(given, [web, api], 'vitest')).passed).toBe(false)
    }
  })

  test('but no functions in files that a report with functions has are no failure', async () => {
    const { passed } = await verdictOf('{"packages/web/": {functions: 80}}', [web, api])
    expect(passed).toBe(true)
  })
})

test.each<Semantics>(['jest', 'vitest'])('perFile of a suite, as in %s', async (semantics) => {
  const { coverage, ...app } = suite('app', 10, 10)
  coverage.file('cart.ts').line(1, false)
  coverage.file('cart.ts').line(2, true)
  const given = '{app: {perFile: true, lines: 60}}'
  const { failures } = await verdictOf(given, [{ ...app, coverage }], semantics)
  expect(failures).toMatchObject([{ suite: 'cart.ts', covered: 1, total: 2 }])
})

test.each([
  ['-0', /a percentage, not -0/],
  ['lines: -0', /a percentage, not -0/],
  ['app: {}', /a map of metrics must not be empty/],
  ['"src/": {}', /a map of metrics must not be empty/],
  ['"src/": {perFile: true}', /a map of metrics must not be empty/],
])('thresholds of %s are refused', async (given, message) => {
  await expect(thresholds.parse(given)).rejects.toThrow(message)
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
  expect(failures[0]?.reason).toMatch(/no executable code/)
})

/** A suite of files, each with so many of its lines covered: `{ 'src/a.ts': [8, 10] }`. */
function suiteOf(files: Readonly<Record<string, readonly [number, number]>>): Suite {
  const coverage = new Coverage().measuring('lines')
  for (const [path, [covered, total]] of Object.entries(files)) {
    for (let line = 1; line <= total; line++) coverage.file(path).line(line, line <= covered)
  }
  return { name: 'app', reports: ['r.xml'], formats: [], coverage }
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
      ['./scr/: no file in the reports matches; check how the reports write the path'],
    ],
    [
      'vitest',
      '"src/a": 0',
      ['src/a: no file in the reports matches; check how the reports write the path'],
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

describe('counts of files together, which a report does not tell of each', () => {
  const coverageOf = (...paths: string[]): Coverage => {
    const coverage = new Coverage().measuring('lines')
    for (const path of paths) coverage.file(path).line(1, true)
    return coverage
  }
  const together = (covered: number, total: number, ...paths: string[]): Coverage => {
    const coverage = coverageOf(...paths)
    coverage.addTogether('branches', { covered, total })
    return coverage
  }
  const listed = (covered: boolean, path: string): Coverage => {
    const coverage = coverageOf(path).measuring('branches')
    coverage.file(path).branches(1, covered ? 2 : 0, 2)
    return coverage
  }
  const branches = (...coverages: Coverage[]) => merged(coverages).totals().branches
  const suiteFrom = (coverage: Coverage): Suite => ({
    ...{ name: 'app', reports: ['r.xml'], formats: [], coverage },
  })

  test.each<[string, Coverage[], [number, number]]>([
    ['of one report', [together(3, 9, 'a', 'b')], [3, 9]],
    ['of reports of other files, added up', [together(3, 9, 'a'), together(1, 5, 'b')], [4, 14]],
    ['of shards, the better', [together(3, 9, 'a', 'b'), together(4, 8, 'a', 'b')], [4, 9]],
    ['of shards that share one file', [together(3, 9, 'a', 'b'), together(4, 8, 'b', 'c')], [4, 9]],
    ['a list says more', [together(3, 9, 'a', 'b'), listed(false, 'a')], [0, 2]],
    ['a list of other files', [together(3, 9, 'a', 'b'), listed(true, 'c')], [5, 11]],
    ['of no file that is named', [together(3, 9)], [3, 9]],
  ])('%s', (_, coverages, [covered, total]) => {
    expect(branches(...coverages)).toEqual({ covered, total })
    expect(branches(...coverages.toReversed())).toEqual({ covered, total })
    expect(branches(merged(coverages), ...coverages)).toEqual({ covered, total })
    const renamed = merged(coverages).renamed(({ path, module }) => ({
      path: `src/${path}`,
      module,
    }))
    expect(renamed.totals().branches).toEqual({ covered, total })
  })

  const unknown =
    /there is no data on branches for these files, only a total for all files of a report/
  test.each<[Semantics, string, RegExp[]]>([
    ['jest', 'branches: 33', []],
    ['jest', 'branches: 34', [/branches at 33.33 % \(3 of 9\)/]],
    ['jest', '"./src/": { branches: 34 }', [/branches at 33.33 % \(3 of 9\)/]],
    ['jest', '"./src/a.ts": { branches: 1 }', [unknown]],
    ['jest', '"src/*.ts": { branches: 1 }', [unknown]],
    ['vitest', '"src/a*": { branches: 1 }', [unknown]],
    ['vitest', '"src/**": { branches: 34 }', [/branches at 33.33 % \(3 of 9\)/]],
    ['vitest', '{ branches: 1, perFile: true }', [unknown]],
    // What is in no group is a part of them, too.
    ['jest', '{ branches: 1, "./src/a.ts": { lines: 1 } }', [unknown]],
    ['vitest', '{ branches: 34, "src/a.ts": { lines: 1 } }', [/branches at 33.33 %/]],
  ])('%s: %s', async (semantics, given, reasons) => {
    const { failures } = await verdictOf(
      given,
      [suiteFrom(together(3, 9, 'src/a.ts', 'src/b.ts'))],
      semantics,
    )
    expect(failures).toHaveLength(reasons.length)
    for (const [i, reason] of reasons.entries()) expect(failures[i]?.reason).toMatch(reason)
  })
})

test('how a metric comes to be measured is said where a report lacks it', async () => {
  const formats = [cobertura, coveragePy, lcov]
  const coverage = new Coverage().measuring('lines')
  coverage.file('a.py').line(1, true)
  const suites = [{ name: 'app', reports: ['a'], formats, coverage }]
  for (const given of ['branches: 1', '"./a.py": { branches: 1 }']) {
    const { failures } = await verdictOf(given, suites)
    expect(failures[0]?.reason).toBe(
      'there is no data on branches, so they cannot be gated; pytest measures them with --cov-branch, coverage.py with --branch; ' +
        'lcov measures them with --rc branch_coverage=1, pytest with --cov-branch',
    )
  }
})

test('what coverage.py calls statements are lines, in each of its reports', async () => {
  const coverage = new Coverage().measuring('lines')
  coverage.file('a.py').line(1, true)
  for (const format of [cobertura, coveragePy]) {
    const suites = [{ name: 'app', reports: ['a'], formats: [format], coverage }]
    const { failures } = await verdictOf('statements: 1', suites)
    expect(failures[0]?.reason).toContain('statements of coverage.py are lines here')
  }
})

test.each<[string, string[], string[]]>([
  [
    'is not measured any more',
    ['lines'],
    [
      'there is no data on branches any more, down from 50.00 % (1 of 2); check that the reports still measure them',
    ],
  ],
  ['has nothing to measure any more', ['lines', 'branches'], []],
])('a metric that %s', (_, measured, reasons) => {
  const coverage = new Coverage().measuring(...metrics.filter((one) => measured.includes(one)))
  coverage.file('a').line(1, true)
  const whole = { covered: 1, total: 1 }
  const baseline = {
    schema: 'ci-actions/coverage@1' as const,
    ...{ commit: '', suites: {}, files: [] },
    totals: { lines: whole, branches: { covered: 1, total: 2 } },
  }
  const delta = compareBaseline(coverage, baseline, undefined)
  const maxDecrease = parsePercentage('0')
  const { failures } = evaluateGate(
    { suites: [], whole: coverage, workspace: '/work', patch: undefined, delta },
    {
      plan: resolveThresholds(undefined, []),
      ...{ semantics: 'jest', patchThreshold: undefined, maxDecrease, ifUnknown: 'warn' },
    },
  )
  expect(failures.map(({ reason }) => reason)).toEqual(reasons)
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
    expect(file.estimates()).toEqual(['lines'])
    file.line(1, true)
    expect(file.count('lines')).toEqual({ covered: 1, total: 1 })
    expect(file.estimates()).toEqual([])
  })
})
