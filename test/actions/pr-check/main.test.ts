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
import { type Start, type Step, whenAsked } from '../../support/bundle.ts'
import { annotations } from '../../support/commands.ts'
import { leakedSecrets } from '../../support/secrets.ts'
import { runStep } from '../../support/step.ts'
import { renderMarkdown } from '../../support/visible-text.ts'

const tokens = {
  ghs_writes: { login: 'github-actions[bot]', pullRequests: 'write' },
  ghs_reads: { login: 'github-actions[bot]', pullRequests: 'read' },
  ghs_nothing: { login: 'github-actions[bot]', pullRequests: 'none' },
} as const

const servers: GithubServer[] = []
afterAll(() => Promise.all(servers.map((server) => server.close())))

type PullGiven = NonNullable<GithubGiven['pull']>

async function github(
  pull: PullGiven = {},
  given: Partial<GithubGiven> = {},
): Promise<GithubServer> {
  const server = await startGithub({ tokens, pull, ...given })
  servers.push(server)
  return server
}

const pullEvent = { pull_request: { number: 7, title: 'as it was', head: {}, base: {} } }

function check(
  server: GithubServer,
  inputs: Start['inputs'] = {},
  { event = pullEvent, name = 'pull_request', env = {}, watch }: Partial<Asked> = {},
): Promise<Step> {
  return runStep('pr-check', {
    inputs: { 'github-token': 'ghs_writes', ...inputs },
    env: {
      GITHUB_API_URL: server.url,
      GITHUB_GRAPHQL_URL: `${server.url}/graphql`,
      GITHUB_EVENT_NAME: name,
      GITHUB_JOB: 'pr-check',
      ...env,
    },
    event,
    ...(watch && { watch }),
  })
}

interface Asked {
  readonly event: unknown
  readonly name: string
  readonly env: Start['env']
  readonly watch: Start['watch']
}

const asked = ({ requests }: GithubServer): string[] =>
  requests.map(({ method, path }) => `${method} ${path.replace('/repos/org/app', '')}`)

const fine: PullGiven = { title: 'feat(api)!: add a thing', body: '## Why\n\nIt was missing.' }
const poor: PullGiven = { title: 'Add a thing', body: '' }

const told = ({ outputs: { errors = '' } }: Step): { rule: string; message: string }[] =>
  JSON.parse(errors)

