import { prSizeLabel } from '../../../actions/pr-size-label/src/main.ts'
import {
  answered,
  badGateway,
  dropped,
  type Fault,
  hanging,
  loginPage,
  reset,
  serverError,
  truncated,
  unavailable,
} from '../../emulators/faults.ts'
import { type GithubGiven, type GithubServer, startGithub } from '../../emulators/github.ts'
import type { ChangedFileGiven } from '../../emulators/github-repository.ts'
import { send } from '../../emulators/server.ts'
import { type Start, type Step, whenAsked } from '../../support/bundle.ts'
import { annotations } from '../../support/commands.ts'
import { leakedSecrets } from '../../support/secrets.ts'
import { runStep } from '../../support/step.ts'
import { refusalOf, type WrongInput, wrongEverywhere } from '../../support/wrong-inputs.ts'

const tokens = {
  ghs_writes0123456789: { login: 'github-actions[bot]', pullRequests: 'write', issues: 'write' },
  ghs_labels0123456789: { login: 'github-actions[bot]', pullRequests: 'write' },
  ghs_blind00123456789: {
    login: 'github-actions[bot]',
    pullRequests: 'write',
    issues: 'write',
    contents: 'none',
  },
  ghs_reads00123456789: { login: 'github-actions[bot]', pullRequests: 'read' },
} as const
const [writes, labels, blind, reads] = Object.keys(tokens) as (keyof typeof tokens)[]

let server: GithubServer
afterEach(() => server?.close())

async function github(given: Partial<GithubGiven> = {}): Promise<void> {
  server = await startGithub({ tokens, ...given })
}

const sha = 'a'.repeat(40)
const base = 'b'.repeat(40)
const pull = { number: 7, title: 'x', base: { ref: 'main', sha: base }, head: { ref: 'x', sha } }

function measure(inputs: Start['inputs'] = {}, more: Omit<Start, 'inputs'> = {}): Promise<Step> {
  const { env, ...others } = more
  return runStep('pr-size-label', {
    inputs: { 'github-token': writes ?? '', ...inputs },
    env: {
      GITHUB_API_URL: server.url,
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_SHA: sha,
      ...env,
    },
    event: { pull_request: pull },
    ...others,
  })
}

const file = (filename: string, additions: number, deletions = 0): ChangedFileGiven => ({
  filename,
  additions,
  deletions,
})
const many = (count: number): ChangedFileGiven[] =>
  Array.from({ length: count }, (_, i) => file(`src/${i}.ts`, 2, 1))
const methods = (): string => server.requests.map(({ method }) => method).join(' ')
const all = { 'exclude-generated': 'false' }

describe('The size', () => {
  test.each([
    [0, 'XS'],
    [9, 'XS'],
    [10, 'S'],
    [29, 'S'],
    [30, 'M'],
    [99, 'M'],
    [100, 'L'],
    [499, 'L'],
    [500, 'XL'],
    [999, 'XL'],
    [1000, 'XXL'],
    [1_000_000, 'XXL'],
  ])('of %i lines is %s, as pascalgn/size-label-action has it', async (lines, size) => {
    await github({ files: [file('a.ts', lines)] })
    const step = await measure()
    expect(step).toMatchObject({
      code: 0,
      outputs: { size, label: `size/${size}`, lines: String(lines), files: '1', changed: 'true' },
    })
    expect(server.pull.labels).toEqual([`size/${size}`])
  })

  test.each([
    ['{"0": "S", "20": "Big one"}', 'Big one'],
    ['0: S\n20: Big one', 'Big one'],
    ['S: 0\nBig one: 20', 'Big one'],
    ['Huge: 21', ''],
  ])('is one of those given: %j', async (sizes, size) => {
    await github({ files: [file('a.ts', 20)], pull: { files: [file('a.ts', 20)] } })
    const step = await measure({ sizes, 'label-prefix': '' })
    expect(step.outputs).toMatchObject({ size, label: size })
    expect(server.pull.labels).toEqual(size === '' ? [] : [size])
  })

  test.each([
    ['changes', '8'],
    ['additions', '5'],
  ])('counts %s', async (count, lines) => {
    await github({ files: [file('a.ts', 5, 3)] })
    expect((await measure({ count, ...all })).outputs.lines).toBe(lines)
    expect((await measure({ count })).outputs.lines).toBe(lines)
  })

  test('of what is only renamed is nothing', async () => {
    const renamed = { filename: 'b.ts', previous_filename: 'a.ts', status: 'renamed' as const }
    await github({ files: [{ ...renamed, additions: 0, deletions: 0 }] })
    expect((await measure()).outputs).toMatchObject({ lines: '0', size: 'XS', files: '1' })
  })

  test('is told in the summary and the log', async () => {
    await github({ files: [file('a.ts', 5, 3), file('yarn.lock', 900)] })
    const step = await measure()
    expect(step.stdout).toContain('#7 is XS: 8 lines in 1 file, 1 file excluded.')
    expect(step.summary).toBe(
      '### Size of the pull request\n\n' +
        '| size | lines | files | excluded | label |\n| --- | --- | --- | --- | --- |\n' +
        '| XS | 8 | 1 | 1 | <code>size/XS</code> is set |\n\n',
    )
  })
})

