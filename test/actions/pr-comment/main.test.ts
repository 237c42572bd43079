import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prComment } from '../../../actions/pr-comment/src/main.ts'
import { withEntry, withSection } from '../../../actions/pr-comment/src/sections.ts'
import { unmarked } from '../../../actions/pr-comment/src/text.ts'
import {
  answered,
  badGateway,
  dropped,
  type Fault,
  hanging,
  loginPage,
  reset,
  together,
  truncated,
  unavailable,
} from '../../emulators/faults.ts'
import { type GithubGiven, type GithubServer, startGithub } from '../../emulators/github.ts'
import { type Start, type Step, whenAsked } from '../../support/bundle.ts'
import { annotations } from '../../support/commands.ts'
import { leakedSecrets } from '../../support/secrets.ts'
import { runStep } from '../../support/step.ts'
import { renderMarkdown } from '../../support/visible-text.ts'
import { refusalOf, type WrongInput, wrongEverywhere } from '../../support/wrong-inputs.ts'

const tokens = {
  ghs_writes0123456789: { login: 'github-actions[bot]', pullRequests: 'write' },
  ghs_reads0123456789: { login: 'github-actions[bot]', pullRequests: 'read' },
} as const
const [writes, reads] = ['ghs_writes0123456789', 'ghs_reads0123456789'] as const

let server: GithubServer
let workspace = ''
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'pr-comment-'))
})
afterEach(async () => {
  rmSync(workspace, { recursive: true })
  await server?.close()
})

async function github(given: Partial<GithubGiven> = {}): Promise<GithubServer> {
  server = await startGithub({ tokens, ...given })
  return server
}

const sha = 'a'.repeat(40)
const pull = { number: 7, title: 'x', base: { ref: 'main', sha }, head: { ref: 'feature', sha } }

function comment(inputs: Start['inputs'] = {}, more: Omit<Start, 'inputs'> = {}): Promise<Step> {
  const { env, ...others } = more
  return runStep('pr-comment', {
    workspace,
    inputs: { 'github-token': writes, ...inputs },
    env: {
      GITHUB_API_URL: server.url,
      GITHUB_GRAPHQL_URL: `${server.url}/graphql`,
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_SHA: sha,
      ...env,
    },
    event: { pull_request: pull },
    ...others,
  })
}

const marker = '<!-- ci-actions: comment -->\n'
const bodies = (): string[] => server.comments.map(({ body }) => body)
const methods = (): string => server.requests.map(({ method }) => method).join(' ')
const mine = (text: string, more: object = {}) => ({
  login: 'github-actions[bot]',
  body: `${marker}${text}`,
  ...more,
})

describe('A comment', () => {
  test('is created, updated, and left alone when it says so already', async () => {
    await github({ comments: [{ login: 'a', body: 'hi' }] })
    const url = 'https://github.com/org/app/pull/7#issuecomment-2'
    const outputs = { 'comment-id': '2', 'comment-url': url }
    const created = await comment({ body: 'one' })
    expect(created).toMatchObject({ code: 0, outputs: { ...outputs, action: 'created' } })
    expect(created.stdout).toContain(`The comment on #7 was created. ${url}`)
    expect(created.summary).toContain(`[Open the comment](${url})`)
    expect(await comment({ body: 'two' })).toMatchObject({
      outputs: { ...outputs, action: 'updated' },
    })
    expect(await comment({ body: 'two' })).toMatchObject({
      outputs: { ...outputs, action: 'unchanged' },
    })
    expect(bodies()).toEqual(['hi', `${marker}two`])
    expect(methods()).toBe('GET POST GET GET PATCH GET')
  })

  test('is one for each id', async () => {
    await github()
    for (const id of ['a', 'b --> <b>', 'a']) await comment({ body: 'x', id })
    expect(bodies()).toEqual([
      '<!-- ci-actions: a -->\nx',
      '<!-- ci-actions: b%20%2D%2D%3E%20%3Cb%3E -->\nx',
    ])
  })

  test('may be read from a file, character by character', async () => {
    await github()
    const text = "$& $' $1 {{{x}}} \\ `` & &amp; é 💥"
    writeFileSync(join(workspace, 'report.md'), `${text}\r\nnext`)
    expect(await comment({ 'body-path': 'report.md' })).toMatchObject({ code: 0 })
    expect(bodies()).toEqual([`${marker}${text}\nnext`])
  })

  test('of another pull request is written with its number', async () => {
    await github({ pulls: { 12: {} } })
    expect(await comment({ body: 'x', pr: '12' })).toMatchObject({ code: 0 })
    expect(server.pulls.get(12)?.comments).toHaveLength(1)
    expect(server.comments).toEqual([])
  })

  test('is not written in a dry run, which says where it would be', async () => {
    await github({ comments: [mine('before')] })
    const step = await comment({ body: 'now', 'dry-run': 'true' })
    expect(step.outputs).toMatchObject({ action: 'dry-run', 'comment-id': '1' })
    expect(step.stdout).toContain('Dry run: comment 1 on #7 would be written.')
    expect(step.summary).toContain('\nnow\n')
    expect([bodies(), methods()]).toEqual([[`${marker}before`], 'GET'])
  })
})