describe('A pull request', () => {
  test('that is as it should be passes, and its title is told by its parts', async () => {
    const server = await github(fine)
    const step = await check(server, { description: 'sections: [Why]' })
    expect(step).toMatchObject({ code: 0, error: '', stderr: '' })
    expect(step.outputs).toEqual({
      passed: 'true',
      type: 'feat',
      scope: 'api',
      subject: 'add a thing',
      breaking: 'true',
      errors: '[]',
    })
    expect(step.summary).toBe('### ✅ Pull request 7 passes the checks: title, description.\n\n')
    expect(annotations(step)).toEqual([])
    expect(server.comments).toEqual([])
  })

  test('that is not is told all that is wrong at once, with a title that would be right', async () => {
    const server = await github({
      ...poor,
      head: { ref: 'Patch-1', sha: 'a'.repeat(40) },
      commits: [
        { sha: '1'.repeat(40), message: 'feat: right' },
        { sha: '2'.repeat(40), message: 'wrong\nno blank' },
        { sha: '3'.repeat(40), message: 'whatever', login: 'renovate[bot]' },
      ],
    })
    const step = await check(server, {
      types: 'feat\nfix',
      description: '{min-length: 10, sections: [Why]}',
      commits: 'true',
      'branch-pattern': '[a-z0-9-]+',
      'ignore-authors': '*[bot]',
    })
    expect(step.code).toBe(1)
    expect(told(step)).toEqual([
      {
        rule: 'title',
        message:
          'The title "Add a thing" has no type: write "type: subject" with one of feat, fix.',
      },
      {
        rule: 'description',
        message: 'The description has no text; comments and headings do not count.',
      },
      {
        rule: 'description',
        message: 'The description has no section "Why" with text below its heading.',
      },
      {
        rule: 'commits',
        message:
          'The message of 2222222, "wrong", has no type: write "type: subject" with one of feat, fix.',
        commit: '2'.repeat(40),
      },
      {
        rule: 'commits',
        message: 'The message of 2222222, "wrong", has no blank line below it.',
        commit: '2'.repeat(40),
      },
      {
        rule: 'branch',
        message: 'It comes from the branch "Patch-1", which does not match [a-z0-9-]+ as a whole.',
      },
    ])
    expect(annotations(step)).toEqual([
      expect.stringMatching(
        /^error: Pull request 7 has 6 problems\. The title "Add a thing" has no type.* 1 more are in the job summary\. Suggested title: "feat: Add a thing"\.$/,
      ),
    ])
    expect(step.outputs).toMatchObject({ passed: 'false', type: '', scope: '', subject: '' })
    for (const text of [step.summary, server.comments[0]?.body ?? '']) {
      expect(
        text.match(/^- \*\*(title|description|commits|branch)\*\*: /gm)?.length,
      ).toBeGreaterThan(5)
      expect(text).toContain('Suggested title: <code>feat&#58; Add a thing</code>')
    }
    expect(server.comments[0]?.body).toContain('open a new pull request from it')
  })

  test('is read as it is now: the event of a run that is started again is stale', async () => {
    const server = await github(poor)
    expect((await check(server)).code).toBe(1)
    Object.assign(server.pull, { title: 'fix: add a thing' })
    expect((await check(server)).code).toBe(0)
  })

  test('that is fixed loses its comment; the comments of others stay', async () => {
    const server = await github({
      ...poor,
      comments: Array.from({ length: 120 }, (_, i) => ({
        login: 'mallory',
        body: `<!-- ci-actions: pr%2Dcheck%2FDeliver%2Fpr%2Dcheck -->\n${i}`,
      })),
    })
    await check(server)
    expect(server.comments[120]?.body).toMatch(
      /^<!-- ci-actions: pr%2Dcheck%2FDeliver%2Fpr%2Dcheck -->/,
    )
    expect(server.comments).toHaveLength(121)
    expect(server.comments[120]).toMatchObject({ login: 'github-actions[bot]' })
    Object.assign(server.pull, { title: 'fix: add a thing' })
    const step = await check(server)
    expect(step.stdout).toContain('The comment on the pull request was removed.')
    expect(server.comments).toHaveLength(120)
    expect(server.comments.every(({ login }) => login === 'mallory')).toBe(true)
  })

  test.each<[string, Record<string, string>, Record<string, string>]>([
    ['two jobs', { GITHUB_JOB: 'one' }, { GITHUB_JOB: 'two' }],
    ['two workflows', { GITHUB_WORKFLOW: 'Title' }, { GITHUB_WORKFLOW: 'Description' }],
    ['two steps of one job', { GITHUB_ACTION: '__run' }, { GITHUB_ACTION: '__run_2' }],
    ['a step with an id and one without', { GITHUB_ACTION: 'title' }, { GITHUB_ACTION: '__run' }],
  ])('that is checked by %s has a comment of each', async (_, one, two) => {
    const server = await github(poor)
    await check(server, {}, { env: one })
    await check(server, { title: 'false', description: 'true' }, { env: two })
    expect(server.comments).toHaveLength(2)
    Object.assign(server.pull, { title: 'fix: add a thing' })
    await check(server, {}, { env: one })
    expect(server.comments.map(({ body }) => body.includes('**title**'))).toEqual([false])
  })

  test('without a body, of an author who is gone, is no defect', async () => {
    const step = await check(await github({ ...fine, body: null }), { description: 'true' })
    expect(told(step)).toMatchObject([{ rule: 'description' }])
  })

  test('with more commits than GitHub lists: that is said', async () => {
    const commits = Array.from({ length: 260 }, () => ({ message: 'fix: a' }))
    const step = await check(await github({ ...fine, commits }), { commits: 'true' })
    expect(step.code).toBe(0)
    expect(annotations(step)).toEqual([
      'warning: GitHub lists only 250 of 260 commits; the others are not checked.',
    ])
  })
})