describe('What does not count', () => {
  const files = [
    file('src/a.ts', 1),
    file('package-lock.json', 10),
    file('web/yarn.lock', 100),
    file('gen/api.pb.go', 1000),
    file('gen/own.go', 10_000),
    file('vendor/x/y.c', 100_000),
  ]
  const attributes = [
    '# generated',
    '*.pb.go linguist-generated=true diff',
    'gen/** linguist-generated',
    'gen/own.go -linguist-generated',
    'vendor/** linguist-vendored',
    'web/yarn.lock linguist-generated=false',
  ].join('\n')
  const contents = {
    [`${base}:.gitattributes`]: attributes,
    [`${sha}:.gitattributes`]: '* linguist-generated',
  }

  test.each([
    ['lock files', {}, {}, 110_001 + 1000, 2],
    ['what the base calls generated or vendored', {}, { contents }, 10_101, 3],
    ['nothing, when that is wanted', all, { contents }, 111_111, 0],
    ['what is excluded', { exclude: 'vendor/\n*.go' }, {}, 1, 5],
    [
      'what is excluded, but not what is counted again',
      { exclude: '*.go\n!own.go' },
      {},
      110_001,
      3,
    ],
    [
      'generated files, unless they are counted again',
      { exclude: '!*.json' },
      { contents },
      10_111,
      2,
    ],
    ['a list of YAML', { exclude: '- vendor/\n- "*.go"' }, {}, 1, 5],
    ['a list of JSON', { exclude: '["vendor/", "*.go"]' }, {}, 1, 5],
    ['excluded files alone', { exclude: 'vendor', ...all }, { contents }, 11_111, 1],
    ['what braces stand for', { exclude: '{vendor,gen}/**', ...all }, {}, 111, 3],
    ['what a group stands for', { exclude: '(vendor|gen)/**', ...all }, {}, 111, 3],
    ['what an exact group stands for', { exclude: '*.@(go|json)', ...all }, {}, 100_101, 3],
  ])('%s', async (_, inputs, given, lines, excluded) => {
    await github({ files, ...given })
    const { outputs } = await measure(inputs)
    expect(outputs).toMatchObject({
      lines: String(lines),
      excluded: String(excluded),
      files: String(files.length - excluded),
    })
  })

  test.each([
    ['"*.c": 0', 11_111],
    ['"*": 0.5', 55_555.5],
    ['"*": 0.01\n"src/": 2', 1113.1],
  ])('whole: weights %j', async (weights, lines) => {
    await github({ files })
    const { outputs } = await measure({ weights, ...all })
    expect(outputs.lines).toBe(String(lines))
  })

  test('is a notice where .gitattributes cannot be read, and the size goes on', async () => {
    await github({ files, contents })
    const step = await measure({ 'github-token': blind ?? '' })
    expect(step).toMatchObject({ code: 0, outputs: { excluded: '2' } })
    expect(annotations(step)).toEqual([
      expect.stringMatching(
        /^notice: The .gitattributes of the base branch cannot be read.*contents: read/,
      ),
    ])
  })

  test('is not known beyond 3,000 files, which is said', async () => {
    await github({ files: [...many(3000), file('yarn.lock', 500)] })
    const step = await measure()
    expect(step.outputs).toMatchObject({
      lines: '9500',
      files: '3001',
      excluded: '0',
      truncated: 'true',
    })
    expect(annotations(step).join()).toMatch(/^notice: GitHub lists only the first 3,000 files/)
    expect(step.summary).toContain('GitHub lists only the first 3,000 files')
  })

  test('leaves nothing out where no file has to be told from another, however many there are', async () => {
    await github({ files: many(5000) })
    expect((await measure(all)).outputs).toMatchObject({ lines: '15000', truncated: 'false' })
  })
})

