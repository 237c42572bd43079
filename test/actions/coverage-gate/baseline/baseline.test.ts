import {
  copyFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CacheServer, startCache } from '../../../emulators/github-cache.ts'
import type { Step } from '../../../support/bundle.ts'
import { type Pull, pullRequest } from '../../../support/repository.ts'
import { runStep } from '../../../support/step.ts'
import { hostileText } from '../../../support/untrusted-text.ts'
import { lcov, lines } from '../lcov.ts'

let cache: CacheServer
beforeEach(async () => {
  cache = await startCache()
})
afterEach(() => cache.close())

/** Before: lines 1 to 10 of a.js, of which 9 and 10 are not covered; 3 are put before them. */
function change(): Pull {
  const pull = pullRequest(
    { 'a.js': lines(10), 'b.js': lines(4), '.gitignore': '*.info\n*.json\n' },
    { 'a.js': `${lines(3, 'new')}${lines(10)}` },
  )
  return pull
}

const before = lcov('a.js', { 1: 1, 2: 1, 3: 1, 9: 0, 10: 0 }) + lcov('b.js', { 1: 1, 2: 1, 3: 1 })
/** The same lines; two new ones are not covered, nor is what was line 3; b.js lost two covered lines. */
const after =
  lcov('a.js', { 1: 0, 2: 0, 3: 1, 4: 1, 5: 1, 6: 0, 12: 0, 13: 0 }) + lcov('b.js', { 1: 1 })

function run(
  pull: Pull,
  report: string,
  inputs: Readonly<Record<string, string>> = {},
  env: Readonly<Record<string, string>> = {},
): Promise<Step> {
  const onBase = env.GITHUB_EVENT_NAME === 'push'
  pull.repository.git('checkout', '--quiet', onBase ? pull.base : pull.merge)
  writeFileSync(join(pull.repository.folder, 'lcov.info'), report)
  return runStep('coverage-gate', {
    workspace: pull.repository.folder,
    inputs: { reports: 'lcov.info', 'github-token': '', ...inputs },
    env: {
      // As under act, which has another folder for each run.
      RUNNER_TEMP: mkdtempSync(join(tmpdir(), 'runner-temp-')),
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_SHA: onBase ? pull.base : pull.merge,
      GITHUB_REF: onBase ? 'refs/heads/main' : 'refs/pull/7/merge',
      ...env,
    },
    event: onBase ? {} : pull.event,
  })
}

const onBase = { GITHUB_EVENT_NAME: 'push', GITHUB_REF_NAME: 'main' }

const notices = (step: Step): string =>
  step.commands.flatMap(({ name, message }) => (name === 'notice' ? [message] : [])).join('\n')

test('a run of the base branch keeps its report, a pull request is compared with it', async () => {
  const pull = change()
  const first = await run(pull, before, { name: 'web, api' }, { ...cache.env, ...onBase })
  expect(first).toMatchObject({ code: 0, error: '' })
  expect(cache.keys).toEqual([`coverage-gate/web%2C%20api/main/${pull.base}/42-1`])

  const inputs = { name: 'web, api', 'max-decrease': '12.5' }
  const step = await run(pull, after, inputs, cache.env)
  expect(step.error).toBe(
    'The coverage gate is not met (web, api). baseline: lines fell from 75.00 % (6 of 8) to 44.44 % (4 of 9), more than the 12.5 points allowed.',
  )
  expect(JSON.parse(step.outputs.delta ?? '')).toEqual({
    commit: pull.base,
    lines: { points: '-30.56', before: { covered: 6, total: 8 }, now: { covered: 4, total: 9 } },
    // Lines 1 and 2 are new, line 6 was line 3; 12 and 13 were not covered before either.
    'newly-uncovered': 3,
  })
  expect(step.summary).toContain('#### Compared with the baseline')
  expect(step.summary).toContain('3 newly uncovered lines, covered or nonexistent before.')

  const same = await run(pull, after, { ...inputs, 'max-decrease': '30.56' }, cache.env)
  expect(same).toMatchObject({ code: 0, error: '' })
}, 60_000)

