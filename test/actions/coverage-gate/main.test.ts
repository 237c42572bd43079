import { readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import type { Step } from '../../support/bundle.ts'
import { runStep } from '../../support/step.ts'
import { fixtures } from './read.ts'
import { workspaceOf } from './workspace.ts'

function gate(
  files: Readonly<Record<string, string | Buffer>>,
  inputs: Readonly<Record<string, string>>,
): Promise<Step> {
  return runStep('coverage-gate', {
    inputs: { 'github-token': '', ...inputs },
    workspace: workspaceOf(files),
  })
}

/** The totals as `covered/total` by metric, without those that are 0/0. */
function totalsOf(step: Step): Record<string, string> {
  const totals: Record<string, { covered: number; total: number }> = JSON.parse(
    step.outputs.totals ?? '{}',
  )
  return Object.fromEntries(
    Object.entries(totals).flatMap(([metric, { covered, total }]) => {
      return total > 0 ? [[metric, `${covered}/${total}`]] : []
    }),
  )
}

const notices = (step: Step): string[] =>
  step.commands.filter(({ name }) => name === 'notice').map(({ message }) => message)

const istanbul = { lines: '16/18', branches: '10/17', functions: '4/6', statements: '17/24' }
const branchless = /declares a total of 10 of 17 branches covered, but its lists add up to 9 of 16/

describe('Reports of real tools give the totals that the tools print', () => {
  test.each([
    ['jest/coverage-summary.json', istanbul],
    ['nyc/coverage-summary.json', istanbul],
    ['pytest-cov/branch.xml', { lines: '17/19', branches: '6/8' }],
    ['pytest-cov/lines.xml', { lines: '17/19' }],
    [
      'jacoco/core.xml',
      { lines: '10/11', branches: '2/4', functions: '7/9', instructions: '58/67' },
    ],
    ['jacoco/api.xml', { lines: '2/3', functions: '2/3', instructions: '5/7' }],
    [
      'jacoco/aggregate.xml',
      { lines: '12/14', branches: '2/4', functions: '9/12', instructions: '63/74' },
    ],
  ])('%s', async (fixture, totals) => {
    const step = await gate(
      { report: `fixture:${fixture}` },
      { reports: 'report', thresholds: '0' },
    )
    expect(step).toMatchObject({ code: 0, error: '' })
    expect(totalsOf(step)).toEqual(totals)
    expect(notices(step)).toEqual([])
  })

  test('shards, modules and formats merge, and what is in two counts once', async () => {
    const step = await gate(
      {
        'core/jacoco.xml': 'fixture:jacoco/core.xml',
        'api/jacoco.xml': 'fixture:jacoco/api.xml',
        'all/jacoco.xml': 'fixture:jacoco/aggregate.xml',
        'js/summary.json': 'fixture:jest/coverage-summary.json',
        'js/cobertura.xml': 'fixture:jest/cobertura-coverage.xml',
      },
      { reports: 'java: */jacoco.xml\njs: js/*' },
    )
    expect(step.error).toBe('')
    expect(JSON.parse(step.outputs.suites ?? '')).toMatchObject({
      java: { lines: { covered: 12, total: 14 }, functions: { covered: 9, total: 12 } },
      js: { lines: { covered: 16, total: 18 }, statements: { covered: 17, total: 24 } },
    })
    expect(totalsOf(step)).toMatchObject({ lines: '28/32', statements: '17/24' })
    expect(notices(step).join('\n')).toMatch(
      /In "java" several reports count the same items, but do not all list them/,
    )
  })
})

test.each<[string, Record<string, string>, RegExp[]]>([
  // Istanbul leaves out branches on lines without a statement.
  ...['../jest', '../nyc'].map((folder): [string, Record<string, string>, RegExp[]] => [
    `${folder}/cobertura-coverage.xml`,
    { lines: '16/18', branches: '9/16', functions: '4/6' },
    [branchless],
  ]),
  [
    'cobertura-shared-file.xml',
    { lines: '3/4', branches: '2/2', functions: '1/1' },
    [/declares a total of 98 of 99 lines covered, but its lists add up to 3 of 4; the lists apply/],
  ],
  [
    'cobertura-root-branches.xml',
    { lines: '1/2', branches: '235/2949' },
    [/does not list branches; its total, 235 of 2949 branches, applies/],
  ],
  [
    'cobertura-methods-only.xml',
    { lines: '2/4', branches: '0/1', functions: '1/1' },
    [/only a percentage for the branches of some lines/],
  ],
  [
    'jacoco-no-debug.xml',
    { lines: '1/1', branches: '1/2', functions: '2/3', instructions: '11/14' },
    [],
  ],
  [
    'jacoco-no-source-names.xml',
    { lines: '3/4', branches: '1/2', functions: '2/3', instructions: '9/12' },
    [],
  ],
  ['summary-stale-total.json', { lines: '4/10' }, [/declares a total of 10 of 10 lines covered/]],
])('%s, a trap: right totals, and what is odd is said', async (fixture, totals, said) => {
  const step = await gate(
    { report: `fixture:crafted/${fixture}` },
    { reports: 'report', thresholds: '0' },
  )
  expect(step).toMatchObject({ code: 0, error: '' })
  expect(totalsOf(step)).toEqual(totals)
  expect(notices(step)).toHaveLength(said.length)
  for (const [i, message] of said.entries()) expect(notices(step)[i]).toMatch(message)
})

const summary = (covered: number, total: number): string =>
  JSON.stringify({ 'a.ts': { lines: { covered, total, skipped: 0, pct: 0 } } })

describe('The gate', () => {
  test('is met: green, outputs, and a summary that says so', async () => {
    const files = { 'a.json': summary(85, 100), 'b.xml': 'fixture:jacoco/core.xml' }
    const step = await gate(files, {
      reports: 'frontend: a.json\nbackend: b.xml',
      thresholds: 'lines: 80\nbackend: { branches: 50, instructions: -9 }',
    })
    expect(step).toMatchObject({ code: 0, error: '' })
    expect(step.outputs).toMatchObject({
      passed: 'true',
      lines: '85.58',
      branches: '50.00',
      statements: '',
      failures: '[]',
    })
    expect(step.summary).toContain('### ✅ The coverage gate is met')
    expect(step.summary).toContain(
      '| backend | █████████░ | ✅ **90.90 %** (10 of 11)<br>needs 80 % |',
    )
    expect(step.summary).toContain('| **All** | ████████░░ | **85.58 %** (95 of 111) |')
  })

  test('is not met: red, with how far it is, after outputs and summary', async () => {
    const step = await gate(
      { 'a.json': summary(15999, 20000), 'b.xml': 'fixture:jacoco/core.xml' },
      { reports: 'frontend: a.json\nbackend: b.xml', thresholds: '{ lines: 80, branches: 60 }' },
    )
    expect(step.code).toBe(1)
    expect(step.error).toBe(
      'The coverage gate is not met. frontend: lines at 79.99 % (15999 of 20000), 1 line short of 80 %; ' +
        'frontend: there is no data on branches, so they cannot be gated; ' +
        'backend: branches at 50.00 % (2 of 4), 1 branch short of 60 %.',
    )
    expect(step.outputs).toMatchObject({ passed: 'false', lines: '80.00' })
    expect(JSON.parse(step.outputs.failures ?? '')[0]).toMatchObject({
      suite: 'frontend',
      metric: 'lines',
      threshold: '80',
      covered: 15999,
      total: 20000,
      short: 1,
    })
    expect(step.summary).toContain('### ❌ The coverage gate is not met')
    expect(step.summary).toContain('❌ **79.99 %** (15999 of 20000)<br>needs 80 %')
  })

  test('is not met, but does not fail the step with fail: false', async () => {
    const inputs = { reports: 'a.json', thresholds: '80', fail: 'false' }
    const step = await gate({ 'a.json': summary(1, 2) }, inputs)
    expect(step).toMatchObject({ code: 0, error: '', outputs: { passed: 'false', lines: '50.00' } })
    expect(step.stdout).toContain('::warning title=Coverage gate::The coverage gate is not met.')
  })

  test('without thresholds reports everything and gates nothing', async () => {
    const step = await gate({ 'a.json': summary(0, 2) }, { reports: 'a.json' })
    expect(step).toMatchObject({ code: 0, outputs: { passed: 'true', lines: '0.00' } })
    expect(step.summary).toContain('### Coverage\n')
  })

  test.each<[string, Record<string, string>, boolean]>([
    ['nothing is asked for', {}, true],
    ['a map of nothing', { thresholds: '{}' }, true],
    ['a variable that does not exist', { thresholds: '', 'patch-threshold': '' }, true],
    ['a suite that has no report', { thresholds: 'web: 80', 'if-missing': 'skip' }, false],
    ['changed lines, outside of a pull request', { 'patch-threshold': '80' }, false],
    ['no baseline yet', { 'max-decrease': '1', baseline: 'none.json' }, false],
  ])('says that nothing is gated: %s', async (_, inputs, isNotice) => {
    const reports = 'web: web/*.json\napi: a.json'
    const step = await gate(
      { 'a.json': summary(0, 2) },
      { reports, 'if-missing': 'skip', ...inputs },
    )
    expect(step).toMatchObject({ code: 0, outputs: { passed: 'true' } })
    expect(step.summary).toMatch(/^Nothing is gated/m)
    expect(step.stdout).toMatch(/Nothing is gated/)
    expect(notices(step).some((one) => /Nothing is gated/.test(one))).toBe(isNotice)
  })

  test('calls the only suite by no name when it has none, and itself by its own', async () => {
    const inputs = { reports: 'a.json', thresholds: '80', name: 'python' }
    const step = await gate({ 'a.json': summary(1, 2) }, inputs)
    expect(step.error).toBe(
      'The coverage gate is not met (python). lines at 50.00 % (1 of 2), 1 line short of 80 %.',
    )
    expect(step.summary).toContain('\n- lines at 50.00 %')
    expect(step.summary).toContain('| All | █████░░░░░ |')
    expect(step.summary).not.toContain('default')
    expect(JSON.parse(step.outputs.failures ?? '')).toMatchObject([{ suite: 'default' }])
  })

  test('lists no more failures than an output can hold, and says how many it leaves out', async () => {
    const files = Array.from({ length: 20_000 }, (_, i) => [
      `src/${'folder/'.repeat(20)}${i}.ts`,
      { lines: { covered: 0, total: 1 } },
    ])
    const step = await gate(
      { 'a.json': JSON.stringify(Object.fromEntries(files)) },
      { reports: 'a.json', thresholds: '"src/**/*.ts": 80' },
    )
    const failures: { more?: number }[] = JSON.parse(step.outputs.failures ?? '')
    expect(failures.at(-1)).toMatchObject({ kind: 'more', more: 20_000 - failures.length + 1 })
    expect(step.outputs.failures?.length).toBeLessThan(150_000)
    expect(notices(step)).toContainEqual(
      `The output "failures" lists ${failures.length - 1} of 20000, because outputs are limited in size. The report at "report-path" contains all files.`,
    )
    expect(step.error.length).toBeLessThan(5_000)
  })
})

describe('A missing report', () => {
  const files = {
    'web/coverage/coverage-final.json': '{}',
    'a.json': summary(1, 2),
    'node_modules/x/coverage-summary.json': summary(2, 2),
  }
  const reports = 'web: web/coverage/coverage-summary.json\napi: a.json'

  test('fails, and what there is instead is named', async () => {
    const step = await gate(files, { reports })
    expect(step.code).toBe(1)
    expect(step.error).toBe(
      'No file matches "web/coverage/coverage-summary.json" of "reports". There is "web/coverage/coverage-final.json".',
    )
    expect(step.outputs).toMatchObject({ passed: 'false', lines: '', totals: '{}', failures: '[]' })
  })

  test.each([
    ['warn', /::warning[^\n]*No file matches/],
    ['skip', /^No file matches [^\n]* It is skipped/m],
  ])('is passed over with if-missing: %s', async (ifMissing, said) => {
    const inputs = { reports, 'if-missing': ifMissing, thresholds: '{ lines: 50, web: 90 }' }
    const step = await gate(files, inputs)
    expect(step).toMatchObject({ code: 0, outputs: { passed: 'true', lines: '50.00' } })
    expect(step.stdout).toMatch(said)
    expect(step.summary).toContain('| web (no report) |  |  |')
  })

  test('fails all the same when no line matches anything', async () => {
    const step = await gate({}, { reports: '**/jacoco.xml', 'if-missing': 'skip' })
    expect(step.code).toBe(1)
    expect(step.error).toMatch(/nothing to gate; did the tests run in this job, with coverage\?/)
  })

  test('names the folder that is not there', async () => {
    const step = await gate({ 'web/index.ts': '' }, { reports: 'web/coverage/*/lcov.xml' })
    expect(step.error).toMatch(/The folder "web\/coverage" does not exist/)
  })
})

test('globs find reports in folders, but none of node_modules', async () => {
  const files = {
    'x/a/s.json': summary(1, 2),
    'x/b/s.json': JSON.stringify({ 'b.ts': { lines: { covered: 3, total: 4 } } }),
    'node_modules/s.json': summary(2, 2),
  }
  const step = await gate(files, { reports: '**/{s,t}.json' })
  expect(totalsOf(step)).toEqual({ lines: '4/6' })
})

test('an absolute path inside the workspace will do', async () => {
  const workspace = workspaceOf({ 'x/a.json': summary(1, 2) })
  const start = (reports: string): Promise<Step> =>
    runStep('coverage-gate', { workspace, inputs: { reports: join(workspace, reports) } })
  expect(totalsOf(await start('x/*.json'))).toEqual({ lines: '1/2' })
  expect((await start('y/z/b.json')).error).toMatch(/The folder "y" does not exist/)
})

test('an empty report among others is said', async () => {
  const files = { 'a.json': summary(1, 2), 'b.json': '{}' }
  const step = await gate(files, { reports: '*.json', thresholds: '50' })
  expect(step.code).toBe(0)
  expect(notices(step)).toEqual(['Report "b.json" contains no executable code.'])
})

test('reports of different versions of the code are refused', async () => {
  const profile = (statements: number): string => `mode: set\na.go:1.1,3.2 ${statements} 1\n`
  const files = { 'a.out': profile(2), 'b.out': profile(3) }
  const step = await gate(files, { reports: 'go: *.out' })
  expect(step.error).toBe(
    'Suite "go" is contradictory: a block of "a.go" has 2 statements in one place and 3 in another, as if from different versions of the code.',
  )
  const apart = await gate(files, { reports: 'x: a.out\ny: b.out', thresholds: '"*.go": 10' })
  expect(apart.error).toMatch(/^The set of all suites is contradictory: a block of "a.go"/)
})

test('a report is read in the format that is forced', async () => {
  const step = await gate(
    { 'a.xml': 'fixture:jacoco/core.xml' },
    { reports: 'a.xml (istanbul-summary)' },
  )
  expect(step.error).toMatch(
    /^Report "a.xml" is JaCoCo XML, not Istanbul coverage-summary.json as specified in "reports"; remove/,
  )
})

const jacocoHead = '<report name="x"><package name="p"><sourcefile name="A.java">'

describe('A report that cannot be right is refused in one line', () => {
  test.each<[string, string | Buffer, RegExp]>([
    ['empty', '', /is empty; the tool that writes it did not finish/],
    ['blank', ' \n', /is empty/],
    [
      'something else',
      'All files | 80 |\n',
      /is in no format that is read here .*starts with "All files \| 80 \|"/,
    ],
    ['HTML', '<html></html>', /is an HTML page and cannot be read here; use the XML/],
    [
      'Clover without a file',
      '<coverage generated="1"><project/></coverage>',
      /contain no executable code/,
    ],
    ['cut off JSON', summary(1, 2).slice(0, -2), /is not valid JSON/],
    [
      'cut off XML',
      `${jacocoHead}<line nr="1" ci="1"/>`,
      /ends in the middle, inside <sourcefile>/,
    ],
    ['an empty object', '{}', /contain no executable code: no test ran/],
    ['no files', '<report name="x"/>', /contain no executable code/],
    ['no classes', '<coverage lines-valid="0"/>', /contain no executable code/],
    ['more covered than there is', summary(3, 2), /has 3 of 2 lines covered in "a.ts"/],
    ['fractions', summary(0.5, 2), /has "0.5" where a whole number is expected/],
    ['more than 2^53', summary(1, 2 ** 60), /where a whole number is expected|has 1 of/],
    [
      'a line of 2^40',
      `${jacocoHead}<line nr="1099511627776"/>`,
      /nr="1099511627776" where a whole number below 2\^31/,
    ],
    [
      'a line of words',
      `${jacocoHead}<line nr="one"/>`,
      /nr="one" where a whole number is expected/,
    ],
    ['a line without a number', `${jacocoHead}<line ci="1"/>`, /has a <line> without nr/],
    [
      'hits of words',
      '<coverage><class filename="a"><lines><line number="1" hits="yes"/></lines></class></coverage>',
      /hits="yes" where a number is expected/,
    ],
    ['NUL', `${jacocoHead}\0`, /a character XML does not allow/],
    ['depth of 200,000', `<report>${'<group>'.repeat(200_000)}`, /more than 1000 elements deep/],
    ['an entity', '<!DOCTYPE report [<!ENTITY a "1">]><report name="&a;"/>', /refers to "&a;"/],
  ])('%s', async (_, content, message) => {
    const step = await gate({ 'r.txt': content }, { reports: 'r.txt', thresholds: '0' })
    expect(step.code).toBe(1)
    expect(step.error).toMatch(message)
    expect(step.commands.filter(({ name }) => name === 'error')).toHaveLength(1)
    expect(step.error).not.toMatch(/bug in the action/)
    expect(step.outputs.passed).toBe('false')
  })
})

test('a byte order mark and UTF-16 are read', async () => {
  const xml = readFileSync(join(fixtures, 'jacoco/core.xml'), 'utf8').replace('UTF-8', 'UTF-16')
  const step = await gate(
    {
      'a.xml': Buffer.from(`\uFEFF${xml}`, 'utf16le'),
      'b.json': Buffer.from(`\uFEFF${summary(1, 2)}`, 'utf16le'),
      'c.json': `\uFEFF${summary(1, 2).replace('a.ts', 'c.ts')}`,
    },
    { reports: '*.{xml,json}' },
  )
  expect(step.error).toBe('')
  expect(totalsOf(step)).toMatchObject({ lines: '12/15', instructions: '58/67' })
})

test('names from outside make no command, no link, no mention and no broken table', async () => {
  const hostile = '::error::x|<b>@me ##[warning]y'
  const report = JSON.stringify({ [hostile]: { lines: { covered: 9, total: 2 } } })
  const refused = await gate({ 'a.json': report }, { reports: 'a.json' })
  expect(refused.commands.map(({ name }) => name)).toEqual(['error'])
  const suite = `x|y<i>\`@me ##[error]z`
  const step = await gate(
    { 'a.json': summary(1, 2) },
    { reports: `${suite}: a.json`, thresholds: '80' },
  )
  expect(step.commands.map(({ name }) => name)).toEqual(['error'])
  expect(step.summary).not.toMatch(/<i>|@me|[^\\]\|y/)
})

test('a report that a link puts outside of the workspace is refused', async () => {
  const outside = workspaceOf({ 'a.json': summary(2, 2) })
  const workspace = workspaceOf({ 'b.json': summary(2, 2) })
  symlinkSync(join(outside, 'a.json'), join(workspace, 'a.json'))
  symlinkSync('loop.json', join(workspace, 'loop.json'))
  const step = await runStep('coverage-gate', { workspace, inputs: { reports: '*.json' } })
  expect(step.code).toBe(1)
  expect(step.error).toMatch(/"a.json", which is outside the workspace/)
})

describe('A wrong input is one line that names it', () => {
  test.each<[Record<string, string>, RegExp]>([
    [{ reports: '' }, /"reports" is required/],
    [{ reports: '../a.json' }, /"reports" must be .*without "\.\.", not "\.\.\/a.json"/],
    [{ reports: '/etc/passwd' }, /is outside the workspace/],
    [{ reports: `${'{a,b}'.repeat(20)}` }, /"reports" must be .*several lines instead/],
    [{ reports: '{1..1000000}' }, /"reports" must be /],
    [{ reports: '*a*a*a*a*a*a*a*b' }, /"reports" must be /],
    [
      { reports: 'a.json (gocov)' },
      /one of these formats: lcov, go, jacoco, jacoco-csv, cobertura, clover/,
    ],
    [{ reports: 'lines: a.json' }, /suite name is not a metric, not "lines: a.json"/],
    [{ thresholds: 'high' }, /"thresholds" must be a percentage from 0 to 100.*not "high"/],
    [{ thresholds: '101' }, /"thresholds" must be a percentage from 0 to 100/],
    [{ thresholds: '-1.5' }, /"thresholds" must be a percentage/],
    [{ thresholds: '[80]' }, /"thresholds" must be /],
    [{ thresholds: 'lines: much' }, /must be a percentage.*lines: \\?"much/],
    [
      { thresholds: 'x: 80' },
      /contains "x", which is neither a metric nor a suite: .*suites of "reports" are app/,
    ],
    [{ thresholds: '{"__proto__": 80}' }, /contains "__proto__", which is neither/],
    [{ thresholds: 'app: { line: 80 }' }, /the metrics are lines.*not "app.line"/],
    [{ thresholds: 'lines: 80\n  x: [' }, /it is not valid YAML/],
    [{ 'if-missing': 'ignore' }, /"if-missing" must be one of fail, warn, skip, not "ignore"/],
    [{ fail: 'no' }, /"fail" must be true or false, not "no"/],
    [{ timeout: 'soon' }, /"timeout" must be a duration such as 500ms, 30s, 5m or 1h/],
    [{ timeout: '0' }, /"timeout" must be a duration longer than 0, not "0"/],
    [{ thresholds: '"*a*a*a*a*a*a*a*b": 80' }, /"thresholds" must be .*several lines instead/],
    [{ 'if-unknown': 'ignore' }, /"if-unknown" must be one of warn, fail/],
    [{ 'patch-threshold': '101' }, /"patch-threshold" must be a percentage from 0 to 100/],
    [{ 'max-decrease': '-1' }, /"max-decrease" must be percentage points from 0 to 100/],
    [
      { thresholds: '0.8' },
      /"thresholds" must be a percentage such as 80, not a fraction .*"0.8%"/,
    ],
    [{ thresholds: '.8' }, /not a fraction/],
    [{ thresholds: 'lines: 0.05' }, /not a fraction.*lines: 0.05/],
    [{ thresholds: 'app: { branches: 0.999 }' }, /not a fraction.*app.branches: 0.999/],
    [{ thresholds: '"src/**": 0.8' }, /not a fraction/],
    [{ 'patch-threshold': '0.8' }, /"patch-threshold" must be a percentage such as 80, not a/],
    [{ thresholds: 'line: 80' }, /contains "line", which .* Did you mean "lines"\?/],
    [{ thresholds: 'Branch: 80' }, /Did you mean "branches"\?/],
    [{ thresholds: 'apps: 80' }, /Did you mean "app"\?/],
    [{ thresholds: 'app: { statement: 80 }' }, /did you mean "statements"\?/],
    [
      { 'max-decrease': '0', baseline: 'none' },
      /"max-decrease" needs a baseline, but "baseline" is none/,
    ],
    [{ 'threshold-semantics': 'nyc' }, /"threshold-semantics" must be one of jest, vitest/],
  ])('%j', async (inputs, message) => {
    const step = await gate({ 'a.json': summary(1, 2) }, { reports: 'app: a.json', ...inputs })
    expect(step.code).toBe(1)
    expect(step.error).toMatch(message)
    expect(step.commands.filter(({ name }) => name === 'error')).toHaveLength(1)
  })
})