describe('Requests', () => {
  test('are three at most for 300 files that are all counted, one when nothing changes', async () => {
    await github({ files: many(300), pull: { files: many(300), labels: ['size/S'] } })
    const first = await measure(all)
    expect(first.outputs).toMatchObject({ lines: '900', files: '300', size: 'XL' })
    // Once in the life of the label it is given its colour.
    expect(methods()).toBe('GET POST DELETE PATCH')
    expect(server.labels).toContainEqual({
      name: 'size/XL',
      color: expect.not.stringMatching('ededed'),
      description: '500 to 999 changed lines',
    })
    await measure(all)
    expect(methods()).toBe('GET POST DELETE PATCH GET')
    server.pull.labels.splice(0, 1, 'size/S')
    await measure(all)
    expect(methods()).toBe('GET POST DELETE PATCH GET GET POST DELETE')
  })

  test('read all pages where a file may be left out', async () => {
    await github({ files: many(300) })
    await measure()
    expect(methods()).toBe('GET GET GET GET GET POST PATCH')
  })
})

describe('Labels', () => {
  test('of others stay, and of ours only the right one', async () => {
    const has = ['bug', 'size/XS', 'Size/xl', 'size/custom', 'size']
    await github({ files: [file('a.ts', 20)], pull: { files: [file('a.ts', 20)], labels: has } })
    expect((await measure()).outputs.changed).toBe('true')
    expect(server.pull.labels).toEqual(['bug', 'size/custom', 'size', 'size/S'])
  })

  test('that are right are left alone, however they are written', async () => {
    await github({ pull: { labels: ['Size/xs'] } })
    expect((await measure()).outputs).toMatchObject({ changed: 'false', label: 'size/XS' })
    expect(methods()).not.toMatch(/POST|DELETE|PATCH/)
  })

  test.each([
    [0, {}, { name: 'size/XS', color: '00d716', description: '0 to 9 changed lines' }],
    [50, {}, { name: 'size/M', color: 'acd716', description: '30 to 99 changed lines' }],
    [5000, {}, { name: 'size/XXL', color: 'd70016', description: '1000 or more changed lines' }],
    [0, { colors: 'xs: "#ABCDEF"' }, { name: 'size/XS', color: 'abcdef' }],
    [0, { colors: 'XS: 012345' }, { name: 'size/XS', color: '012345' }],
  ])('of %i lines are made with a colour %j', async (lines, inputs, label) => {
    await github({ files: [file('a.ts', lines)] })
    await measure(inputs)
    expect(server.labels).toMatchObject([label])
  })

  test('take the place of an old one where there are 100 already', async () => {
    const others = Array.from({ length: 99 }, (_, i) => `label ${i}`)
    await github({ pull: { labels: [...others, 'size/XL'] } })
    expect(await measure()).toMatchObject({ code: 0, outputs: { changed: 'true' } })
    expect(server.pull.labels).toEqual([...others, 'size/XS'])
  })

  test('cannot be set where there are 100 others already, which is told', async () => {
    const others = Array.from({ length: 100 }, (_, i) => `label ${i}`)
    await github({ pull: { labels: others } })
    const step = await measure()
    expect([step.code, step.error]).toEqual([1, expect.stringContaining('at most 100 labels')])
    expect(server.pull.labels).toEqual(others)
  })

  test('that another job has set meanwhile go too', async () => {
    await github({ pull: { labels: ['size/XL'] } })
    const meanwhile: Fault = (execute, response) => {
      server.pull.labels.push('size/M')
      send(response, execute())
    }
    server.play([{ fault: meanwhile, method: 'POST', first: 1 }])
    await measure()
    expect(server.pull.labels).toEqual(['size/XS'])
  })

  test('that somebody has taken off meanwhile are no failure', async () => {
    await github({ pull: { labels: ['size/XL'] } })
    const meanwhile: Fault = (execute, response) => {
      server.pull.labels.splice(0, 1)
      send(response, execute())
    }
    server.play([{ fault: meanwhile, method: 'DELETE', first: 1 }])
    expect((await measure()).code).toBe(0)
    expect(server.pull.labels).toEqual(['size/XS'])
  })

  test('that somebody has painted keep their colour', async () => {
    const label = { name: 'size/XS', color: '123456', description: 'mine' }
    await github({ labels: [label] })
    await measure()
    expect(server.labels).toEqual([label])
  })

  test('are not touched in a dry run', async () => {
    await github({ pull: { labels: ['size/XL'] } })
    const step = await measure({ 'dry-run': 'true' })
    expect(step.outputs).toMatchObject({ size: 'XS', changed: 'false' })
    expect(step.summary).toContain('<code>size/XS</code> would be set (dry run)')
    expect(server.pull.labels).toEqual(['size/XL'])
  })

  test.each<[string, Fault, number, RegExp]>([
    [
      'may not be taken off',
      answered(403, '{"message":"no"}'),
      0,
      /^warning: An old label could not be removed. .*DELETE.* answered 403: "no"/,
    ],
    ['cannot be taken off', answered(422, '{"message":"no"}'), 1, /^error: .*DELETE.* 422: "no"/],
  ])('that %s leave the new one, which is told', async (_, fault, code, message) => {
    await github({ pull: { labels: ['size/XL'] } })
    server.play([{ fault, method: 'DELETE' }])
    const step = await measure()
    expect(step).toMatchObject({ code, outputs: { label: 'size/XS', changed: 'true' } })
    expect(annotations(step).join()).toMatch(message)
    expect(step.summary).toContain('<code>size/XS</code> is set, but an old one remains')
    expect(server.pull.labels).toEqual(['size/XL', 'size/XS'])
  })

  test('with names that are odd stay what they are', async () => {
    const sizes = '{"0": "a/b ?#%&é 💥"}'
    await github()
    await measure({ sizes })
    expect(server.pull.labels).toEqual(['size/a/b ?#%&é 💥'])
    await measure({ sizes: '{"0": "XS", "9": "a/b ?#%&é 💥"}' })
    expect(server.pull.labels).toEqual(['size/XS'])
  })
})