test('the same by the protocol that github.com speaks', async () => {
  const second = await startCache(2)
  try {
    const pull = change()
    const first = await run(pull, before, { thresholds: '1' }, { ...second.env, ...onBase })
    expect(first).toMatchObject({ code: 0, error: '' })
    expect(notices(first)).toBe('')
    expect(second.keys).toEqual([`coverage-gate/Coverage/main/${pull.base}/42-1`])
    const step = await run(pull, after, { 'max-decrease': '12.5' }, second.env)
    expect(step.error).toMatch(/baseline: lines fell from 75.00 % \(6 of 8\) to 44.44 % \(4 of 9\)/)
    expect(JSON.parse(step.outputs.delta ?? '')).toMatchObject({ commit: pull.base })
    second.fail(500)
    const without = await run(pull, after, { timeout: '3s' }, second.env)
    expect(without).toMatchObject({ code: 0, error: '' })
    expect(notices(without)).toMatch(/The baseline could not be restored/)
  } finally {
    await second.close()
  }
}, 60_000)

test('a baseline is found from any workspace, and nothing is left behind in it', async () => {
  const pull = change()
  const name = "../*[!a]~'b"
  await run(pull, before, { name }, { ...cache.env, ...onBase })
  const folder = mkdtempSync(join(tmpdir(), 'other-workspace-'))
  cpSync(pull.repository.folder, folder, { recursive: true })
  const elsewhere = { ...pull, repository: { ...pull.repository, folder } }
  const step = await run(elsewhere, after, { name }, cache.env)
  expect(JSON.parse(step.outputs.delta ?? '')).toMatchObject({ commit: pull.base })
  for (const workspace of [pull.repository.folder, folder]) {
    expect(readdirSync(workspace).sort()).toEqual([
      '.git',
      '.gitignore',
      'a.js',
      'b.js',
      'lcov.info',
    ])
  }
}, 60_000)

test('what is in the way of a baseline in the workspace is said, and stays', async () => {
  const pull = change()
  writeFileSync(join(pull.repository.folder, '.coverage-gate'), 'mine')
  const step = await run(pull, before, {}, { ...cache.env, ...onBase })
  expect(step).toMatchObject({ code: 0, error: '' })
  expect(notices(step)).toMatch(/The baseline cannot be written to the workspace: EEXIST/)
  expect(readFileSync(join(pull.repository.folder, '.coverage-gate'), 'utf8')).toBe('mine')
}, 60_000)

test.each([
  ['the path of a baseline', { baseline: 'base.json' }, onBase],
  ['no baseline', { baseline: 'none' }, onBase],
  ['the path of a baseline, in a pull request', { baseline: 'base.json' }, {}],
])(
  'the cache is not asked with %s',
  async (_, inputs, env) => {
    cache.fail(500)
    const step = await run(change(), after, inputs, { ...cache.env, ...env })
    expect(step).toMatchObject({ code: 0, error: '' })
    expect(notices(step)).not.toMatch(/restored|kept/)
    expect(cache.keys).toEqual([])
  },
  60_000,
)

test.each([
  ['without a cache', { cached: false }],
  ['on a first run', { cached: true }],
])(
  'that there is no baseline is no notice where none is needed: %s',
  async (_, { cached }) => {
    const step = await run(change(), after, {}, cached ? cache.env : {})
    expect(step).toMatchObject({ code: 0, error: '' })
    expect(notices(step)).not.toMatch(/baseline/)
    expect(step.stdout).toMatch(/^There is no baseline for "main" yet/m)
  },
  60_000,
)

test('each name has a baseline of its own, and the newest one counts', async () => {
  const pull = change()
  for (const [name, id] of [
    ['web', '1'],
    ['api', '2'],
    ['web', '3'],
  ] as const) {
    const report = lcov('a.js', { 1: 1, 2: id === '3' ? 1 : 0 })
    await run(pull, report, { name }, { ...cache.env, ...onBase, GITHUB_RUN_ID: id })
  }
  const step = await run(pull, before, { name: 'web' }, cache.env)
  expect(JSON.parse(step.outputs.delta ?? '').lines.before).toEqual({ covered: 2, total: 2 })
}, 60_000)

