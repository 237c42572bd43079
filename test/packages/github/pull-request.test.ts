import {
  addLabels,
  findPullRequest,
  getOctokit,
  hasDefaultColor,
  listFiles,
  removeLabel,
  setLabelColor,
} from '@ci-actions/github'
import { pullRequestOfEvent } from '@ci-actions/github/pull-request'
import { Deadline } from '@ci-actions/wait'
import { badGateway, dropped } from '../../emulators/faults.ts'
import { type GithubGiven, type GithubServer, startGithub } from '../../emulators/github.ts'
import { testClock } from '../../support/clock.ts'
import { type someRun, TestRunner } from '../../support/runner.ts'

const tokens = {
  writes: { login: 'github-actions[bot]', pullRequests: 'write', issues: 'write' },
  labels: { login: 'github-actions[bot]', pullRequests: 'write' },
  reads: { login: 'github-actions[bot]', pullRequests: 'read' },
} as const

let server: GithubServer
afterEach(() => server.close())

async function start(
  given: Partial<GithubGiven> = {},
  { event, ...run }: Partial<typeof someRun> & { event?: unknown } = {},
  name = '',
  token: keyof typeof tokens = 'writes',
) {
  server = await startGithub({ tokens, ...given })
  const env = { GITHUB_API_URL: server.url }
  const runner = new TestRunner({}, env, { ...run, event: name }, event)
  const deadline = new Deadline(600_000, runner.cancelled, testClock())
  const access = { token, permission: 'pull-requests: write' }
  return { octokit: await getOctokit(access, runner, deadline), runner }
}

const sha = 'a'.repeat(40)
const other = 'd'.repeat(40)
const ends = { base: { ref: 'main', sha: other }, head: { ref: 'feature', sha } }
const pull = { number: 7, title: 'x', ...ends }

/** A run that has ended, of a branch of this repository or of a fork. */
const tested = (owner: string, more: object = {}) => ({
  workflow_run: {
    name: 'CI',
    event: 'pull_request',
    head_sha: sha,
    head_branch: 'feature',
    head_repository: { owner: { login: owner } },
    pull_requests: [],
    ...more,
  },
})
const fork = { home: 'stranger/app', head: { ref: 'feature', sha } }

describe('The pull request of a run', () => {
  test.each<[string, string, unknown, Partial<GithubGiven>, number | string, number]>([
    ['pull_request', 'pull_request', { pull_request: pull }, {}, 7, 0],
    ['pull_request_target', 'pull_request_target', { pull_request: pull }, {}, 7, 0],
    ['a review', 'pull_request_review', { pull_request: pull, review: {} }, {}, 7, 0],
    [
      'a comment on it',
      'issue_comment',
      { issue: { number: 7, pull_request: { url: 'x' } } },
      {},
      7,
      0,
    ],
    [
      'a comment on an issue: none',
      'issue_comment',
      { issue: { number: 5 } },
      {},
      '#5 is an issue, not a pull request.',
      0,
    ],
    [
      'a merge group',
      'merge_group',
      { merge_group: { head_ref: `refs/heads/gh-readonly-queue/release/1.x/pr-12-${sha}` } },
      {},
      12,
      0,
    ],
    [
      'a merge group of a name that is none',
      'merge_group',
      { merge_group: { head_ref: 'refs/heads/gh-readonly-queue/main/pr-x' } },
      {},
      'The merge queue branch "refs/heads/gh-readonly-queue/main/pr-x" does not name a pull request.',
      0,
    ],
    ['a workflow run of a branch', 'workflow_run', tested('org'), {}, 7, 1],
    [
      'a workflow run of a merge group',
      'workflow_run',
      tested('org', {
        event: 'merge_group',
        head_branch: `gh-readonly-queue/main/pr-12-${sha}`,
        head_sha: other,
      }),
      {},
      12,
      0,
    ],
    ['a workflow run of a fork', 'workflow_run', tested('stranger'), { pull: fork }, 7, 1],
    [
      'a workflow run of one of several forks with the same branch',
      'workflow_run',
      tested('stranger'),
      { pulls: { 8: { ...fork, head: { ref: 'feature', sha: other } }, 9: fork } },
      9,
      1,
    ],
    [
      'a workflow run whose closed predecessor has the same head',
      'workflow_run',
      tested('org'),
      { pulls: { 9: { state: 'closed' } } },
      7,
      1,
    ],
    [
      'a workflow run of a head that has moved on: none',
      'workflow_run',
      tested('org', { head_sha: other }),
      {},
      'No pull request has the head ddddddd, which the run of "CI" tested.',
      1,
    ],
    [
      'a workflow run of a fork that is gone, by its commit',
      'workflow_run',
      tested('org', { head_repository: null }),
      {},
      7,
      1,
    ],
    [
      'a workflow run that is not told',
      'workflow_run',
      {},
      {},
      'The event payload does not identify the workflow run.',
      0,
    ],
    ['a push to its branch', 'push', { ref: 'refs/heads/feature' }, {}, 7, 1],
    [
      'the push that merged it',
      'push',
      {},
      { pull: { state: 'closed', mergeCommit: sha, head: { ref: 'x', sha: other } } },
      7,
      1,
    ],
    [
      'a push that belongs to none',
      'push',
      {},
      { pull: { head: { ref: 'x', sha: other } } },
      'No pull request has aaaaaaa as its head or merge commit.',
      1,
    ],
    ['a start by hand', 'workflow_dispatch', { inputs: null }, {}, 7, 1],
    ['no event at all', 'schedule', undefined, {}, 7, 1],
  ])('is found after %s', async (_, name, event, given, found, requests) => {
    const { octokit, runner } = await start(given, { sha, event } as never, name)
    expect(await findPullRequest(octokit, undefined, runner)).toMatchObject(
      typeof found === 'number' ? { number: found } : { none: found },
    )
    expect(server.requests).toHaveLength(requests)
  })

  test.each<[string, string, unknown, number | RegExp]>([
    ['is taken as it is', 'push', {}, 7],
    ['is taken in the event of another', 'pull_request', { pull_request: { number: 3 } }, 7],
    ['is taken after a workflow run that tested its head', 'workflow_run', tested('stranger'), 7],
    [
      'is refused after a workflow run that tested another: a stranger may have chosen it',
      'workflow_run',
      tested('stranger', { head_sha: other }),
      /^The head of #7 is no longer ddddddd/,
    ],
    [
      'is taken after a workflow run of a push, which no stranger makes',
      'workflow_run',
      tested('org', { head_sha: other, event: 'push' }),
      7,
    ],
  ])('that is given %s', async (_, name, event, found) => {
    const { octokit, runner } = await start({}, { sha, event } as never, name)
    const answer = await findPullRequest(octokit, 7, runner)
    if (typeof found === 'number') expect(answer).toEqual({ number: found })
    else expect(answer.none).toMatch(found)
  })

  test.each([{}, null, [], 'x', 1, { pull_request: 7 }, { pull_request: { number: '7' } }])(
    'is none of the event of %j',
    async (event) => {
      const { runner } = await start({}, { event } as never)
      expect(pullRequestOfEvent(runner)).toBeUndefined()
    },
  )

  test('is told by its event with both ends', async () => {
    const { runner } = await start({}, { event: { pull_request: pull } } as never)
    expect(pullRequestOfEvent(runner)).toEqual({ number: 7, ...ends })
  })
})