describe('The mode', () => {
  test.each([
    [{ mode: 'hide' }, 'dry-run', 'Dry run: comment 1 on #7 would be hidden.'],
    [{ mode: 'delete' }, 'dry-run', 'Dry run: comment 1 on #7 would be deleted.'],
    [{ mode: 'delete', section: 'a' }, 'dry-run', 'Dry run: comment 1 on #7 would be changed.'],
    [{ mode: 'hide', id: 'other' }, 'skipped', '#7 has no such comment.'],
    [{ mode: 'delete', id: 'other' }, 'skipped', '#7 has no such comment.'],
    [{ body: 'x', id: 'other' }, 'dry-run', 'Dry run: a new comment on #7 would be written.'],
  ])('of %j is told by a dry run', async (inputs, action, said) => {
    await github({ comments: [mine('before')] })
    const step = await comment({ ...inputs, 'dry-run': 'true' })
    expect(step.outputs).toMatchObject({ action })
    expect(step.stdout).toContain(said)
    expect([server.comments.length, methods()]).toEqual([1, 'GET'])
  })

  test('recreate says so when the comment is gone and cannot be written again', async () => {
    await github({ comments: [mine('before')] })
    server.play([{ fault: answered(403, '{"message":"locked"}'), method: 'POST' }])
    const step = await comment({ body: 'now', mode: 'recreate' })
    expect([bodies(), step.outputs.action]).toEqual([[], 'failed'])
    expect(annotations(step).join()).toMatch(
      /^warning: As far as is known, the comment was not written. The job summary contains its text. The previous comment was already deleted. .* answered 403: "locked"/,
    )
  })

  test('recreate brings it to the end', async () => {
    await github({ comments: [mine('before'), { login: 'a', body: 'hi' }] })
    const step = await comment({ body: 'now', mode: 'recreate' })
    expect(step.outputs).toMatchObject({ action: 'recreated', 'comment-id': '3' })
    expect(bodies()).toEqual(['hi', `${marker}now`])
  })

  test('append adds to it, once even when the answer is lost', async () => {
    await github({ comments: [mine('first')] })
    await comment({ body: 'second', mode: 'append' })
    server.play([{ fault: dropped, method: 'PATCH', first: 1 }])
    await comment({ body: 'third', mode: 'append' })
    expect(renderMarkdown(bodies()[0] ?? '').text).toBe('first second third')
  })

  test('append leaves out the oldest where there is no room, and says so there', () => {
    const words = ['one', 'two', 'three', 'four']
    const body = words.reduce(
      (now, word, i) => withEntry(now, `2026-11-2${i}`, `${word} ${'x'.repeat(30_000)}`, 65_000),
      'head',
    )
    expect(body.length).toBeLessThanOrEqual(65_000)
    expect(renderMarkdown(body).text.replaceAll(/x+/g, 'x')).toBe(
      'head Earlier entries were removed: a comment is limited to 65,536 characters. three x four x',
    )
  })

  test('hide folds it away, and update shows it again', async () => {
    await github({ comments: [mine('before')] })
    expect((await comment({ mode: 'hide' })).outputs.action).toBe('hidden')
    expect(server.comments).toMatchObject([{ minimized: true }])
    expect((await comment({ mode: 'hide' })).outputs.action).toBe('unchanged')
    expect((await comment({ body: 'before' })).outputs.action).toBe('updated')
    expect(server.comments).toMatchObject([{ minimized: false }])
  })

  test('delete removes it, and nothing else', async () => {
    await github({ comments: [mine('before'), { login: 'a', body: marker }] })
    expect((await comment({ mode: 'delete' })).outputs.action).toBe('deleted')
    expect(bodies()).toEqual([marker])
  })

  test.each(['hide', 'delete'])('%s of what is not there is fine', async (mode) => {
    await github()
    const step = await comment({ mode })
    expect(step).toMatchObject({ code: 0, outputs: { action: 'skipped', 'comment-id': '' } })
    expect(annotations(step)).toEqual([])
    expect(step.stdout).toContain('#7 has no such comment.')
  })
})