describe('A missing baseline is a notice', () => {
  const inputs = { 'max-decrease': '0' }
  test('on a first run', async () => {
    const step = await run(change(), after, inputs, cache.env)
    expect(step).toMatchObject({ code: 0, error: '', outputs: { delta: '' } })
    expect(notices(step)).toMatch(
      /no baseline for "main" yet.*a run of this workflow on that branch stores one/,
    )
  })

  test('on a machine without a cache', async () => {
    const step = await run(change(), after, inputs)
    expect(step).toMatchObject({ code: 0, error: '' })
    expect(notices(step)).toMatch(/no cache is available/)
  })

  test('as a path', async () => {
    const step = await run(change(), after, { ...inputs, baseline: 'base.json' })
    expect(step).toMatchObject({ code: 0, error: '' })
    expect(notices(step)).toMatch(/There is no baseline at "base.json"/)
  })

  test('when it is not wanted, not even that', async () => {
    const step = await run(change(), after, { ...inputs, baseline: 'none' }, cache.env)
    expect(notices(step)).not.toMatch(/baseline/)
  })

  test('when the cache is out of order, on both sides', async () => {
    cache.fail(400)
    const pull = change()
    expect(await run(pull, before, {}, { ...cache.env, ...onBase })).toMatchObject({ code: 0 })
    const step = await run(pull, after, inputs, cache.env)
    expect(step.code).toBe(0)
    expect(notices(step)).toMatch(/^The baseline could not be restored: Failed to restore: .*400$/m)
    expect(notices(step)).not.toMatch(/no baseline of "main" yet/)
  }, 60_000)

  test.each(
    ([1, 2] as const).flatMap((protocol) =>
      [400, 409, 500].map((status) => ({ protocol, status })),
    ),
  )(
    'when it answers $status in hostile words, by protocol $protocol',
    async (refusal) => {
      const service = await startCache(refusal.protocol)
      service.fail(refusal.status, hostileText)
      const pull = change()
      const given = { ...inputs, timeout: '3s', annotations: 'false' }
      const kept = await run(pull, before, given, { ...service.env, ...onBase })
      const restored = await run(pull, after, given, service.env)
      await service.close()
      expect(notices(kept)).toMatch(/^The baseline could not be stored: /m)
      expect(notices(restored)).toMatch(/^The baseline could not be restored: /m)
      for (const { commands, stderr, code } of [kept, restored]) {
        const others = commands.filter(({ name }) => !['add-mask', 'notice'].includes(name))
        expect([code, stderr, others]).toEqual([0, '', []])
        const titles = commands.filter(({ name }) => name === 'notice').map((it) => it.properties)
        expect(new Set(titles.map(({ title }) => title))).toEqual(new Set(['Coverage gate']))
      }
    },
    60_000,
  )
})

test('report-path is a baseline, and is as the README describes it', async () => {
  const pull = change()
  const first = await run(pull, before, { name: 'x/../y', baseline: 'none' }, onBase)
  const path = first.outputs['report-path'] ?? ''
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
    schema: 'ci-actions/coverage@1',
    commit: pull.base,
    totals: expect.objectContaining({ lines: { covered: 6, total: 8 } }),
    suites: { default: expect.objectContaining({ lines: { covered: 6, total: 8 } }) },
    files: [
      {
        path: 'a.js',
        counts: { lines: { covered: 3, total: 5 } },
        lines: { covered: '1-3', uncovered: '9-10' },
      },
      {
        path: 'b.js',
        counts: { lines: { covered: 3, total: 3 } },
        lines: { covered: '1-3', uncovered: '' },
      },
    ],
  })
  copyFileSync(path, join(pull.repository.folder, 'base.json'))
  const step = await run(pull, after, { baseline: 'base.json', 'max-decrease': '0' })
  expect(step.error).toMatch(/baseline: lines fell from 75.00 %/)
})

test.each([
  ['{}'],
  ['not JSON'],
  ['{"schema":"ci-actions/coverage@2"}'],
  [
    '{"schema":"ci-actions/coverage@1","commit":"x","totals":{"lines":{"covered":3,"total":2}},"suites":{},"files":[]}',
  ],
  [
    '{"schema":"ci-actions/coverage@1","commit":"x","totals":{"lines":{"covered":0.5,"total":2}},"suites":{},"files":[]}',
  ],
])('a baseline that is no such report is refused: %s', async (text) => {
  const pull = change()
  writeFileSync(join(pull.repository.folder, 'base.json'), text)
  const step = await run(pull, after, { baseline: 'base.json', 'max-decrease': '100' })
  expect(step.code).toBe(1)
  expect(step.error).toMatch(/^The baseline "base.json" is not a report of this action/)
})