describe('A token that may not', () => {
  test('write: green, with a warning and the size in the summary', async () => {
    await github({ files: [file('a.ts', 20)] })
    const step = await measure({ 'github-token': reads ?? '' })
    expect(step).toMatchObject({ code: 0, outputs: { size: 'S', lines: '20', changed: 'false' } })
    expect(annotations(step)).toEqual([
      'warning: The label was not set. GitHub (POST /repos/org/app/issues/7/labels) answered 403: ' +
        '"Resource not accessible by integration". Add "pull-requests: write" under "permissions" of this job ("read" is enough to read). ' +
        'Pull requests from forks never get it. If the repository does not have the label yet, "issues: write" is needed too; or create the label once.',
    ])
    expect(step.summary).toMatch(/\| S \| 20 \| 1 \| 0 \| <code>size\/S<\/code> is not set \|/)
  })

  test.each<[string, object, string]>([
    ['is not told', {}, 'warning'],
    ['is gone', { repo: null }, 'notice'],
    ['is a fork', { repo: { full_name: 'stranger/app' } }, 'notice'],
    ['is this one', { repo: { full_name: 'org/app' } }, 'warning'],
  ])('write, where the repository of the head %s', async (_, repository, level) => {
    await github({ files: [file('a.ts', 20)] })
    const fault: Fault = (execute, response) => {
      const answer = execute()
      const pull = { ...JSON.parse(answer.body), head: { ref: 'x', sha, ...repository } }
      send(response, { ...answer, body: JSON.stringify(pull) })
    }
    server.play([{ fault, method: 'GET', first: 1 }])
    const step = await measure({ 'github-token': reads ?? '', 'exclude-generated': 'false' })
    expect(step).toMatchObject({ code: 0, outputs: { size: 'S' } })
    expect(annotations(step).join()).toMatch(new RegExp(`^${level}: The label was not set`))
  })

  test('write holds a limit all the same', async () => {
    await github({ files: [file('a.ts', 20)] })
    const step = await measure({ 'github-token': reads ?? '', 'fail-above': '10' })
    expect(step).toMatchObject({ code: 1, outputs: { size: 'S' } })
  })

  test('make a label: it may still give one that is there', async () => {
    await github({ labels: [{ name: 'size/XS' }] })
    const step = await measure({ 'github-token': labels ?? '' })
    expect(step).toMatchObject({ code: 0, outputs: { changed: 'true' } })
    expect(annotations(step).join()).toMatch(/^notice: The label remains grey. .*403/)
    expect(server.pull.labels).toEqual(['size/XS'])
  })
})

