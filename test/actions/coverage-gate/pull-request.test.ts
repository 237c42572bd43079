import { copyFileSync, cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  answered,
  dropped,
  hanging,
  loginPage,
  reset,
  serverError,
  unavailable,
} from '../../emulators/faults.ts'
import { type GithubGiven, type GithubServer, startGithub } from '../../emulators/github.ts'
import type { ChangedFileGiven } from '../../emulators/github-repository.ts'
import type { Start, Step } from '../../support/bundle.ts'
import { checkout, type Pull, pullRequest } from '../../support/repository.ts'
import { runStep } from '../../support/step.ts'
import { lcov, lines } from './lcov.ts'

const tokens = {
  writes: { login: 'github-actions[bot]', pullRequests: 'write' },
  reads: { login: 'github-actions[bot]', pullRequests: 'read' },
  app: { login: 'ci[bot]', pullRequests: 'write' },
} as const

let open: GithubServer[] = []
afterEach(async () => {
  await Promise.all(open.map((server) => server.close()))
  open = []
})

async function github(given: Partial<GithubGiven> = {}): Promise<GithubServer> {
  const server = await startGithub({ tokens, ...given })
  open.push(server)
  return server
}

/** Lines 5 to 8 of src/a.js are changed: 5 and 6 are not covered, 7 is, 8 cannot be. */
function change(): Pull {
  const text = lines(20)
  const pull = pullRequest(
    { 'src/a.js': text, 'src/b.js': lines(5) },
    { 'src/a.js': text.replace(/line [5-8]\n/g, (line) => `new ${line}`) },
  )
  writeFileSync(join(pull.repository.folder, '.git/info/exclude'), '*.info\n')
  report(
    pull,
    lcov('src/a.js', { 1: 1, 2: 1, 5: 0, 6: 0, 7: 1, 20: 1 }) + lcov('src/b.js', { 1: 0 }),
  )
  return pull
}

function report(pull: Pull, text: string): void {
  writeFileSync(join(pull.repository.folder, 'lcov.info'), text)
}

function gate(
  pull: Pull,
  server: GithubServer,
  inputs: Start['inputs'] = {},
  env: Start['env'] = {},
): Promise<Step> {
  return runStep('coverage-gate', {
    workspace: pull.repository.folder,
    inputs: { reports: 'lcov.info', 'github-token': 'writes', ...inputs },
    env: {
      GITHUB_API_URL: server.url,
      GITHUB_GRAPHQL_URL: `${server.url}/graphql`,
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_SHA: pull.merge,
      GITHUB_REF: 'refs/pull/7/merge',
      ...env,
    },
    event: pull.event,
  })
}

const said = (step: Step, name: string): string[] =>
  step.commands.filter((command) => command.name === name).map(({ message }) => message)