describe('What it asks of GitHub', () => {
  const pull = 'GET /pulls/7'
  const list = 'GET /issues/7/comments'
  test.concurrent.each<[string, PullGiven, Record<string, string>, string[]]>([
    ['fine, without a comment', fine, { comment: 'false' }, [pull]],
    ['fine', fine, {}, [pull, list]],
    ['not fine, without a comment', poor, { comment: 'false' }, [pull]],
    ['not fine', poor, {}, [pull, list, 'POST /issues/7/comments', list]],
    [
      '150 commits',
      { ...fine, commits: Array.from({ length: 150 }, () => ({ message: 'fix: a' })) },
      { commits: 'true', comment: 'false' },
      [pull, 'GET /pulls/7/commits', 'GET /pulls/7/commits'],
    ],
    [
      'commits of an author who is exempt',
      fine,
      { commits: 'true', 'ignore-authors': 'commits: someone', comment: 'false' },
      [pull],
    ],
  ])('%s', async (_, given, inputs, due) => {
    const server = await github(given)
    await check(server, inputs)
    expect(asked(server)).toEqual(due)
  })

  test('An update costs three requests, an unchanged comment two', async () => {
    const server = await github(poor)
    await check(server)
    Object.assign(server.pull, { title: 'Add another thing' })
    await check(server)
    await check(server)
    expect(asked(server).slice(4)).toEqual([pull, list, 'PATCH /issues/comments/1', pull, list])
  })
})

describe('In the event', () => {
  const sha = 'a'.repeat(40)
  const queue = (ref: string) => ({ merge_group: { head_ref: ref } })
  const tested = {
    workflow_run: {
      event: 'pull_request',
      head_sha: sha,
      head_branch: 'feature',
      head_repository: { owner: { login: 'org' } },
    },
  }
  test.concurrent.each<[string, unknown, string[]]>([
    ['pull_request', pullEvent, ['/pulls/7']],
    ['pull_request_target', pullEvent, ['/pulls/7']],
    ['pull_request_review', pullEvent, ['/pulls/7']],
    ['issue_comment', { issue: { number: 7, pull_request: {} } }, ['/pulls/7']],
    ['merge_group', queue(`refs/heads/gh-readonly-queue/main/pr-7-${sha}`), ['/pulls/7']],
    ['workflow_run', tested, ['/pulls', '/pulls/7']],
  ])('%s the pull request is checked', async (name, event, due) => {
    const server = await github(poor)
    const step = await check(server, { comment: 'false' }, { name, event })
    expect(step.error).toMatch(/^Pull request 7 has 1 problem\. The title "Add a thing"/)
    expect(asked(server)).toEqual(due.map((path) => `GET ${path}`))
  })

  test.concurrent.each<[string, unknown, PullGiven, string]>([
    [
      'push',
      { head_commit: { message: 'x' } },
      poor,
      'The event push is not about a pull request.',
    ],
    ['schedule', {}, poor, 'The event schedule is not about a pull request.'],
    ['workflow_dispatch', {}, poor, 'The event workflow_dispatch is not about a pull request.'],
    ['issue_comment', { issue: { number: 5 } }, poor, '#5 is an issue, not a pull request.'],
    [
      'merge_group',
      queue('refs/heads/x\n::error::y'),
      poor,
      /^The merge queue branch "refs\/heads\/x .*" does not name a pull request\.$/.source,
    ],
    ['pull_request', pullEvent, { ...poor, state: 'closed' }, '#7 is closed.'],
  ])(
    '%s, where there is none to check, it passes and says so: %j',
    async (name, event, pull, due) => {
      const step = await check(await github(pull), {}, { name, event })
      expect(step).toMatchObject({ code: 0, error: '', outputs: { passed: 'true', errors: '[]' } })
      const [notice = '', ...others] = annotations(step)
      expect(others).toEqual([])
      expect(notice.replace('notice: Nothing was checked. ', '')).toMatch(
        due.startsWith('^') ? new RegExp(due) : due,
      )
      expect(step.summary).toContain('Nothing was checked')
    },
  )
})

describe('A token that may not write', () => {
  test.concurrent.each([
    [poor, 1],
    [fine, 0],
  ])('leaves the summary: %j ends with %i', async (pull, code) => {
    const server = await github(pull)
    const step = await check(server, { 'github-token': 'ghs_reads' })
    expect(step.code).toBe(code)
    expect(server.comments).toEqual([])
    expect(step.summary).toMatch(code === 1 ? /- \*\*title\*\*: / : /✅/)
    const notices = annotations(step).filter((one) => one.startsWith('notice'))
    expect(notices).toEqual(
      code === 1
        ? [
            expect.stringMatching(
              /the job summary has its full text\. .*403.*Resource not accessible by integration.*pull-requests: write/,
            ),
          ]
        : [],
    )
  })

  test.concurrent.each([
    [
      'ghs_nothing',
      {},
      /answered 403.*Resource not accessible by integration.*Add "pull-requests: write"/,
    ],
    ['ghs_nothing', { comment: 'false' }, /Add "pull-requests: read"/],
    ['ghs_wrong', {}, /answered 401.*Check that the token in "github-token" is complete/],
  ])(
    'or read (%s, %j) fails the check, which is not known to be met',
    async (token, inputs, due) => {
      const step = await check(await github(fine), { 'github-token': token, ...inputs })
      expect(step.code).toBe(1)
      expect(step.error).toMatch(due)
      expect(step.outputs).toMatchObject({ passed: 'false', errors: '[]' })
    },
  )
})

