import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMap, isSeq, parseDocument } from 'yaml'
import { readContract, root } from '../../scripts/actions.ts'
import { type GithubServer, startGithub } from '../emulators/github.ts'
import type { Level, PullGiven, Token } from '../emulators/github-repository.ts'
import { ourAction } from '../support/documents.ts'
import { type Files, pullRequest } from '../support/repository.ts'
import { renderMarkdown } from '../support/visible-text.ts'
import { type Run, runAct } from './act.ts'
import { installAct } from './install-act.ts'

const workflow = '.github/workflows/pull-request.yml'

/** What the tests of each part leave: of ten lines so many are covered. */
const reports = {
  'frontend/coverage/lcov.info': lcov('frontend/src/mixer.js', 10),
  'backend/coverage/lcov.info': lcov('backend/src/mixer.js', 4),
}

const good: PullGiven = { title: 'feat(frontend): add a mixer', body: 'Songs need one.' }
const mixer = { 'frontend/src/mixer.js': 'mix()\n'.repeat(10) }

let act: string
let github: GithubServer

beforeAll(() => {
  act = installAct()
}, 300_000)

afterEach(() => github.close())

/** A pull request of a repository with a workflow in it, the example unless it is said, and how to run it. */
async function open(given: PullGiven, changes: Files, also: Also = {}) {
  const { file = 'examples/pull-request.yml', most = 'write', before = reports } = also
  const { text, tokens } = workflowOf(file, most)
  const {
    repository,
    merge: commit,
    base,
    head,
    event,
  } = pullRequest({ [workflow]: text, ...before }, changes)
  repository.git('remote', 'add', 'origin', 'https://github.com/org/app.git')
  const files = Object.entries(changes).map(([filename, content = '']) => {
    return { filename, status: 'added', additions: content.split('\n').length - 1 } as const
  })
  const ends = { base: { ref: 'main', sha: base }, head: { ref: 'feature', sha: head } }
  github = await startGithub({ tokens, pull: { ...given, ...ends, files } })
  return async (name = 'pull_request', payload: object = event): Promise<Run> => {
    const run = await runAct(act, {
      repository: { folder: repository.folder, commit, message: 'merge' },
      workflow,
      event: { name, payload },
      env: { GITHUB_API_URL: github.url, GITHUB_GRAPHQL_URL: `${github.url}/graphql` },
    })
    for (const token of Object.keys(tokens)) expect(run.log).not.toContain(token)
    return run
  }
}

interface Also {
  readonly file?: string
  /** The most that a token may do. */
  readonly most?: Level
  readonly before?: Files
}

/**
 * The workflow, where each job has a token of its own that may do what its `permissions:` say and no
 * more; act gives all jobs the same one.
 */
function workflowOf(file: string, most: Level) {
  const tokens: Record<string, Token> = {}
  const document = parseDocument(readFileSync(join(root, file), 'utf8'))
  const jobs = document.get('jobs')
  if (!isMap<{ value: string }>(jobs)) throw new Error(`${file} has no jobs.`)
  for (const { key, value: job } of jobs.items) {
    if (!isMap(job)) continue
    const level = (permission: string): Level => {
      const given: unknown = job.getIn(['permissions', permission])
      return given === 'write' ? most : given === 'read' ? 'read' : 'none'
    }
    const token = `ghs_of_${key.value}_0123456789`
    tokens[token] = {
      login: 'github-actions[bot]',
      pullRequests: level('pull-requests'),
      issues: level('issues'),
      contents: level('contents'),
    }
    const steps = job.get('steps')
    for (const step of isSeq(steps) ? steps.items : []) {
      const name = isMap(step) ? ourAction({ uses: step.get('uses') }) : undefined
      if (name && isMap(step) && 'github-token' in readContract(name).inputs) {
        step.setIn(['with', 'github-token'], token)
      }
    }
  }
  return { text: document.toString(), tokens }
}

function lcov(path: string, covered: number): string {
  const lines = Array.from({ length: 10 }, (_, i) => `DA:${i + 1},${i < covered ? 1 : 0}`)
  return [`SF:${path}`, ...lines, 'end_of_record', ''].join('\n')
}

/** The marks of the comments on the pull request, sorted; of pr-check without the step. */
const comments = (): string[] =>
  github.comments
    .map(({ body }) => decodeURIComponent(/^<!-- (.*) -->/.exec(body)?.[1] ?? ''))
    .map((mark) => mark.replace(/^(ci-actions: pr-check\/.*\/check)\/[^/]+$/, '$1'))
    .sort()

const allWell = { check: 'success', size: 'success', changes: 'success', 'all-green': 'success' }

test('A good pull request is green, labelled, and told about', async () => {
  const run = await open(good, { ...mixer, 'frontend/package.json': '{}\n' })
  const { code, jobs, steps } = await run()
  expect({ code, jobs }).toEqual({
    code: 0,
    jobs: { ...allWell, test: 'success', dependencies: 'success' },
  })
  expect(github.pull.labels).toEqual(['size/S'])
  expect(comments()).toEqual([
    'ci-actions: coverage-gate/Pull request/test/frontend',
    'ci-actions: dependencies',
  ])
  expect(github.comments[0]?.body).toContain('["frontend/package.json"]')
  expect(steps['coverage-gate']?.outputs).toMatchObject({ passed: 'true', lines: '100.00' })
  expect(steps['pr-check']?.outputs).toMatchObject({ passed: 'true', scope: 'frontend' })
})