describe('A limit', () => {
  const over = '#7 is XL: 600 lines in 1 file. It exceeds'
  test.each<[string, Start['inputs'], string[], number, string[]]>([
    ['that holds', { 'fail-above': '600', 'warn-above': 'XL' }, [], 0, []],
    [
      'of lines',
      { 'fail-above': '599' },
      [],
      1,
      [`error: ${over} 599, the limit of "fail-above". Split it.`],
    ],
    [
      'that is a size',
      { 'fail-above': 'l' },
      [],
      1,
      [`error: ${over} l, the limit of "fail-above". Split it.`],
    ],
    [
      'that warns',
      { 'warn-above': 'L' },
      [],
      0,
      [`warning: ${over} L, the limit of "warn-above". Split it.`],
    ],
    [
      'that can be lifted',
      { 'fail-above': 'L', 'override-label': 'big is ok' },
      [],
      1,
      [`error: ${over} L, the limit of "fail-above". Split it, or add the label "big is ok".`],
    ],
    [
      'that is lifted',
      { 'fail-above': 'L', 'override-label': 'big is ok' },
      ['Big is OK'],
      0,
      [`warning: ${over} L, the limit of "fail-above". Its label "big is ok" overrides the limit.`],
    ],
    ['of warnings that is lifted', { 'warn-above': '1', 'override-label': 'x' }, ['x'], 0, []],
  ])('%s', async (_, inputs, has, code, due) => {
    const files = [file('a.ts', 600)]
    await github({ pull: { files, labels: has } })
    const step = await measure(inputs)
    expect([step.code, annotations(step)]).toEqual([code, due])
    expect(step.outputs).toMatchObject({ size: 'XL', changed: 'true' })
    expect(step.summary).toContain('| XL | 600 |')
  })
})

describe('The pull request', () => {
  test.each([
    ['pull_request_target', { pull_request: pull }],
    ['an edited base: it is measured as it is now', { action: 'edited', pull_request: pull }],
    ['merge_group', { merge_group: { head_ref: `refs/heads/gh-readonly-queue/main/pr-7-${sha}` } }],
    ['issue_comment', { issue: { number: 7, pull_request: {} } }],
    ['push', {}],
  ])('is that of %s', async (name, event) => {
    await github({ files: [file('a.ts', 20)], pull: { files: [file('a.ts', 20)] } })
    const env = { GITHUB_EVENT_NAME: name.split(' ')[0] ?? '' }
    const step = await measure({}, { event, env })
    expect(step).toMatchObject({ code: 0, outputs: { size: 'S' } })
    expect(server.pull.labels).toEqual(['size/S'])
  })

  test('of a fork is labelled after its workflow run', async () => {
    await github({ pull: { home: 'stranger/app', files: [file('a.ts', 20)] } })
    const workflow_run = {
      name: 'CI',
      event: 'pull_request',
      head_sha: sha,
      head_branch: 'feature',
      head_repository: { owner: { login: 'stranger' } },
    }
    const env = { GITHUB_EVENT_NAME: 'workflow_run' }
    await measure({}, { event: { workflow_run }, env })
    expect(server.pull.labels).toEqual(['size/S'])
  })

  test('is missing on a push to no branch of one: a notice, and green', async () => {
    await github({ pull: { head: { ref: 'x', sha: 'd'.repeat(40) } } })
    const step = await measure({}, { event: {}, env: { GITHUB_EVENT_NAME: 'push' } })
    expect(step).toMatchObject({ code: 0, outputs: { size: '', label: '', changed: 'false' } })
    expect(annotations(step)).toEqual([
      'notice: No size was determined. No pull request has aaaaaaa as its head or merge commit.',
    ])
  })
})

