import {
  deleteStickyComment,
  getOctokit,
  maxTextLength,
  updateStickyComment,
  upsertStickyComment,
} from '@ci-actions/github'
import { type Clock, Deadline, systemClock } from '@ci-actions/wait'
import { commentMarker } from '../../../packages/github/src/comments.ts'
import {
  badGateway,
  cutShort,
  dropped,
  executed,
  type Fault,
  reset,
  serverError,
  together,
  truncated,
} from '../../emulators/faults.ts'
import { type GithubGiven, type GithubServer, startGithub } from '../../emulators/github.ts'
import { send } from '../../emulators/server.ts'
import { testClock } from '../../support/clock.ts'
import { TestRunner } from '../../support/runner.ts'

const tokens = {
  workflow: { login: 'github-actions[bot]', pullRequests: 'write' },
  app: { login: 'ci[bot]', pullRequests: 'write' },
} as const

let server: GithubServer
afterEach(() => server.close())

async function start(given: Partial<GithubGiven> = {}, token: keyof typeof tokens = 'workflow') {
  server = await startGithub({ tokens, ...given })
  const env = { GITHUB_API_URL: server.url }
  return async (clock: Clock = testClock()) => {
    const runner = new TestRunner({}, env)
    const deadline = new Deadline(600_000, runner.cancelled, clock)
    const access = { token, permission: 'pull-requests: write' }
    const octokit = await getOctokit(access, runner, deadline)
    const keep = (body: string) => upsertStickyComment(octokit, { ...where, body }, deadline)
    return { octokit, deadline, keep }
  }
}

const where = { repository: 'org/app', pullRequest: 7, id: 'x' }
const marker = commentMarker('x')
const bodies = (): string[] => server.comments.map(({ body }) => body)
const methods = (): string[] => server.requests.map(({ method }) => method)
const mine = (text: string, more: object = {}) => ({
  login: 'github-actions[bot]',
  body: `${marker}\n${text}`,
  ...more,
})

/** A character that is not kept. */
const withoutBells: Fault = (execute, response) => {
  const answer = execute()
  for (const one of server.comments) one.body = one.body.replaceAll('\u0007', '')
  send(response, { ...answer, body: answer.body.replaceAll('\\u0007', '') })
}