describe('A comment of several sections', () => {
  const section = (name: string, body: string, more: Start['inputs'] = {}) =>
    comment({ section: name, body, ...more })
  const shown = (): string => renderMarkdown(bodies()[0] ?? '').text

  test('keeps each as it was written last, in the order of their names', async () => {
    const names = ['lint', 'build', 'test (node 20) -->', 'lint']
    const now = names.reduce((text, name, i) => withSection(text, name, `${name} ${i}`, 65_000), '')
    expect(renderMarkdown(now).text).toBe('build 1 lint 3 test (node 20) --> 2')
    await github({ comments: [mine(now)] })
    expect((await section('build', 'build 4')).outputs.action).toBe('updated')
    expect(shown()).toBe('build 4 lint 3 test (node 20) --> 2')
    expect((await section('build', 'build 4')).outputs.action).toBe('unchanged')
  })

  test.each([
    ['into one that is there', [mine('<!-- ci-actions section: x -->\nx')]],
    ['and made by each', []],
  ])('loses none that are written at once %s', async (_, comments) => {
    await github({ comments })
    server.play([{ fault: together(3), method: 'GET', first: 3 }])
    const steps = await Promise.all(['a', 'b', 'c'].map((name) => section(name, `${name} is ok`)))
    expect(steps.map(({ code }) => code)).toEqual([0, 0, 0])
    expect(shown()).toBe(`a is ok b is ok c is ok${comments.length > 0 ? ' x' : ''}`)
    expect(server.comments).toHaveLength(1)
  })

  test('loses one when that is deleted, and goes with the last', async () => {
    const both = '<!-- ci-actions section: a -->\na\n\n<!-- ci-actions section: b -->\nb'
    await github({ comments: [mine(both)] })
    expect((await comment({ section: 'a', mode: 'delete' })).outputs.action).toBe('updated')
    expect(shown()).toBe('b')
    expect((await comment({ section: 'c', mode: 'delete' })).outputs.action).toBe('unchanged')
    expect((await comment({ section: 'b', mode: 'delete' })).outputs.action).toBe('deleted')
    expect(bodies()).toEqual([])
  })

  test.each([
    ['a fence', '```\ncode'],
    ['a longer fence', '~~~~ js\n~~~\n```'],
    ['details', '<details>\n<summary>more</summary>\n\ntext'],
    ['an HTML comment', '<!-- gone'],
    ['raw text', '<pre>\n\nraw'],
    ['a forged section', '<!-- ci-actions section: b -->\nforged'],
    ['a forged marker', '<!-- ci-actions: other -->\nforged'],
  ])('is not swallowed by %s that one leaves open', (_, body) => {
    const both = withSection(withSection('', 'b', '**bold**', 65_000), 'a', unmarked(body), 65_000)
    expect(both).toMatch(/\n<!-- ci-actions section: b -->\n\*\*bold\*\*$/)
    expect(renderMarkdown(both).html).toMatch(/<p><strong>bold<\/strong><\/p>\s*$/)
  })

  test('gives one that is too long what the others leave, and the summary all of it', async () => {
    await github()
    await section('b', 'y'.repeat(100).concat('\n').repeat(300))
    const step = await section('a', '```\n'.concat('x'.repeat(100).concat('\n').repeat(500)))
    const [body = ''] = bodies()
    expect(body.length).toBeLessThanOrEqual(65_536)
    expect(body.match(/^y{100}$/gm)).toHaveLength(300)
    expect(body.match(/^x{100}$/gm)?.length).toBeGreaterThan(300)
    expect(annotations(step)).toEqual([
      'notice: The comment contains only the beginning of the text; the job summary contains all of it.',
    ])
    expect(step.summary.match(/^x{100}$/gm)).toHaveLength(500)
  })
})