describe('GitHub fails', () => {
  test.concurrent.each<
    [string, { fault: Fault; first?: number; method?: string; path?: RegExp }, number, number]
  >([
    ['busy at first', { fault: unavailable, first: 2 }, 1, 1],
    ['a page of HTML', { fault: badGateway, first: 1 }, 1, 1],
    ['reset', { fault: reset, first: 1 }, 1, 1],
    [
      'a limit',
      {
        fault: answered(403, '{"message":"secondary rate limit"}', { 'retry-after': '0' }),
        first: 1,
      },
      1,
      1,
    ],
    ['a lost answer to the comment', { fault: dropped, method: 'POST', first: 1 }, 1, 1],
    ['an error after the comment', { fault: serverError, method: 'POST', first: 1 }, 1, 1],
  ])('%s: it goes on', async (_, rule, code, comments) => {
    const server = await github(poor)
    server.play([rule])
    const step = await check(server)
    expect(step.code).toBe(code)
    expect(step.error).toMatch(/^Pull request 7 has \d+ problems?/)
    expect(server.comments).toHaveLength(comments)
  })

  test.concurrent.each<[string, Fault, RegExp]>([
    ['a login page', loginPage, /is not what its API describes.*log in/i],
    ['half of its JSON', truncated, /is not what its API describes/],
    [
      'no such pull request',
      answered(404, '{"message":"Not Found"}'),
      /404.*Not Found.*pull-requests: write/,
    ],
    [
      'a used up limit',
      answered(403, '{"message":"x"}', {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': '9999999999',
      }),
      /too many requests/,
    ],
    ['no answer', hanging, /The time limit given, 4 s, was reached|no (complete )?answer/],
  ])('%s: the check is not known to be met', async (_, fault, due) => {
    const server = await github(fine)
    server.play([{ fault }])
    const step = await check(server, { timeout: '4s' })
    expect(step.code).toBe(1)
    expect(step.error).toMatch(due)
    expect(step.outputs).toMatchObject({ passed: 'false' })
    expect(step.took).toBeLessThan(12_000)
  })

  test.concurrent.each<[PullGiven, number]>([
    [fine, 0],
    [poor, 1],
  ])('where the comment is: %j ends with %i all the same', async (pull, code) => {
    const server = await github(pull)
    server.play([{ fault: serverError, path: /comments/ }])
    const step = await check(server, { timeout: '4s' })
    expect(step.code).toBe(code)
    expect(step.outputs.passed).toBe(String(code === 0))
    expect(annotations(step)[0]).toMatch(
      /^notice: The comment on the pull request could not be updated/,
    )
  })
})

describe('A cancelled job', () => {
  test.concurrent.each([
    ['SIGINT', 'while the pull request is read', /pulls/, 1, 'false', '[]'],
    ['SIGTERM', 'while the comment is kept', /comments/, 2, 'false', /has no type/],
  ] as const)('ends soon on %s %s', async (signal, _, path, count, passed, errors) => {
    const server = await github(poor)
    server.play([{ fault: hanging, path }])
    const platform = {
      get requests(): number {
        return server.requests.length < count ? 0 : count
      },
    }
    const step = await check(server, {}, { watch: whenAsked(platform, signal) })
    expect(step).toMatchObject({ code: 1, error: 'The job was cancelled.' })
    expect(step.outputs.passed).toBe(passed)
    expect(step.outputs.errors).toMatch(errors)
    expect(step.took).toBeLessThan(10_000)
    expect(server.comments).toEqual([])
  })
})