test('A bad one is told all that is wrong, and what was told goes once it is right', async () => {
  const run = await open(
    { title: 'Add a mixer', body: '<!-- Say why -->' },
    { 'backend/src/mixer.js': 'mix()\n'.repeat(600) },
  )
  const { code, jobs, steps } = await run()
  expect(code).toBe(1)
  expect(jobs).toEqual({
    ...allWell,
    ...{ check: 'failure', test: 'failure', dependencies: 'success', 'all-green': 'failure' },
  })
  expect(github.pull.labels).toEqual(['size/XL'])
  expect(comments()).toEqual([
    'ci-actions: coverage-gate/Pull request/test/backend',
    'ci-actions: pr-check/Pull request/check',
  ])
  expect(steps['pr-check']?.outputs.errors).toMatch(
    /The title \\"Add a mixer\\" has no type.*The description has no text/,
  )
  expect(steps['coverage-gate']?.outputs).toMatchObject({
    passed: 'false',
    patch: expect.stringContaining('"percent":"40.00"'),
  })

  Object.assign(github.pull, { title: 'feat: add a mixer', body: 'Songs need one.' })
  expect((await run()).jobs).toMatchObject({ check: 'success', test: 'failure' })
  expect(comments()).toEqual(['ci-actions: coverage-gate/Pull request/test/backend'])
})

test('One that changes words only is not tested', async () => {
  const run = await open(good, { 'frontend/README.md': 'Mix.\n', 'docs/mixer.md': 'Mix.\n' })
  const { code, jobs, steps } = await run()
  expect({ code, jobs }).toEqual({ code: 0, jobs: { ...allWell, dependencies: 'success' } })
  expect(steps['changed-paths']?.outputs).toMatchObject({ frontend: 'true', 'only-docs': 'true' })
  expect(comments()).toEqual([])
})

test('In one from a fork nothing is written, and all is told in the summaries', async () => {
  const run = await open(good, { ...mixer, 'frontend/package.json': '{}\n' }, { most: 'read' })
  const { code, steps } = await run()
  expect(code).toBe(0)
  expect(github.requests.filter(({ method }) => method === 'GET').length).toBeGreaterThan(3)
  expect({ comments: comments(), labels: github.pull.labels }).toEqual({ comments: [], labels: [] })
  expect(steps['pr-size-label']?.summary).toContain('11')
  expect(steps['pr-comment']?.summary).toContain('["frontend/package.json"]')
  expect(steps['coverage-gate']?.summary).toContain('The coverage gate is met')
})

test('Names from outside are names', async () => {
  const evil = '`$(touch owned)` ::error::owned ##[error]owned ${{ github.token }} @org/team <img>'
  const folder = `frontend/${evil.replaceAll('/', '-')}`
  const run = await open(
    { title: `feat: ${evil}`, body: evil },
    { ...mixer, [`${folder}/package.json`]: '{}\n' },
  )
  const { code, log } = await run()
  expect(code).toBe(0)
  expect(log).not.toMatch(/"command":"error"[^\n]*"owned/)
  for (const { body } of github.comments) {
    const { html, mentions } = renderMarkdown(body)
    expect({ mentions, images: html.match(/<img/g) }).toEqual({ mentions: [], images: null })
  }
})

test('In the merge queue it is checked and tested once more', async () => {
  const run = await open({ ...good, title: 'Add a mixer' }, mixer)
  const { base, head } = github.pull
  const { code, jobs } = await run('merge_group', {
    merge_group: {
      head_ref: `refs/heads/gh-readonly-queue/main/pr-7-${base.sha}`,
      head_sha: head.sha,
      base_ref: 'refs/heads/main',
      base_sha: base.sha,
    },
  })
  expect(code).toBe(1)
  expect(jobs).toEqual({ ...allWell, check: 'failure', test: 'success', 'all-green': 'failure' })
})

test('This repository holds its own pull requests to the same', async () => {
  const names = ['changed-paths', 'pr-check', 'pr-comment', 'pr-size-label']
  const paths = globSync(`dist/{lib,${names.join(',')}}/*`, { cwd: root })
  const before = paths.map((path) => [path, readFileSync(join(root, path), 'utf8')] as const)
  const run = await open(
    { title: 'Add a mixer', body: 'It was missing.' },
    { 'package.json': '{}\n', 'dist/mixer/index.js': 'mix()\n'.repeat(600) },
    { file: workflow, before: Object.fromEntries(before) },
  )
  const { code, jobs } = await run()
  expect({ code, jobs }).toEqual({
    code: 1,
    jobs: { check: 'failure', size: 'success', changes: 'success' },
  })
  expect(github.pull.labels).toEqual(['size/XS'])
  expect(comments()).toEqual([
    'ci-actions: dependencies',
    'ci-actions: pr-check/Pull request/check',
  ])
})