describe('The changed lines of a pull request', () => {
  test.each([
    ['33.33', 0, ''],
    [
      '33.34',
      1,
      'The coverage gate is not met. patch: 33.33 % of the changed lines are covered (1 of 3), 1 line short of 33.34 %.',
    ],
    ['', 0, ''],
  ])('are held against patch-threshold: %s', async (threshold, code, error) => {
    const step = await gate(change(), await github(), { 'patch-threshold': threshold })
    expect(step).toMatchObject({ code, error })
    expect(JSON.parse(step.outputs.patch ?? '')).toEqual({
      known: true,
      percent: '33.33',
      covered: 1,
      total: 3,
      uncovered: [{ path: 'src/a.js', lines: [[5, 6]] }],
      unknown: [],
    })
    expect(step.summary).toMatch(/#### [✅❌]? ?Changed lines: \*\*33\.33 %\*\* \(1 of 3\)/u)
    expect(step.summary).toMatch(/src\/a&#46;js|src\/a\.js<\/code> \| ███░░░░░░░ \| .* \| 5–6 \|/)
  })

  test('are marked where they are not covered', async () => {
    const { commands } = await gate(change(), await github())
    expect(commands.filter(({ name }) => name === 'warning')).toEqual([
      {
        name: 'warning',
        properties: { title: 'Coverage gate', file: 'src/a.js', line: '5', endLine: '6' },
        message: 'These changed lines (5 to 6) are not covered by any test.',
      },
    ])
  })

  test('are marked in eight places at the most, and how many more there are is said', async () => {
    const pull = pullRequest({ 'a.js': '' }, { 'a.js': lines(40) })
    const hits = Array.from({ length: 40 }, (_, i) => [i + 1, i % 2 === 0 ? 0 : 1] as const)
    report(pull, lcov('a.js', Object.fromEntries(hits)))
    const warnings = said(await gate(pull, await github()), 'warning')
    expect(warnings).toHaveLength(8)
    expect(warnings.at(-1)).toMatch(/^And 13 more places/)
  })

  test('are met when none of them can be covered', async () => {
    const pull = pullRequest({ 'src/a.js': lines(3) }, { 'README.md': 'x\n' })
    report(pull, lcov('src/a.js', { 1: 0 }))
    const step = await gate(pull, await github(), { 'patch-threshold': '100' })
    expect(step).toMatchObject({ code: 0, error: '' })
    expect(step.summary).toContain('n/a: no executable lines changed')
  })

  test.each([
    ['warn', 0, 'warning'],
    ['fail', 1, 'error'],
  ])('of sources that no report knows: %s', async (ifUnknown, code, level) => {
    const pull = change()
    report(pull, lcov('src/b.js', { 1: 1 }))
    const inputs = { 'patch-threshold': '100', 'if-unknown': ifUnknown }
    const step = await gate(pull, await github(), inputs)
    expect(step.code).toBe(code)
    expect(said(step, level).join()).toMatch(
      /1 changed source file is missing from all reports.*: src\/a.js/,
    )
    expect(JSON.parse(step.outputs.patch ?? '')).toMatchObject({ unknown: ['src/a.js'] })
  })

  test('are not taken for covered when the reports tell no lines', async () => {
    const pull = change()
    const counts = { lines: { covered: 2, total: 2, skipped: 0, pct: 100 } }
    writeFileSync(join(pull.repository.folder, 's.json'), JSON.stringify({ 'src/a.js': counts }))
    const inputs = { reports: 's.json', 'patch-threshold': '1' }
    const step = await gate(pull, await github(), inputs)
    expect(step.error).toMatch(/patch: the reports contain only counts, no lines/)
  })

  test.each(['/app/src/a.js', 'C:\\build\\src\\a.js', '/build/x/../src/a.js'])(
    'are found in a report that calls the file %s',
    async (path) => {
      const pull = change()
      report(pull, lcov(path, { 5: 1, 6: 1, 7: 1 }) + lcov('src/a.js', { 5: 0, 9: 0 }))
      const step = await gate(pull, await github(), { 'patch-threshold': '100' })
      expect(step).toMatchObject({ code: 0, error: '' })
      expect(JSON.parse(step.outputs.totals ?? '').lines).toEqual({ covered: 3, total: 4 })
    },
  )
})

test('A go.mod that git knows but that is gone does no harm', async () => {
  const pull = pullRequest(
    { 'go.mod': 'module example.com/app\n', 'a.go': '' },
    { 'a.go': lines(2) },
  )
  rmSync(join(pull.repository.folder, 'go.mod'))
  report(pull, lcov('a.go', { 1: 1 }))
  const step = await gate(pull, await github(), { 'patch-threshold': '100' })
  expect(step).toMatchObject({ code: 0, error: '' })
  expect(step.summary).toContain('### ✅ The coverage gate is met')
})

/** What the API lists of a file. */
type Listed = Omit<ChangedFileGiven, 'filename'>

describe('A checkout that is too shallow', () => {
  const patch = '@@ -4,4 +4,4 @@\n line 4\n-line 5\n-line 6\n+new line 5\n+new line 6\n line 7'
  function shallow(): Pull {
    const pull = change()
    const clone = checkout(pull.repository, pull.merge, '--depth=1')
    for (const file of ['lcov.info', '.git/info/exclude']) {
      copyFileSync(join(pull.repository.folder, file), join(clone.folder, file))
    }
    return { ...pull, repository: clone }
  }

  test('is told by the API, page by page', async () => {
    const other = Array.from({ length: 320 }, (_, i) => ({
      filename: `docs/${i}.md`,
      additions: 1,
      patch: '@@ -0,0 +1 @@\n+x',
    }))
    const files = [...other, { filename: 'src/a.js', additions: 2, patch }]
    const step = await gate(shallow(), await github({ files }), { 'patch-threshold': '1' })
    expect(step.error).toMatch(/patch: 0.00 % of the changed lines are covered \(0 of 2\)/)
    expect(said(step, 'notice').join()).toMatch(
      /does not find the base of the pull request.*API is used instead.*"fetch-depth: 2"/,
    )
  })

  test.each<[string, Listed, string]>([
    ['of very many', { status: 'modified', additions: 900 }, 'src/a.js'],
    ['cut off', { status: 'modified', additions: 3, patch }, 'src/a.js'],
    ['that are taken for binary', { status: 'modified', additions: 0 }, 'src/a.js'],
    ['of a file of another name', { status: 'renamed', additions: 900 }, 'src/a.js'],
  ])('never passes on changes that the API leaves out: %s', async (_, file, path) => {
    const files = [{ filename: 'src/a.js', ...file }]
    const step = await gate(shallow(), await github({ files }), { 'patch-threshold': '0' })
    expect(step.error).toMatch(
      new RegExp(`patch: the API does not list the changed lines of ${path}.*"fetch-depth: 2"`),
    )
    expect(JSON.parse(step.outputs.patch ?? '')).toMatchObject({ known: false, unknown: [] })
  })

  test.each<[string, Listed]>([
    ['with its lines', { additions: 20 }],
    ['that is taken for binary', { additions: 0 }],
  ])('takes all lines of an added file for changed: %s', async (_, file) => {
    const files = [{ filename: 'src/a.js', status: 'added' as const, ...file }]
    const step = await gate(shallow(), await github({ files }), { 'patch-threshold': '70' })
    expect(step.error).toMatch(/patch: 66.66 % of the changed lines are covered \(4 of 6\)/)
  })

  test.each<[string, Partial<ChangedFileGiven> & { filename: string }]>([
    ['another name only', { filename: 'src/a.js', status: 'renamed', additions: 0 }],
    ['deleted lines only', { filename: 'src/a.js', status: 'modified', deletions: 2000 }],
    ['a file of no report', { filename: 'src/c.css', status: 'modified', additions: 9000 }],
    ['a test', { filename: 'Tests/C.js', status: 'modified', additions: 9000 }],
    [
      'a link',
      { filename: 'src/link.js', status: 'added', additions: 1, patch: '@@ -0,0 +1 @@\n+a' },
    ],
    ['a deleted file', { filename: 'src/b.js', status: 'removed', deletions: 9 }],
  ])('is met where nothing of a source is changed: %s', async (_, file) => {
    const pull = shallow()
    symlinkSync('a.js', join(pull.repository.folder, 'src/link.js'))
    const server = await github({ files: [{ additions: 0, ...file }] })
    const inputs = { 'patch-threshold': '100', 'if-unknown': 'fail' }
    expect(await gate(pull, server, inputs)).toMatchObject({ code: 0, error: '' })
  })

  test('says when the API lists no more files', async () => {
    const files = Array.from({ length: 3001 }, (_, i) => ({
      filename: `d/${i}.md`,
      additions: 1,
      patch: '@@ -0,0 +1 @@\n+x',
    }))
    const step = await gate(shallow(), await github({ files }))
    expect(said(step, 'notice').join()).toMatch(/only the first 3000 changed files/)
  })

  test.each([
    ['without a token', { 'github-token': '' }, /fetch-depth: 2/],
    ['with a wrong one', { 'github-token': 'wrong' }, /answered 401.*Check that the token/],
  ])('does not pass %s', async (_, inputs, message) => {
    const step = await gate(shallow(), await github(), { 'patch-threshold': '1', ...inputs })
    expect(step.code).toBe(1)
    expect(step.error).toMatch(message)
  })
})

describe('A checkout in a folder of the workspace', () => {
  /** A workspace with these checkouts, each in the folder of its name. */
  function beside(checkouts: Readonly<Record<string, Pull>>): string {
    const workspace = mkdtempSync(join(tmpdir(), 'workspace-'))
    for (const [folder, { repository }] of Object.entries(checkouts)) {
      cpSync(repository.folder, join(workspace, folder), { recursive: true })
    }
    return workspace
  }

  const other = (): Pull => {
    const pull = pullRequest({ 'src/a.js': lines(9) }, { 'src/a.js': lines(3) })
    report(pull, lcov('src/a.js', { 1: 1, 2: 1 }))
    return pull
  }

  test.each<[string, (pull: Pull) => string, string]>([
    ['alone', (pull) => beside({ app: pull }), 'app/lcov.info'],
    ['beside another', (pull) => beside({ aaa: other(), app: pull }), '*/lcov.info'],
    [
      'beside another, with its report alone',
      (pull) => beside({ aaa: other(), app: pull }),
      'app/*.info',
    ],
    [
      'with another one in it',
      (pull) => beside({ app: pull, 'app/tools': other() }),
      'app/**/*.info',
    ],
  ])('is that of the pull request: %s', async (_, workspaceOf, reports) => {
    const pull = change()
    const folder = workspaceOf(pull)
    const inputs = { reports, 'patch-threshold': '100', comment: 'false' }
    const step = await gate(
      { ...pull, repository: { ...pull.repository, folder } },
      await github(),
      inputs,
    )
    expect(step.error).toMatch(/patch: 33.33 % of the changed lines are covered \(1 of 3\)/)
    expect(JSON.parse(step.outputs.patch ?? '')).toMatchObject({
      uncovered: [{ path: 'app/src/a.js', lines: [[5, 6]] }],
      unknown: [],
    })
    const marks = step.commands.filter(({ properties }) => properties.file !== undefined)
    expect(marks.map(({ properties }) => properties.file)).toEqual(['src/a.js'])
  })

  test('is found by its name where only the API knows the changes', async () => {
    const { repository, ...pull } = change()
    const clone = checkout(repository, pull.merge, '--depth=1')
    clone.git('remote', 'set-url', 'origin', 'https://github.com/Org/app.git')
    copyFileSync(join(repository.folder, 'lcov.info'), join(clone.folder, 'lcov.info'))
    const folder = beside({ aaa: other(), app: { ...pull, repository: clone } })
    const server = await github({
      files: [
        { filename: 'src/a.js', additions: 1, patch: '@@ -4,1 +4,2 @@\n line 4\n+new line 5' },
      ],
    })
    const inputs = { reports: '*/lcov.info', 'patch-threshold': '100', comment: 'false' }
    const step = await gate({ ...pull, repository: { ...clone, folder } }, server, inputs)
    expect(step.error).toMatch(/patch: 0.00 % of the changed lines are covered \(0 of 1\)/)
  })

  test('is found below a workspace whose reports stand beside it', async () => {
    const pull = change()
    const folder = beside({ app: pull })
    cpSync(join(folder, 'app/lcov.info'), join(folder, 'artifacts/lcov.info'))
    const inputs = { reports: 'artifacts/*', 'patch-threshold': '100', comment: 'false' }
    const step = await gate(
      { ...pull, repository: { ...pull.repository, folder } },
      await github(),
      inputs,
    )
    expect(step.error).toMatch(/patch: 33.33 % of the changed lines are covered \(1 of 3\)/)
  })
})

const markers = (server: GithubServer) => server.comments.map(({ body }) => body.split('\n')[0])

describe('The comment', () => {
  test('is written once, and then kept up to date', async () => {
    const server = await github({
      comments: Array.from({ length: 120 }, (_, i) => ({ login: 'a', body: `comment ${i}` })),
    })
    const pull = change()
    const first = await gate(pull, server)
    expect(first.stdout).toContain('The comment on the pull request was created')
    report(pull, lcov('src/a.js', { 5: 1, 6: 1, 7: 1 }))
    const second = await gate(pull, server, { thresholds: '100' })
    expect(second.stdout).toContain('The comment on the pull request was updated')
    const third = await gate(pull, server, { thresholds: '100' })
    expect(third.stdout).toContain('The comment on the pull request was unchanged')
    expect(server.comments).toHaveLength(121)
    const { body, login } = server.comments[120] ?? {}
    expect(login).toBe('github-actions[bot]')
    expect(body).toContain('### ✅ The coverage gate is met')
    expect(body).toContain('**100.00 %** (3 of 3)')
  })

  test('is one, also when two jobs write it at the same time', async () => {
    const server = await github()
    const pull = change()
    const steps = await Promise.all([gate(pull, server), gate(pull, server), gate(pull, server)])
    expect(steps.map(({ code }) => code)).toEqual([0, 0, 0])
    expect(server.comments).toHaveLength(1)
  })

  test('is one for each name', async () => {
    const server = await github()
    const pull = change()
    for (const name of ['web', 'api --> x', 'web']) await gate(pull, server, { name })
    expect(markers(server)).toEqual([
      '<!-- ci-actions: coverage%2Dgate%2FDeliver%2Fdeploy%2Fweb -->',
      '<!-- ci-actions: coverage%2Dgate%2FDeliver%2Fdeploy%2Fapi%20%2D%2D%3E%20x -->',
    ])
  })

  test('is one for each workflow and job', async () => {
    const server = await github()
    const pull = change()
    const places = [
      { GITHUB_WORKFLOW: 'Web', GITHUB_JOB: 'test' },
      { GITHUB_WORKFLOW: 'API', GITHUB_JOB: 'test' },
      { GITHUB_WORKFLOW: 'API', GITHUB_JOB: 'e2e' },
    ]
    for (const place of [...places, ...places]) await gate(pull, server, {}, place)
    expect(server.comments).toHaveLength(3)
  })

  test('of earlier versions, which had no workflow and job in its mark, is taken over', async () => {
    const body = '<!-- ci-actions: coverage%2Dgate%2FCoverage -->\nwritten before'
    const server = await github({ comments: [{ login: 'github-actions[bot]', body }] })
    const pull = change()
    const first = await gate(pull, server)
    expect(first.stdout).toContain('The comment on the pull request was updated')
    await gate(pull, server, {}, { GITHUB_WORKFLOW: 'Other' })
    expect(markers(server)).toEqual([
      '<!-- ci-actions: coverage%2Dgate%2FDeliver%2Fdeploy%2FCoverage -->',
      '<!-- ci-actions: coverage%2Dgate%2FOther%2Fdeploy%2FCoverage -->',
    ])
    expect(server.comments[0]?.body).not.toContain('written before')
  })

  test.each([
    ['writes', 'mallory', 2],
    ['app', 'ci[bot]', 1],
    ['app', 'other[bot]', 2],
    ['app', 'github-actions[bot]', 1],
  ])('of token "%s" is not the one that %s marked as if', async (token, login, count) => {
    for (const id of ['', 'Deliver%2Fdeploy%2F']) {
      const body = `<!-- ci-actions: coverage%2Dgate%2F${id}Coverage -->\nmine`
      const server = await github({ comments: [{ login, body }] })
      const step = await gate(change(), server, { 'github-token': token })
      expect(step.code).toBe(0)
      expect(server.comments).toHaveLength(count)
      if (count === 2) expect(server.comments[0]?.body).toBe(body)
    }
  })

  test('is not written with a token that only reads: green, and said', async () => {
    const server = await github()
    const step = await gate(change(), server, { 'github-token': 'reads', thresholds: '50' })
    expect(step).toMatchObject({ code: 0, error: '' })
    expect(said(step, 'notice').join()).toMatch(
      /could not be updated; the job summary has its full text.*403.*Resource not accessible by integration.*pull-requests: write/,
    )
    expect(step.summary).toContain('#### Changed lines')
  })

  test.each([{ comment: 'false' }, { 'github-token': '' }])(
    'is left alone with %j',
    async (inputs) => {
      const server = await github()
      expect(await gate(change(), server, inputs)).toMatchObject({ code: 0 })
      expect(server.requests).toEqual([])
    },
  )

  test.each([
    ['a lost answer', { fault: dropped, method: 'POST', first: 1 }, 1],
    ['an error that was carried out', { fault: serverError, method: 'POST', first: 1 }, 1],
    ['a reset before anything', { fault: reset, method: 'GET', first: 1 }, 1],
    ['a busy server', { fault: unavailable, method: 'GET', first: 2 }, 1],
    [
      'a rate limit',
      {
        fault: answered(403, '{"message":"secondary rate limit"}', { 'retry-after': '0' }),
        first: 1,
      },
      1,
    ],
    [
      'too many requests',
      { fault: answered(429, '{"message":"slow down"}', { 'retry-after': '0' }), first: 1 },
      1,
    ],
    [
      'a used up limit',
      {
        fault: answered(403, '{"message":"x"}', {
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': '9999999999',
        }),
      },
      0,
    ],
    ['a login page', { fault: loginPage, method: 'GET' }, 0],
    ['no permission', { fault: answered(404, '{"message":"Not Found"}') }, 0],
  ])('survives %s', async (_, rule, count) => {
    const server = await github()
    server.play([rule])
    const step = await gate(change(), server)
    expect(step).toMatchObject({ code: 0, error: '' })
    expect(server.comments).toHaveLength(count)
    if (count === 0)
      expect(said(step, 'notice').join()).toMatch(
        /The comment on the pull request could not be updated/,
      )
    expect(step.took).toBeLessThan(10_000)
  })

  test('that is never answered is given up after the timeout: green, and said', async () => {
    const server = await github()
    server.play([{ fault: hanging }])
    const step = await gate(change(), server, { timeout: '3s' })
    expect(step).toMatchObject({ code: 0, error: '', outputs: { passed: 'true' } })
    expect(said(step, 'notice').join()).toMatch(
      /The comment on the pull request could not be updated/,
    )
    expect(step.took).toBeLessThan(10_000)
  })

  test('that is never answered does not hold up a cancelled job', async () => {
    const server = await github()
    server.play([{ fault: hanging }])
    const pull = change()
    const step = await runStep('coverage-gate', {
      workspace: pull.repository.folder,
      inputs: { reports: 'lcov.info', 'github-token': 'writes' },
      env: {
        GITHUB_API_URL: server.url,
        GITHUB_EVENT_NAME: 'pull_request',
        GITHUB_SHA: pull.merge,
      },
      event: pull.event,
      watch: (stdout, kill) => {
        if (stdout.includes('not covered')) kill('SIGTERM')
      },
    })
    expect(step.code).toBe(1)
    expect(step.outputs.passed).toBe('true')
    expect(step.took).toBeLessThan(10_000)
  })

  test('of very much stays below what GitHub takes, and is whole', async () => {
    const server = await github()
    const pull = change()
    const names = Array.from({ length: 900 }, (_, i) => `suite ${i} ${'x'.repeat(60)}: lcov.info`)
    await gate(pull, server, { reports: names.join('\n') })
    const { body = '' } = server.comments[0] ?? {}
    expect(body.length).toBeLessThanOrEqual(65_536)
    expect(body.length).toBeGreaterThan(60_000)
    expect(body).toMatch(/… truncated; the job summary has the rest\.$/)
  })
})

test('Text from outside makes no mention, link, command or broken table of the comment', async () => {
  const server = await github()
  const path = 'src/@org|<b>`x`[a](b) ##[error]y.js'
  const pull = pullRequest({ 'src/z.js': '' }, { [path]: lines(3) })
  report(pull, lcov(path, { 1: 0, 2: 1 }))
  const step = await gate(pull, server, { thresholds: '"src/": 90' })
  expect(step.commands.map(({ name }) => name)).toEqual(['add-mask', 'warning', 'error'])
  for (const text of [step.summary, server.comments[0]?.body ?? '']) {
    expect(text).not.toMatch(/@org|<b>|\]\(b\)|[^|\\]\|<b/)
  }
})
