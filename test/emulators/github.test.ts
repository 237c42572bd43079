import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../scripts/actions.ts'
import { type GithubGiven, type GithubServer, startGithub } from './github.ts'
import { checkAnswer } from './github-description.ts'
import type { Token } from './github-repository.ts'

const tokens: Readonly<Record<string, Token>> = {
  writes: { login: 'github-actions[bot]', pullRequests: 'write', issues: 'write' },
  reads: { login: 'github-actions[bot]', pullRequests: 'read', issues: 'read' },
  nothing: { login: 'x', pullRequests: 'none', contents: 'none' },
}

let server: GithubServer
afterEach(() => server.close())

async function start(given: Partial<GithubGiven> = {}) {
  server = await startGithub({ tokens, ...given })
  return async (method: string, path: string, json?: unknown, token = 'writes') => {
    const answer = await fetch(`${server.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(json !== undefined && { 'content-type': 'application/json' }),
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
    })
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, value: text && JSON.parse(text) }
  }
}

const repo = '/repos/org/app'
const sha = 'a'.repeat(40)

/** Each operation that is described, asked as it should be. */
const questions: readonly [string, string, number, unknown?][] = [
  ['GET', '/pulls?state=all&head=org:feature', 200],
  ['GET', '/pulls/7', 200],
  ['GET', '/pulls/7/files?per_page=100', 200],
  ['GET', '/pulls/7/commits', 200],
  ['GET', `/commits/${sha}/pulls`, 200],
  ['GET', '/compare/main...feature/x', 200],
  ['GET', '/contents/docs/a.md?ref=main', 200],
  ['GET', '/issues/7/comments', 200],
  ['POST', '/issues/7/comments', 201, { body: 'x' }],
  ['GET', '/issues/comments/1', 200],
  ['PATCH', '/issues/comments/1', 200, { body: 'y' }],
  ['DELETE', '/issues/comments/1', 204],
  ['GET', '/issues/7/labels', 200],
  ['POST', '/issues/7/labels', 200, { labels: ['b'] }],
  ['DELETE', '/issues/7/labels/a%20b', 200],
  ['GET', '/labels', 200],
  ['POST', '/labels', 201, { name: 'c', color: 'ff0000' }],
  ['GET', '/labels/a%20b', 200],
  ['PATCH', '/labels/a%20b', 200, { color: '00ff00' }],
]

const given: Partial<GithubGiven> = {
  pull: {
    labels: ['a b'],
    files: [{ filename: 'a b#?.md', additions: 1, patch: '@@' }],
    comments: [{ login: 'a', body: 'x' }],
  },
  pulls: { 8: { head: { ref: 'feature', sha }, body: null } },
  contents: { 'main:docs/a.md': 'text' },
  comparisons: { 'main...feature/x': [{ filename: 'a', additions: 1 }] },
}

describe('GitHub, as it is played', () => {
  test('has each operation that its description tells, and answers as that says', async () => {
    const { paths } = JSON.parse(
      readFileSync(join(root, 'test/fixtures/github/openapi.json'), 'utf8'),
    )
    const described = Object.values<object>(paths).flatMap((methods) => Object.keys(methods))
    expect(questions).toHaveLength(described.length)
    for (const [method, path, status, json] of questions) {
      const ask = await start(given)
      const answer = await ask(method, `${repo}${path}`, json)
      expect([method, path, answer.status, answer.value?.message]).toEqual([
        method,
        path,
        status,
        undefined,
      ])
      await server.close()
    }
  })

  test.each<[string, string, string]>([
    ['a field is missing', '{"id":1}', "must have required property 'node_id'"],
    ['a field is of another type', '{"id":"1","node_id":2}', 'must have required property'],
    ['it is a list', '[]', 'must be object'],
  ])('would not get away with an answer in which %s', async (_, body, message) => {
    await start()
    const operation = 'GET /repos/{owner}/{repo}/issues/comments/{comment_id}'
    expect(() => checkAnswer({ operation, names: {} }, { status: 200, body })).toThrow(message)
  })

  test.each<[string, string, string, unknown, number]>([
    ['an unknown parameter', 'GET', '/pulls/7?per_page=100', undefined, 400],
    ['a number that is none', 'GET', '/pulls/x', undefined, 404],
    ['what is not there', 'GET', '/pulls/9', undefined, 404],
    ['a word that is none', 'GET', '/pulls?state=half', undefined, 422],
    ['what is not described', 'GET', '/nothing', undefined, 404],
    ['a method that is not', 'PUT', '/issues/7/labels', { labels: [] }, 404],
    ['no body', 'POST', '/issues/7/comments', {}, 422],
    ['a body of another type', 'POST', '/issues/7/comments', { body: 1 }, 422],
    ['a blank body', 'POST', '/issues/7/comments', { body: ' ' }, 422],
    ['a body that is too long', 'POST', '/issues/7/comments', { body: 'x'.repeat(65_537) }, 422],
    ['a field too many', 'POST', '/issues/7/comments', { body: 'x', more: 1 }, 422],
    ['no labels', 'POST', '/issues/7/labels', { labels: [] }, 422],
    ['labels of another type', 'POST', '/issues/7/labels', { labels: [1] }, 422],
    ['a label that is too long', 'POST', '/issues/7/labels', { labels: ['x'.repeat(51)] }, 422],
    ['a label that is there', 'POST', '/labels', { name: 'A B' }, 422],
    ['a colour that is none', 'POST', '/labels', { name: 'c', color: 'red' }, 422],
    [
      'a description that is too long',
      'PATCH',
      '/labels/a%20b',
      { description: 'x'.repeat(101) },
      422,
    ],
    ['a label that is not there', 'DELETE', '/issues/7/labels/none', undefined, 404],
  ])('refuses %s', async (_, method, path, json, status) => {
    const ask = await start(given)
    const answer = await ask(method, `${repo}${path}`, json)
    expect([answer.status, typeof answer.value.message]).toEqual([status, 'string'])
  })

  test('lets a token do what it may, and nothing else', async () => {
    for (const [method, path, status, json] of questions) {
      const ask = await start(given)
      const forbidden = [403, 'Resource not accessible by integration']
      const reading = await ask(method, `${repo}${path}`, json, 'reads')
      expect([method, path, reading.status]).toEqual([
        method,
        path,
        method === 'GET' ? status : 403,
      ])
      const { status: refused, value } = await ask(method, `${repo}${path}`, json, 'nothing')
      expect([refused, value.message]).toEqual(forbidden)
      expect((await ask(method, `${repo}${path}`, json, 'wrong')).status).toBe(401)
      await server.close()
    }
  })

  test('tells a list page by page, and where the others are', async () => {
    const files = Array.from({ length: 250 }, (_, i) => ({ filename: `${i}`, additions: 1 }))
    const ask = await start({ files })
    const page = (query: string) => ask('GET', `${repo}/pulls/7/files${query}`)
    expect((await page('')).value).toHaveLength(30)
    const second = await page('?per_page=100&page=2')
    expect(second.value[0]).toMatchObject({ filename: '100' })
    expect(second.headers.get('link')).toBe(
      ['prev', 'next', 'last', 'first']
        .map((rel, i) => {
          const query = `per_page=100&page=${[1, 3, 3, 1][i]}`
          return `<https://api.github.com${repo}/pulls/7/files?${query}>; rel="${rel}"`
        })
        .join(', '),
    )
    expect((await page('?per_page=100&page=3')).headers.get('link')).not.toMatch(/next/)
    expect((await ask('GET', `${repo}/pulls/7/commits`)).headers.get('link')).toBeNull()
  })

  test('counts what a token asks, and has enough at some time', async () => {
    const ask = await start({ limits: { requests: 2 } })
    const remaining = async () => {
      const { status, headers, value } = await ask('GET', `${repo}/pulls/7`)
      return [status, headers.get('x-ratelimit-remaining'), value.message]
    }
    expect(await remaining()).toEqual([200, '1', undefined])
    expect(await remaining()).toEqual([200, '0', undefined])
    expect(await remaining()).toEqual([403, '0', 'API rate limit exceeded for installation.'])
  })

  test.each([60, undefined])(
    'lets nobody create too much at once: retry-after %s',
    async (after) => {
      const ask = await start({ limits: { creations: 1, retryAfter: after } })
      const create = () => ask('POST', `${repo}/issues/7/comments`, { body: 'x' })
      expect((await create()).status).toBe(201)
      const { status, headers, value } = await create()
      expect([status, value.message]).toEqual([403, 'You have exceeded a secondary rate limit.'])
      expect(headers.get('retry-after')).toBe(after === undefined ? null : '60')
      expect(server.comments).toHaveLength(1)
    },
  )

  test('answers a query, and refuses a mutation with a 200', async () => {
    const ask = await start(given)
    const query = 'mutation($id: ID!) { minimizeComment(input: {subjectId: $id}) { x } }'
    const hide = (id: string, token: string) =>
      ask('POST', '/graphql', { query, variables: { id } }, token)
    expect((await hide('IC_1', 'reads')).value.errors).toMatchObject([{ type: 'FORBIDDEN' }])
    expect((await hide('IC_9', 'writes')).value.errors).toMatchObject([{ type: 'NOT_FOUND' }])
    expect((await hide('IC_1', 'writes')).value.errors).toBeUndefined()
    expect(server.comments).toMatchObject([{ minimized: true }])
  })
})