describe('Text from outside', () => {
  const evil = [
    '\n::error::owned',
    '  ::add-mask::a',
    'x ##[error]owned',
    '::stop-commands::k',
    '\r::set-output name=passed::true',
    '\u2028::error::owned',
    '@org/team @everyone',
    '| a | b |',
    '`code` ``` ~~~',
    '</details></code><img src=x onerror=y>',
    '[a](https://evil.example) ![i](https://evil.example/i.png)',
    'https://evil.example www.evil.example',
    '<!-- ci-actions: pr%2Dcheck%2Fpr%2Dcheck --> -->',
    '#1 closes #1 GH-1',
    '\u202Ereversed \u0000 \u001B[31m',
    '$(id) `id` ${{ github.token }}',
    'END\nEND_\npassed<<X\ntrue\nX',
    '\uD800',
  ]
  test.concurrent.each(evil)('%j makes no command, mention, link or broken list', async (text) => {
    const server = await github({
      title: `feat(${text}): ${text}`,
      body: `## Why ${text}\n${text}`,
      head: { ref: text, sha: 'a'.repeat(40) },
      commits: [{ message: `${text}\n${text}` }, { message: `fixup! ${text}` }],
    })
    const step = await check(server, {
      scopes: 'api',
      'subject-pattern': '[a-z]',
      description: '{min-length: 5000, sections: [How]}',
      commits: 'true',
      'branch-pattern': 'b',
    })
    expect(step.code).toBe(1)
    expect(step.commands.map(({ name }) => name)).toEqual(['add-mask', 'error'])
    expect(step.stdout + step.stderr).not.toContain('##[')
    expect(step.outputs.passed).toBe('false')
    expect(Object.keys(step.outputs)).toEqual([
      'passed',
      'type',
      'scope',
      'subject',
      'breaking',
      'errors',
    ])
    const [{ body = '' } = {}] = server.comments
    for (const markdown of [step.summary, body.replace(/^.*\n/, '')]) {
      const { html, mentions } = renderMarkdown(markdown)
      const elements = html.match(/<(?!\/?(p|ul|li|h3|strong|em|code)>)[^>]*>/g)
      expect({ mentions, elements }).toEqual({ mentions: [], elements: null })
      // What GitHub makes of texts beside Markdown.
      expect(markdown).not.toMatch(
        /https?:\/\/(?!\u200B)|www\.|(?<![\\&])#\d|[\0\u001B\u202E\u2028]/,
      )
      const lists = markdown
        .split('\n')
        .filter((line) => /^- \*\*(title|description|commits|branch)\*\*: /.test(line))
      expect(lists.length).toBeGreaterThanOrEqual(told(step).length)
    }
  })

  test('The subject arrives byte by byte at the next step', async () => {
    const subject = '`id` $(id) "\' | END % ü 🎉 \\n'
    const step = await check(await github({ title: `feat: ${subject}` }))
    expect(step.outputs).toMatchObject({ passed: 'true', subject })
  })

  test('A message as large as GitHub takes, a hundred times, is read in seconds', async () => {
    const commits = Array.from({ length: 100 }, () => ({
      message: `${'feat('.repeat(6_000)}\n${'<!--'.repeat(8_000)}`,
    }))
    const server = await github({ title: 'x'.repeat(256), body: '<!--'.repeat(16_384), commits })
    const step = await check(server, { commits: 'true', description: 'sections: [Why]' })
    expect(step.code).toBe(1)
    expect(step.took).toBeLessThan(20_000)
    expect(server.comments[0]?.body.length).toBeLessThanOrEqual(65_536)
  })

  test('An expression that never ends fails the check, and does not hold it up', async () => {
    const server = await github({
      title: `feat: ${'a'.repeat(40)}!`,
      head: { ref: 'b'.repeat(200), sha: 'a'.repeat(40) },
    })
    const step = await check(server, { 'subject-pattern': '(a+)+', 'branch-pattern': '/(b|b)+c/' })
    expect(told(step).map(({ message }) => message)).toEqual([
      expect.stringContaining('could not be matched against (a+)+ within 1 s'),
      expect.stringContaining('could not be matched against (b|b)+c within 1 s'),
    ])
    expect(step.took).toBeLessThan(20_000)
  })

  test('The token is told nowhere', async () => {
    const step = await check(await github(poor))
    expect(leakedSecrets(step, ['ghs_writes'])).toEqual([])
  })
})

test('Inputs that cannot be used are told before anything is asked', async () => {
  const server = await github(fine)
  const step = await check(server, { 'branch-pattern': '(' })
  expect(step.code).toBe(1)
  expect(step.error).toMatch(/^Input "branch-pattern" must be a regular expression/)
  expect(server.requests).toEqual([])
})