describe('The files of a pull request', () => {
  const at = { repository: 'org/app', number: 7 }
  const many = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ filename: `d/${i}.ts`, additions: 2, deletions: 1 }))

  test('are read page by page, and no page more', async () => {
    const { octokit } = await start({ files: many(300) })
    const { files, truncated } = await listFiles(octokit, at)
    expect([files.length, truncated]).toEqual([300, false])
    expect(files[299]).toEqual({
      path: 'd/299.ts',
      before: undefined,
      isSubmodule: false,
      status: 'modified',
      additions: 2,
      deletions: 1,
      patch: undefined,
    })
    expect(server.requests).toHaveLength(3)
  })

  test.each([
    [3000, undefined, true],
    [3000, 3000, false],
    [3001, 3001, true],
    [5, 5, false],
  ])('%i of them, %s expected, are truncated: %s', async (there, count, truncated) => {
    const { octokit } = await start({ files: many(there) })
    const read = await listFiles(octokit, { ...at, ...(count && { count }) })
    expect([read.files.length, read.truncated]).toEqual([Math.min(3000, there), truncated])
  })
})

describe('Labels', () => {
  const at = { repository: 'org/app', number: 7 }

  test('are added to those that are there, taken off, and painted', async () => {
    const { octokit } = await start({ pull: { labels: ['bug'] } })
    const added = await addLabels(octokit, at, ['size/L'])
    expect(added.map(({ name }) => name)).toEqual(['bug', 'size/L'])
    expect(added.map(hasDefaultColor)).toEqual([true, true])
    const paint = { name: 'size/L', color: 'ee9900', description: 'Large' }
    await setLabelColor(octokit, 'org/app', paint)
    await removeLabel(octokit, at, 'bug')
    await removeLabel(octokit, at, 'bug')
    const [label, ...others] = await addLabels(octokit, at, ['size/L'])
    expect(others).toEqual([])
    expect(label && hasDefaultColor(label)).toBe(false)
    expect(label).toMatchObject(paint)
  })

  test.each(['dir/é ?#%', '...', 'a&b=c', '💥'])('may be called %s', async (name) => {
    const { octokit } = await start({ pull: { labels: ['bug'] } })
    await addLabels(octokit, at, [name])
    const paint = { name, color: '00ff00', description: 'x' }
    await setLabelColor(octokit, 'org/app', paint)
    expect(server.labels).toContainEqual(paint)
    await removeLabel(octokit, at, name)
    expect(server.pull.labels).toEqual(['bug'])
  })

  test.each(['.', '..'])('cannot be called %s, which would be another address', async (name) => {
    const { octokit } = await start({ pull: { labels: ['bug'] } })
    await expect(removeLabel(octokit, at, name)).rejects.toThrow(/cannot address a label/)
    expect(server.requests).toEqual([])
  })

  test.each([
    ['an answer that was lost', dropped],
    ['a gateway that failed', badGateway],
  ])('are changed once in spite of %s', async (_, fault) => {
    const { octokit } = await start({ pull: { labels: ['bug'] } })
    server.play([
      { fault, method: 'POST', first: 1 },
      { fault, method: 'DELETE', first: 1 },
    ])
    await addLabels(octokit, at, ['size/S'])
    await removeLabel(octokit, at, 'bug')
    expect(server.pull.labels).toEqual(['size/S'])
  })

  test.each<[keyof typeof tokens, RegExp]>([
    ['reads', /403: "Resource not accessible by integration".*pull-requests: write/],
    ['labels', /403/],
  ])('are not created with the token "%s"', async (token, message) => {
    const { octokit } = await start({}, {}, '', token)
    await expect(addLabels(octokit, at, ['new'])).rejects.toThrow(message)
    expect(server.pull.labels).toEqual([])
  })
})