describe('GitHub', () => {
  test.each<[string, Fault, string]>([
    ['loses the answer to a label', dropped, 'POST'],
    ['loses the answer to a removal', dropped, 'DELETE'],
    ['fails behind a gateway', badGateway, 'POST'],
    ['resets the connection', reset, 'GET'],
    ['is busy', unavailable, 'GET'],
    [
      'has had enough for a moment',
      answered(403, '{"message":"You have exceeded a secondary rate limit"}', {
        'retry-after': '0',
      }),
      'POST',
    ],
  ])('%s: the label is right', async (_, fault, method) => {
    await github({ pull: { labels: ['size/XL', 'bug'] } })
    server.play([{ fault, method, first: 1 }])
    expect(await measure()).toMatchObject({ code: 0, outputs: { changed: 'true' } })
    expect(server.pull.labels).toEqual(['bug', 'size/XS'])
  })

  test.each<[string, Fault, string, RegExp, string]>([
    ['is a login page', loginPage, 'GET', /not what its API describes.*text\/html/, ''],
    ['tells half of its JSON', truncated, 'GET', /not what its API describes/, ''],
    ['does not know the token', answered(401, '{}'), 'GET', /401.*Check that the token/, ''],
    ['shows nothing', answered(404, '{"message":"Not Found"}'), 'GET', /404/, ''],
    ['is broken for good where it writes', serverError, 'POST', /answered 500, 5 times/, 'XS'],
    [
      'has no requests left for an hour',
      answered(403, '{"message":"API rate limit exceeded"}', {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + 3600),
      }),
      'GET',
      /too many requests/,
      '',
    ],
  ])('%s: red, and said', async (_, fault, method, message, size) => {
    await github()
    server.play([{ fault, method }])
    const step = await measure()
    expect(step).toMatchObject({ code: 1, outputs: { size, changed: 'false' } })
    expect(step.error).toMatch(message)
  })

  test('that never answers does not hold up the step longer than given', async () => {
    await github()
    server.play([{ fault: hanging }])
    const step = await measure({ timeout: '1s' })
    expect(step.error).toMatch(/The time limit given, 1 s, was reached/)
    expect(step.took).toBeLessThan(10_000)
  })

  test.each(['SIGINT', 'SIGTERM'] as const)('that never answers: %s ends it', async (signal) => {
    await github({ files: [file('a.ts', 20)] })
    server.play([{ fault: hanging, method: 'POST' }])
    const asked = {
      get requests() {
        return server.requests.filter(({ method }) => method === 'POST').length
      },
    }
    const step = await measure({}, { watch: whenAsked(asked, signal) })
    expect(step).toMatchObject({ code: 1, outputs: { size: 'S', changed: 'false' } })
    expect(step.error).toMatch(/The job was cancelled/)
    expect(step.took).toBeLessThan(10_000)
  })

  test('is told the token, and nobody else is', async () => {
    await github()
    for (const token of [writes, reads, 'ghs_wrong0123456789']) {
      const step = await measure({ 'github-token': token ?? '', 'override-label': token ?? '' })
      expect(leakedSecrets(step, [token ?? ''])).toEqual([])
    }
  })
})

test('Names from outside make no command, mention, link or broken table', async () => {
  const names = ['::error::x', 'a\n::add-mask::x', '##[error]y', '| a | b', '@org/team', '<b>.lock']
  await github({
    files: names.map((name) => file(name, 1)),
    contents: { [`${base}:.gitattributes`]: names.join('\n').repeat(50) },
    pull: { files: names.map((name) => file(name, 1)), title: names.join(), labels: names },
  })
  const step = await measure({ sizes: JSON.stringify({ 0: '::error::@org/team | <b>' }) })
  expect([step.code, annotations(step)]).toEqual([0, []])
  const [, , , , row = ''] = step.summary.split('\n')
  expect(row.replaceAll('\\|', '').split('|')).toHaveLength(7)
  expect(step.summary).not.toMatch(/@org|<b>/)
})