describe('A sticky comment', () => {
  test('costs two requests to update, and one when it says so already', async () => {
    const job = await start({ comments: [{ login: 'a', body: 'hi' }, mine('before')] })
    expect(await (await job()).keep('now')).toEqual({
      did: 'updated',
      id: 2,
      url: 'https://github.com/org/app/pull/7#issuecomment-2',
    })
    expect(methods()).toEqual(['GET', 'PATCH'])
    expect(await (await job()).keep('now')).toMatchObject({ did: 'unchanged', id: 2 })
    expect(methods()).toEqual(['GET', 'PATCH', 'GET'])
    expect(bodies()).toEqual(['hi', `${marker}\nnow`])
  })

  test('is created when there is none, and looked at again for another that came first', async () => {
    const job = await start()
    expect(await (await job()).keep('now')).toMatchObject({ did: 'created', id: 1 })
    expect(methods()).toEqual(['GET', 'POST', 'GET'])
  })

  test.each<[string, Fault]>([
    ['was lost', dropped],
    ['was a 500 though it was done', executed(serverError)],
    ['was the HTML of a gateway though it was done', executed(badGateway)],
    ['was the HTML of a gateway, and nothing was done', badGateway],
    ['was cut short', cutShort],
    ['never came, for nothing was done', reset],
  ])('is one when the answer to its creation %s', async (_, fault) => {
    const job = await start()
    server.play([{ fault, method: 'POST', first: 1 }])
    expect(await (await job()).keep('now')).toMatchObject({ did: 'created' })
    expect(bodies()).toEqual([`${marker}\nnow`])
  })

  test('is one when the answer to its creation is half of its JSON, which is told', async () => {
    const job = await start()
    server.play([{ fault: truncated, method: 'POST', first: 1 }])
    await expect((await job()).keep('now')).rejects.toThrow(/not what its API describes/)
    expect(bodies()).toEqual([`${marker}\nnow`])
  })

  test('is given up when its creation fails a third time', async () => {
    const job = await start()
    server.play([{ fault: serverError, method: 'POST' }])
    await expect((await job()).keep('now')).rejects.toThrow(/answered 500/)
    expect(methods()).toEqual(['GET', 'POST', 'GET', 'POST', 'GET', 'POST'])
  })

  test.each<[string, Fault]>([
    ['was lost', dropped],
    ['was a 500', serverError],
  ])('is updated once more when the answer to the update %s', async (_, fault) => {
    const job = await start({ comments: [mine('before')] })
    server.play([{ fault, method: 'PATCH', first: 1 }])
    expect(await (await job()).keep('now')).toMatchObject({ did: 'updated' })
    expect(bodies()).toEqual([`${marker}\nnow`])
  })

  test.each([2, 5])('is one when %i jobs create it at the same time', async (jobs) => {
    const job = await start()
    server.play([{ fault: together(jobs), method: 'GET', first: jobs }])
    const kept = await Promise.all(
      Array.from({ length: jobs }, async () => (await job()).keep('now')),
    )
    expect(bodies()).toEqual([`${marker}\nnow`])
    expect(new Set(kept.map(({ id }) => id))).toEqual(new Set([server.comments[0]?.id]))
    expect(kept.filter(({ did }) => did === 'created')).toHaveLength(1)
  })

  test('is one again when it was two before, and the older one stays', async () => {
    const job = await start({ comments: [mine('a'), { login: 'a', body: 'hi' }, mine('b')] })
    expect(await (await job()).keep('now')).toMatchObject({ did: 'updated', id: 1 })
    expect(bodies()).toEqual([`${marker}\nnow`, 'hi'])
  })

  test('that is hidden is shown again when it has something to say', async () => {
    const job = await start({ comments: [mine('now', { minimized: true })] })
    expect(await (await job()).keep('now')).toMatchObject({ did: 'updated' })
    expect(server.comments).toMatchObject([{ minimized: false }])
    expect(await (await job()).keep('now')).toMatchObject({ did: 'unchanged' })
  })

  test('of which GitHub does not keep each character is written once', async () => {
    const job = await start()
    server.play([{ fault: withoutBells, method: 'POST' }])
    expect(await (await job()).keep('ding\u0007')).toMatchObject({ did: 'created' })
    expect([bodies(), methods()]).toEqual([[`${marker}\nding`], ['GET', 'POST', 'GET']])
  })

  test('is unchanged when only its line breaks differ', async () => {
    const job = await start({ comments: [mine('one\r\ntwo\r\n')] })
    expect(await (await job()).keep('one\ntwo')).toMatchObject({ did: 'unchanged' })
  })

  test('is found behind hundreds of others', async () => {
    const comments = Array.from({ length: 250 }, () => ({ login: 'a', body: 'hi' }))
    const job = await start({ comments: [...comments, mine('before')] })
    expect(await (await job()).keep('now')).toMatchObject({ did: 'updated', id: 251 })
    expect(methods()).toEqual(['GET', 'GET', 'GET', 'PATCH'])
  })

  test('is cut to what GitHub takes', async () => {
    const job = await start()
    await (await job()).keep('```\n'.concat('line\n'.repeat(20_000)))
    expect(bodies()[0]?.length).toBeLessThanOrEqual(65_536)
    expect(bodies()[0]).toMatch(/line\n```\n\n\n… truncated; the job summary has the rest\.$/)
    expect(maxTextLength('x')).toBe(65_536 - marker.length - 1)
  })

  test.each<[keyof typeof tokens, string, number]>([
    ['workflow', 'stranger', 2],
    ['app', 'stranger', 2],
    ['app', 'ci[bot]', 1],
  ])('of the token "%s" is not the one of %s', async (token, login, count) => {
    const job = await start({ comments: [{ login, body: `${marker}\nforged` }] }, token)
    await (await job()).keep('now')
    expect(server.comments).toHaveLength(count)
    expect(bodies().at(-1)).toBe(`${marker}\nnow`)
    if (count === 2) expect(bodies()[0]).toBe(`${marker}\nforged`)
  })

  test('is removed with all that are like it, and nothing else is', async () => {
    const others = [
      { login: 'a', body: 'hi' },
      { login: 'stranger', body: marker },
    ]
    const job = await start({ comments: [mine('a'), ...others, mine('b')] })
    const { octokit } = await job()
    expect(await deleteStickyComment(octokit, where)).toBe(true)
    expect(await deleteStickyComment(octokit, where)).toBe(false)
    expect(bodies()).toEqual(['hi', marker])
  })
})

describe('A comment that many write a part of', () => {
  // By the real clock: what is to be seen is whether they get into each other's way.
  const share = async (job: Awaited<ReturnType<typeof start>>, word: string, settling = 400) => {
    const { octokit, deadline } = await job(systemClock)
    const writing = (now = '') => [...new Set([...now.split('\n'), word])].join('\n').trim()
    return updateStickyComment(octokit, where, writing, deadline, settling)
  }
  const words = (): string[] => (bodies()[0] ?? '').split('\n').slice(1).sort()

  test.each([2, 5])('loses none of %i parts that are written at once', async (jobs) => {
    const job = await start({ comments: [mine('first')] })
    server.play([{ fault: together(jobs), method: 'GET', first: jobs }])
    await Promise.all(Array.from({ length: jobs }, (_, i) => share(job, `part ${i}`)))
    expect(words()).toEqual(['first', ...Array.from({ length: jobs }, (_, i) => `part ${i}`)])
  })

  test('is written over by no request that is made again: it is looked at before', async () => {
    const job = await start({ comments: [mine('first')] })
    server.play([{ fault: badGateway, method: 'PATCH', first: 1 }])
    await share(job, 'part')
    expect(methods()).toEqual(['GET', 'PATCH', 'GET', 'PATCH', 'GET'])
    expect(words()).toEqual(['first', 'part'])
  })

  test('loses none where GitHub takes longer than usual to write', async () => {
    const job = await start({ comments: [mine('first')] })
    const slow: Fault = (execute, response) => {
      setTimeout(() => send(response, execute()), 600)
    }
    server.play([{ fault: slow, method: 'PATCH', first: 2 }])
    const first = share(job, 'one', 150)
    // It reads before the other has written, and writes after that one would have looked again.
    await systemClock.sleep(500, new AbortController().signal)
    await Promise.all([first, share(job, 'two', 150)])
    expect(words()).toEqual(['first', 'one', 'two'])
  })

  test('ends where GitHub does not keep each character', async () => {
    const job = await start({ comments: [mine('first')] })
    server.play([{ fault: withoutBells, method: 'PATCH' }])
    await share(job, 'ding\u0007', 10)
    expect(methods()).toEqual(['GET', 'PATCH', 'GET'])
  })

  test('loses none when it is created at once', async () => {
    const job = await start()
    server.play([{ fault: together(3), method: 'GET', first: 3 }])
    await Promise.all(['a', 'b', 'c'].map((word) => share(job, word)))
    expect(words()).toEqual(['a', 'b', 'c'])
    expect(server.comments).toHaveLength(1)
  })
})