test.each([{ section: 'b' }, { mode: 'append' }])(
  'A comment that others have filled takes nothing in, and says why: %j',
  async (inputs) => {
    const full = `<!-- ci-actions section: a -->\n${'x'.repeat(65_400)}`
    await github({ comments: [mine(full)] })
    const step = await comment({ body: 'b is ok. '.repeat(20), ...inputs })
    expect(annotations(step)).toEqual([
      'warning: As far as is known, the comment was not written. The job summary contains its text. ' +
        'The other sections of the comment leave no room: a comment is limited to 65,536 characters. ' +
        'Shorten them, or set another "id" for this job.',
    ])
    expect([bodies(), methods()]).toEqual([[`${marker}${full}`], 'GET'])
    expect(step.summary).toContain('b is ok.')
  },
)

describe('A comment that is too long', () => {
  const most = 65_536 - marker.length
  test.each<[string, string, RegExp]>([
    ['one long line', 'y'.repeat(90_000), /^y{65000,}\n/],
    ['a long line behind short ones', `a\nb\n${'y'.repeat(90_000)}\nc`, /^a\nb\ny{65000,}\n/],
    ['characters of two halves', '🎉'.repeat(40_000), /^(🎉){32000,}\n/],
    ['a long line of code', `\`${'y'.repeat(90_000)}\``, /^`y{65000,}`\n/],
    ['a long line in a fence', `\`\`\`\n${'y'.repeat(90_000)}\n\`\`\``, /^```\ny{65000,}\n```\n/],
    ['carriage returns', 'some words\r'.repeat(9_000), /^(some words\n){5000,}/],
    [
      'a long row of a table',
      `| a |\n| - |\n| ${'y'.repeat(90_000)} |`,
      /^\| a \|\n\| - \|\n\| y{65000,}\n/,
    ],
    ['short lines', 'line\n'.repeat(20_000), /^(line\n){13000,}/],
  ])('has as much of it as fits: %s', async (_, text, due) => {
    await github()
    writeFileSync(join(workspace, 'body.md'), text)
    const step = await comment({ 'body-path': 'body.md' })
    expect([step.code, step.error]).toEqual([0, ''])
    const body = (bodies()[0] ?? '').slice(marker.length)
    expect(body).toMatch(due)
    expect(body).toMatch(/… truncated; the job summary has the rest\.$/)
    expect(body.length).toBeLessThanOrEqual(most)
  })

  test('mentions nobody where code is cut', async () => {
    await github()
    writeFileSync(join(workspace, 'body.md'), `\`${'@someone '.repeat(9_000)}\``)
    await comment({ 'body-path': 'body.md' })
    expect(renderMarkdown(bodies()[0] ?? '').mentions).toEqual([])
    expect(bodies()[0]).toContain('@someone @someone')
  })

  test('is cut where a line ends, its fence closed, and the summary has all of it', async () => {
    await github()
    writeFileSync(join(workspace, 'log.md'), `\`\`\`\n${'a line of it\n'.repeat(6000)}\`\`\`\n`)
    const step = await comment({ 'body-path': 'log.md' })
    const [body = ''] = bodies()
    expect(body.length).toBeLessThanOrEqual(65_536)
    expect(body).toMatch(/a line of it\n```\n\n\n… truncated; the job summary has the rest\.$/)
    expect(step.summary.match(/^a line of it$/gm)).toHaveLength(6000)
    expect(annotations(step).join()).toMatch(/only the beginning/)
  })

  test('of a whole gigabyte is read only as far as a summary goes', async () => {
    await github()
    writeFileSync(join(workspace, 'log.md'), 'x'.repeat(99).concat('\n').repeat(100_000))
    const step = await comment({ 'body-path': 'log.md' })
    expect(step.code).toBe(0)
    expect(step.summary.length).toBeLessThanOrEqual(1024 * 1024)
  })
})

describe('The pull request', () => {
  const tested = (head_sha: string) => ({
    workflow_run: {
      name: 'CI',
      event: 'pull_request',
      head_sha,
      head_branch: 'feature',
      head_repository: { owner: { login: 'stranger' } },
    },
  })
  const run = (event: unknown) => ({ event, env: { GITHUB_EVENT_NAME: 'workflow_run' } })
  const fork = { pull: { home: 'stranger/app', head: { ref: 'feature', sha } } }

  test('of a fork is found after its workflow run', async () => {
    await github(fork)
    const step = await comment({ body: 'x' }, run(tested(sha)))
    expect(step).toMatchObject({ code: 0, outputs: { action: 'created' } })
    expect(server.comments).toHaveLength(1)
  })

  test.each([{}, { pr: '7' }])('that has moved on since is left alone with %j', async (inputs) => {
    await github(fork)
    const step = await comment({ body: 'x', ...inputs }, run(tested('d'.repeat(40))))
    expect(step).toMatchObject({ code: 0, outputs: { action: 'skipped' } })
    expect(annotations(step).join()).toMatch(
      /^notice: No comment was written. The job summary contains its text. .* ddddddd, which the run of "CI" tested.$/,
    )
    expect(step.summary).toMatch(/\nx\n+$/)
    expect(server.comments).toEqual([])
  })

  test.each([
    ['the commit of a push', 'push', { ref: 'refs/heads/feature' }],
    ['a comment', 'issue_comment', { issue: { number: 7, pull_request: {} } }],
    [
      'the merge queue',
      'merge_group',
      { merge_group: { head_ref: `refs/heads/gh-readonly-queue/main/pr-7-${sha}` } },
    ],
  ])('is found by %s', async (_, name, event) => {
    await github()
    const step = await comment({ body: 'x' }, { event, env: { GITHUB_EVENT_NAME: name } })
    expect(step).toMatchObject({ code: 0, outputs: { action: 'created' } })
  })
})

describe('A token that may only read', () => {
  test.each([
    ['warn', 0, 'warning'],
    ['fail', 1, 'error'],
  ])('with on-error "%s"', async (policy, code, level) => {
    await github()
    const inputs = { body: '**x**', 'github-token': reads, 'on-error': policy }
    const step = await comment(inputs)
    expect(step).toMatchObject({ code, outputs: { action: 'failed', 'comment-id': '' } })
    expect(annotations(step)).toEqual([
      `${level}: As far as is known, the comment was not written. The job summary contains its text. ` +
        'GitHub (POST /repos/org/app/issues/7/comments) answered 403: "Resource not accessible by integration". ' +
        'Add "pull-requests: write" under "permissions" of this job ("read" is enough to read). Pull requests from forks never get it.',
    ])
    expect(step.summary).toContain('\n**x**\n')
  })
})

describe('GitHub', () => {
  const limit = (headers: Record<string, string>) =>
    answered(403, '{"message":"You have exceeded a secondary rate limit"}', headers)

  test.each<[string, Fault, string, string]>([
    ['loses the answer to a creation', dropped, 'POST', 'created'],
    ['loses the answer to a list', reset, 'GET', 'created'],
    ['is busy', unavailable, 'GET', 'created'],
    ['answers with the HTML of a gateway', badGateway, 'GET', 'created'],
    ['has had enough for a moment', limit({ 'retry-after': '0' }), 'POST', 'created'],
  ])('%s: one comment', async (_, fault, method, action) => {
    await github()
    server.play([{ fault, method, first: 1 }])
    const step = await comment({ body: 'x' })
    expect(step).toMatchObject({ code: 0, outputs: { action } })
    expect(bodies()).toEqual([`${marker}x`])
  })

  test.each<[string, Fault, RegExp]>([
    ['is a login page', loginPage, /not what its API describes.*text\/html/],
    ['tells half of its JSON', truncated, /not what its API describes/],
    [
      'has no requests left for an hour',
      answered(403, '{"message":"API rate limit exceeded"}', {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + 3600),
      }),
      /too many requests\); the next try would be in (\d+ min|1 h)/,
    ],
    ['does not know the token', answered(401, '{"message":"Bad credentials"}'), /answered 401/],
    [
      'shows nothing to the token',
      answered(404, '{"message":"Not Found"}'),
      /answered 404: "Not Found". Check that it exists\. A token without "pull-requests: write" under/,
    ],
  ])('%s: said, and not red', async (_, fault, message) => {
    await github({ comments: [mine('before')] })
    server.play([{ fault }])
    const step = await comment({ body: 'x' })
    expect(step).toMatchObject({ code: 0, error: '', outputs: { action: 'failed' } })
    expect(annotations(step).join()).toMatch(message)
    expect(step.summary).toContain('\nx\n')
  })

  test('that never answers does not hold up the step longer than given', async () => {
    await github()
    server.play([{ fault: hanging }])
    const step = await comment({ body: 'x', timeout: '1s' })
    expect(annotations(step).join()).toMatch(/^warning: .*The time limit given, 1 s, was reached/)
    expect(step.took).toBeLessThan(10_000)
  })

  test.each(['SIGINT', 'SIGTERM'] as const)('that never answers: %s ends it', async (signal) => {
    await github()
    server.play([{ fault: hanging }])
    const asked = {
      get requests() {
        return server.requests.length
      },
    }
    const step = await comment({ body: 'x' }, { watch: whenAsked(asked, signal) })
    expect(step).toMatchObject({ code: 1, outputs: { action: 'failed' } })
    expect(step.error).toMatch(/The job was cancelled/)
    expect(step.summary).toContain('\nx\n')
    expect(step.took).toBeLessThan(10_000)
  })

  test('is told the token, and nobody else is', async () => {
    await github()
    for (const token of [writes, reads, 'ghs_wrong0123456789']) {
      const step = await comment({ body: `my ${token}`, 'github-token': token })
      expect(leakedSecrets(step, [token])).toEqual([])
    }
    expect(bodies()).toEqual([`${marker}my ***`])
    expect(server.requests.every(({ path, query }) => !`${path}${query}`.includes('ghs_'))).toBe(
      true,
    )
  })
})

describe('Text from outside', () => {
  test.each([
    '@org/team',
    'hi @someone!',
    '(@someone)',
    '_@someone_',
    '**@someone**',
    '`` ` `` @someone',
    '\\`@someone`',
    '\\@someone',
    '&#64;someone &#x40;someone &commat;someone &#0064;someone',
    '@&#115;omeone',
    '[x](https://example.com/)@someone',
    'https://localhost/@someone',
    'xhttps://example.com/@someone',
    '| a | b |\n| --- | --- |\n| @someone | x |',
    'text\n```\n\n```\n@someone',
    '- a\n  ```\n@someone',
    '<!-- \n\n```\n-->\n@someone',
    '<div>\n```\n@someone\n</div>',
    '```\n@code\n```\n@someone',
    '````\n```\n````\n@someone',
    '``` `\n@someone',
    '> ```\n@someone',
    '1. ```\n@someone',
    'a <b>@someone</b> <a>@someone</a>',
    'é@someone',
    'x\r@someone\r```\r@someone',
    '`a` @someone `b`',
    '`a\nb` @someone `c`',
    '`a\nb` @someone `c\nd` @someone `e`',
    '`a` b\n``\nc` @someone `d`',
    '`` a ` @someone',
    '\\`a `@someone` b`',
    '| a |\n| --- |\n| ` | @someone | ` |',
    'a `|` b | `@someone | c` d\n--- | ---\n`x | @someone`',
    '<a href="`">`@someone</a>`',
    '<!-- `a\n` @someone `b` -->',
    '<details>\n\n`a` @someone',
    '@someone`a`@someone',
  ])('mentions nobody: %j', async (body) => {
    await github()
    writeFileSync(join(workspace, 'body.md'), body)
    const step = await comment({ 'body-path': 'body.md' })
    expect(renderMarkdown(bodies()[0] ?? '').mentions).toEqual([])
    expect(step.stdout).toMatch(/mentions? notif/)
  })

  test.each([
    ['```\nnpm i @scope/package\n```', '```\nnpm i @scope/package\n```'],
    ['me@example.com', 'me@example.com'],
    ['https://www.npmjs.com/package/@scope/name', 'https://www.npmjs.com/package/@scope/name'],
    ['[x](https://unpkg.com/@scope/name@1.0.0/x)', '[x](https://unpkg.com/@scope/name@1.0.0/x)'],
    ['a @ b', 'a @ b'],
    ['`npm i @babel/core`', '`npm i @babel/core`'],
    ['Try `@types/node`, ``a ` @b`` or `@c`.', 'Try `@types/node`, ``a ` @b`` or `@c`.'],
    ['# `@Inject()`\n- `@a`\n  `@b`\n\n> `@c`', '# `@Inject()`\n- `@a`\n  `@b`\n\n> `@c`'],
    ['`app@sha256:00`', '`app@sha256:00`'],
    ['a `b\n\n`@c`', 'a `b\n\n`@c`'],
  ])('is left as it is where it mentions nobody: %j', async (body, due) => {
    await github()
    await comment({ body })
    expect(bodies()).toEqual([`${marker}${due}`])
  })

  test('mentions people when that is wanted', async () => {
    await github()
    await comment({ body: '@someone', mentions: 'true' })
    expect(bodies()).toEqual([`${marker}@someone`])
  })

  test('becomes no command of the runner', async () => {
    await github()
    const body = '::error::x\n ::set-output name=a::b\nx ##[add-path]/evil\n::stop-commands::k'
    const inputs = { body, id: '::error::id', section: '##[error]section', 'github-token': reads }
    const step = await comment(inputs)
    expect(annotations(step)).toEqual([
      expect.stringMatching(/^warning: As far as is known, the comment was not written/),
    ])
  })

  test('is read in linear time', async () => {
    await github()
    for (const piece of ['@', '`', '<!--', '<details>', 'https://a.b/', '&#64;', '~~~\n', '&#0']) {
      writeFileSync(join(workspace, 'body.md'), `x${piece.repeat(1_000_000 / piece.length)}`)
      const step = await comment({ 'body-path': 'body.md', 'dry-run': 'true' })
      expect([piece, step.code, step.took < 10_000]).toEqual([piece, 0, true])
    }
  })
})

describe('An input that is wrong', () => {
  beforeEach(() => {
    mkdirSync(join(workspace, 'folder'))
    writeFileSync(join(workspace, 'empty.md'), ' \n')
    symlinkSync('/etc/hostname', join(workspace, 'way-out.md'))
    symlinkSync(tmpdir(), join(workspace, 'way-up'))
  })

  test.each<[Readonly<Record<string, string>>, RegExp]>([
    [{}, /"body" or "body-path" is required with mode update/],
    [{ mode: 'append' }, /"body" or "body-path" is required with mode append/],
    [{ body: 'x', 'body-path': 'y' }, /"body" and "body-path" are both set/],
    [
      { body: 'x', mode: 'replace' },
      /"mode" must be one of update, recreate, append, hide, delete, not "replace"/,
    ],
    [{ body: 'x', pr: '0' }, /"pr" must be a whole number of at least 1, not "0"/],
    [{ body: 'x', pr: '#7' }, /"pr" must be a whole number/],
    [{ body: 'x', section: 's', mode: 'recreate' }, /"section" requires mode update or delete/],
    [{ body: 'x', 'on-error': 'ignore' }, /"on-error" must be one of warn, fail/],
    [{ body: 'x', 'github-token': '' }, /"github-token" is required/],
    [{ body: 'x', mentions: 'yes' }, /"mentions" must be true or false/],
  ])('%j is told', async (given, message) => {
    const inputs = { 'github-token': writes, ...given }
    expect(await refusalOf('pr-comment', prComment, inputs)).toMatch(message)
  })

  test.each<WrongInput>([
    ...wrongEverywhere('pr-comment'),
    ['timeout', '0', 'a duration longer than 0'],
  ])('"%s" is told: %s', async (input, value, right) => {
    const inputs = { 'github-token': writes, [input]: value }
    expect(await refusalOf('pr-comment', prComment, inputs)).toContain(right)
  })

  test.each<[Start['inputs'], RegExp]>([
    [{ 'body-path': 'none.md' }, /"body-path" must be a readable file; "none.md" does not exist\./],
    [
      { 'body-path': 'folder' },
      /"body-path" must be a readable file; "folder" is a folder, not a file\./,
    ],
    [{ 'body-path': 'empty.md' }, /"empty.md", is empty/],
    [{ 'body-path': 'way-out.md' }, /points outside the checkout/],
    [{ 'body-path': 'way-up/x.md' }, /points outside the checkout|does not exist/],
  ])('%j is told, and nothing is asked', async (inputs, message) => {
    await github()
    const step = await comment(inputs)
    expect(step.code).toBe(1)
    expect(step.error).toMatch(message)
    expect(server.requests).toEqual([])
  })
})
