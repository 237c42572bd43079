import { getOctokit, truncateMarkdown, upsertStickyComment } from '@ci-actions/github'
import { Deadline } from '@ci-actions/wait'
import { answered } from '../../emulators/faults.ts'
import { type GithubServer, startGithub } from '../../emulators/github.ts'
import { testClock } from '../../support/clock.ts'
import { TestRunner } from '../../support/runner.ts'

describe('Markdown that is cut', () => {
  test.each<[string, string]>([
    ['plain lines', 'line\n'.repeat(100)],
    ['a fence', `\`\`\`\`js\n${'code\n```\n'.repeat(100)}\`\`\`\``],
    [
      'details in details',
      `<details>\n<details><summary>x</summary>\n${'x\n'.repeat(200)}</details>\n</details>`,
    ],
    ['details in code are none', `\`\`\`\n<details>\n\`\`\`\n${'x\n'.repeat(200)}`],
    ['one long line', 'x'.repeat(1000)],
  ])('%s: is short enough, and closes what it opened', (_, markdown) => {
    for (let most = 100; most < 420; most++) {
      const cut = truncateMarkdown(markdown, most)
      expect(cut.length).toBeLessThanOrEqual(most)
      const outside = cut.replace(/^(`{3,})[\s\S]*?^\1/gm, '')
      expect(outside).not.toMatch(/^```/m)
      expect(outside.split('<details>').length).toBe(outside.split('</details>').length)
    }
  })

  test('is left alone when it is short enough', () => {
    expect(truncateMarkdown('<details>', 9)).toBe('<details>')
  })
})

describe('GitHub', () => {
  let server: GithubServer
  beforeEach(async () => {
    const tokens = { token: { login: 'github-actions[bot]', pullRequests: 'write' } } as const
    server = await startGithub({ tokens })
  })
  afterEach(() => server.close())

  async function client(clock = testClock(), permission = 'pull-requests: write') {
    const runner = new TestRunner({}, { GITHUB_API_URL: server.url })
    const deadline = new Deadline(600_000, runner.cancelled, clock)
    const octokit = await getOctokit({ token: 'token', permission }, runner, deadline)
    const list = () => octokit.paginate(octokit.rest.issues.listComments, issue)
    return { octokit, list, deadline, clock }
  }
  const issue = { owner: 'org', repo: 'app', issue_number: 7 }
  const reset = String(Date.parse('2026-11-21T12:02:00Z') / 1000)

  test.each<[string, Record<string, string>, string, number]>([
    ['retry-after', { 'retry-after': '30' }, '{"message":"slow down"}', 31_000],
    ['a date', { 'retry-after': 'Sat, 21 Nov 2026 12:00:10 GMT' }, '{}', 11_000],
    [
      'the time of its reset',
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset },
      '{}',
      121_000,
    ],
    ['no reset that can be read', { 'x-ratelimit-remaining': '0' }, '{}', 61_000],
    ['words alone', {}, '{"message":"You have exceeded a secondary rate limit"}', 60_000],
  ])('is asked again when a limit is over, told by %s', async (_, headers, body, wait) => {
    const { list, clock } = await client()
    server.play([{ fault: answered(403, body, headers), first: 1 }])
    expect(await list()).toEqual([])
    expect(clock.sleeps).toEqual([wait])
  })

  test('is not asked again when the limit outlasts the time given', async () => {
    const { list, clock } = await client()
    const headers = { 'retry-after': '3600' }
    server.play([{ fault: answered(403, '{}', headers) }])
    await expect(list()).rejects.toThrow(/too many requests.* 1 h/)
    expect(clock.sleeps).toEqual([])
    expect(server.requests).toHaveLength(1)
  })

  test.each([
    [
      'pull-requests: write',
      /Add "pull-requests: write" under .* Pull requests from forks never get it\.$/,
    ],
    ['pull-requests: read', /Add "pull-requests: read" under "permissions" of this job\.$/],
  ])('that refuses is told with the permission it wants: %s', async (permission, message) => {
    const { list } = await client(testClock(), permission)
    server.play([{ fault: answered(403, '{"message":"no"}') }])
    await expect(list()).rejects.toThrow(message)
  })

  test.each([
    'Unable to create comment because issue is locked.',
    'Repository was archived so is read-only.',
    'Interactions on this repository have been restricted to existing users.',
    'Resource protected by organization SAML enforcement.',
    'Sorry. Your account was suspended.',
    'Although you appear to have the correct authorization credentials, the `org` organization has an IP allow list enabled',
  ])('that refuses for another reason is told without a word on permissions: %s', async (said) => {
    const { list } = await client()
    server.play([{ fault: answered(403, JSON.stringify({ message: said })) }])
    const refused = list()
    await expect(refused).rejects.toThrow(said.slice(0, 40))
    await expect(refused).rejects.not.toThrow('permissions')
  })

  test('that answers 409 to a list has not ended it', async () => {
    const { list } = await client()
    server.play([{ fault: answered(409, '{"message":"Git Repository is empty."}') }])
    await expect(list()).rejects.toThrow(
      'GitHub (GET /repos/org/app/issues/7/comments) answered 409: "Git Repository is empty.".',
    )
  })

  test.each(['null', '[]x', '""', '{}', '{"total_count":1,"comments":[]}', '[{"id":"1"}]', '[[]]'])(
    'that answers %s to a list has answered something else',
    async (body) => {
      const { list } = await client()
      server.play([{ fault: answered(200, body) }])
      await expect(list()).rejects.toThrow(
        /^The response of GitHub to GET \/repos\/org\/app\/issues\/7\/comments is not what its API describes/,
      )
    },
  )

  test('is asked for the next page where it was asked for the first, whatever host the link names', async () => {
    const { list } = await client()
    const elsewhere = { link: '<https://elsewhere.example/other?page=2>; rel="next"' }
    server.play([{ fault: answered(200, '[]', elsewhere), first: 1 }])
    expect(await list()).toEqual([])
    expect(server.requests.map(({ path, query }) => `${path}?${query}`)).toEqual([
      '/repos/org/app/issues/7/comments?',
      '/repos/org/app/issues/7/comments?page=2',
    ])
  })

  test.each(['123n', '-1n', '"12n"', '9007199254740993', '\ud800'])(
    'is sent the text %j as it is',
    async (body) => {
      const { octokit } = await client()
      await octokit.rest.issues.createComment({ ...issue, body })
      expect(server.comments[0]?.body).toBe(body)
    },
  )

  test('of an enterprise is asked under its own address, GraphQL beside it', async () => {
    const env = {
      GITHUB_API_URL: `${server.url}/api/v3/`,
      GITHUB_GRAPHQL_URL: `${server.url}/api/graphql`,
    }
    const runner = new TestRunner({}, env)
    const deadline = new Deadline(600_000, runner.cancelled, testClock())
    const access = { token: 'token', permission: 'pull-requests: write' }
    const octokit = await getOctokit(access, runner, deadline)
    await expect(octokit.rest.issues.listComments(issue)).rejects.toThrow(
      'GitHub (GET /repos/org/app/issues/7/comments) answered 404',
    )
    await expect(octokit.graphql('{ viewer { login } }')).rejects.toThrow('GitHub answered 404')
    expect(server.requests.map(({ path }) => path)).toEqual([
      '/api/v3/repos/org/app/issues/7/comments',
      '/api/graphql',
    ])
  })

  test('refuses a comment that is too long, which ours never is', async () => {
    const { octokit, deadline } = await client()
    const asked = octokit.rest.issues.createComment({ ...issue, body: 'x'.repeat(65_537) })
    await expect(asked).rejects.toThrow(/422.*too long/)
    const sticky = { repository: 'org/app', pullRequest: 7, id: 'x', body: 'line\n'.repeat(50_000) }
    expect(await upsertStickyComment(octokit, sticky, deadline)).toMatchObject({ did: 'created' })
    expect(server.comments[0]?.body.length).toBeLessThanOrEqual(65_536)
  })
})