test.each(['*a'.repeat(30), `${'**/a/'.repeat(200)}b`, '[a-z]'.repeat(500)])(
  'A pattern that could explode is read in a moment: %.20s',
  async (pattern) => {
    const files = [file(`${'a/'.repeat(500)}${'a'.repeat(60)}b`, 1)]
    await github({
      files,
      contents: { [`${base}:.gitattributes`]: `${pattern} linguist-generated` },
    })
    const weights = JSON.stringify({ [pattern]: 0.5 })
    const step = await measure({ exclude: pattern, weights })
    expect(step).toMatchObject({ code: 0, outputs: { files: '1' } })
    expect(step.took).toBeLessThan(10_000)
  },
)

describe('An input that is wrong', () => {
  test.each<[Readonly<Record<string, string>>, RegExp]>([
    [{ sizes: 'XS' }, /"sizes" must be YAML or JSON such as/],
    [{ sizes: '{}' }, /"sizes" must be/],
    [{ sizes: '{"0": "XS", "10": "xs"}' }, /"xs" occurs twice/],
    [{ sizes: 'XS: 0\nS: 0' }, /"0" occurs twice/],
    [{ sizes: '{"-1": "XS"}' }, /at "-1"/],
    [{ sizes: 'XS: 1.5' }, /at "1.5"/],
    [{ sizes: '{"0": ""}' }, /"sizes" must be/],
    [{ sizes: '{"0": ["XS"]}' }, /"sizes" must be/],
    [{ sizes: '{"0": "XS"' }, /it is not valid YAML/],
    [{ exclude: 'a//b' }, /"exclude": a pattern cannot start with .*Got "a\/\/b"\./],
    [
      { sizes: `{"0": "${'x'.repeat(46)}"}` },
      /result in the label "size\/x{46}", but GitHub allows at most 50 characters/,
    ],
    [{ exclude: '*.lock *.min.js' }, /"exclude": write \*\.lock and .* on separate lines/],
    [{ exclude: '+(a|b)/**' }, /"exclude": "\?\(…\)".* are not supported/],
    [{ weights: '"+(a|b)": 0.5' }, /"weights": "\?\(…\)".* are not supported/],
    [{ weights: '*.ts: 1' }, /"weights" must be YAML such as/],
    [{ weights: '"*.ts": -1' }, /"weights" must be .*at "\*\.ts"/],
    [{ weights: '"*.ts": 0.333' }, /at most two decimals/],
    [{ weights: '"*.ts": many' }, /"weights" must be/],
    [
      { weights: '"!*.ts": 0.5' },
      /"weights" must be .*at "!\*\.ts": a comment or negated pattern matches no files/,
    ],
    [{ weights: '"#x": 0.5' }, /at "#x": a comment or negated pattern matches no files/],
    [
      { colors: 'XXXL: ff0000' },
      /"colors" contains "XXXL", which is not one of the sizes \(XS, S, M, L, XL, XXL\)/,
    ],
    [
      { 'fail-above': 'xxl' },
      /"fail-above" has no effect: "xxl" is the largest size and cannot be exceeded/,
    ],
    [{ colors: 'XL: red' }, /"colors" must be .*six hexadecimal digits/],
    [{ count: 'deletions' }, /"count" must be one of changes, additions/],
    [
      { 'fail-above': 'huge' },
      /"fail-above" must be a number of lines or one of the sizes \(XS, S,.*"huge"/,
    ],
    [{ 'warn-above': '-1' }, /"warn-above" must be a number/],
    [{ 'exclude-generated': 'yes' }, /"exclude-generated" must be true or false/],
    [{ 'github-token': '' }, /"github-token" is required/],
  ])('%j is told', async (given, message) => {
    const inputs = { 'github-token': 'x', ...given }
    expect(await refusalOf('pr-size-label', prSizeLabel, inputs)).toMatch(message)
  })

  test.each<WrongInput>([
    ...wrongEverywhere('pr-size-label'),
    ['timeout', '0', 'a duration longer than 0'],
  ])('"%s" is told: %s', async (input, value, right) => {
    const inputs = { 'github-token': 'x', [input]: value }
    expect(await refusalOf('pr-size-label', prSizeLabel, inputs)).toContain(right)
  })
})
