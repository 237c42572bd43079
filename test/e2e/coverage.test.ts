import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type GithubServer, startGithub } from '../emulators/github.ts'
import { read } from '../support/documents.ts'
import { type Files, pullRequest } from '../support/repository.ts'
import { type Order, type Run, runAct, token } from './act.ts'
import { standInsForArtifacts } from './artifacts.ts'
import { installAct } from './install-act.ts'
import { standIn } from './stand-in.ts'

const workflow = '.github/workflows/coverage.yml'
const example = read('examples/coverage.yml')

const fixture = (path: string): string => read(`test/fixtures/coverage/${path}`)

/** What the tests of each part leave; they are those of the sources below. */
const reports = {
  'frontend/coverage/coverage-final.json': fixture('jest/coverage-final.json'),
  'backend/target/site/jacoco/jacoco.xml': fixture('jacoco/core.xml'),
  'audio/coverage.xml': fixture('pytest-cov/branch.xml'),
}
const javascript = fixture('sources/js/src/price.js')
const python = fixture('sources/py/shop/price.py')

let act: string
let github: GithubServer

beforeAll(() => {
  act = installAct()
}, 300_000)

afterEach(() => github.close())

/** A pull request that changes `changes`, where the tests leave `left`, and how to run the example for it. */
async function open(changes: Files, left: Files = reports, before: Files = {}) {
  const pull = pullRequest({ [workflow]: example, ...left, ...before }, changes)
  const { repository, merge: commit, base, head, event } = pull
  repository.git('remote', 'add', 'origin', 'https://github.com/org/app.git')
  github = await startGithub({
    // What the job asks for in its `permissions:`.
    tokens: { [token]: { login: 'github-actions[bot]', contents: 'read', pullRequests: 'write' } },
    pull: { base: { ref: 'main', sha: base }, head: { ref: 'feature', sha: head } },
  })
  return (given: Order['event'] = { name: 'pull_request', payload: event }): Promise<Run> =>
    runAct(act, {
      repository: { folder: repository.folder, commit, message: 'merge' },
      workflow,
      event: given,
      env: { GITHUB_API_URL: github.url, GITHUB_GRAPHQL_URL: `${github.url}/graphql` },
      standIns: standIns(),
    })
}

/** In place of the actions that would reach out, as the example names them. */
function standIns(): Record<string, string> {
  const { upload, download } = standInsForArtifacts()
  const folders: Record<string, string> = {
    'setup-node': tools('npm'),
    'setup-java': tools('mvn'),
    'setup-python': tools('pip', 'pytest'),
    'upload-artifact': upload,
    'download-artifact': download,
  }
  const used = [...example.matchAll(/uses: (actions\/([\w-]+)@\w+)/g)]
  return Object.fromEntries(
    used.flatMap(([, uses = '', name = '']) => (folders[name] ? [[uses, folders[name]]] : [])),
  )
}

/** Sets programs up that do nothing: what the tests leave is in the repository. */
function tools(...names: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'tools-'))
  for (const name of names) writeFileSync(join(folder, name), '#!/bin/sh\n', { mode: 0o755 })
  const line = JSON.stringify(`${folder}\n`)
  return standIn([], `require('node:fs').appendFileSync(process.env.GITHUB_PATH, ${line})`)
}

const tested = { frontend: 'success', backend: 'success', audio: 'success' }

test('what is covered is green, by suite, and told in one comment', async () => {
  const run = await open({ 'audio/shop/price.py': python })
  const { code, jobs, steps } = await run()
  expect({ code, jobs }).toEqual({ code: 0, jobs: { ...tested, coverage: 'success' } })
  const { passed, suites = '', patch = '' } = steps['coverage-gate']?.outputs ?? {}
  expect(passed).toBe('true')
  expect(JSON.parse(suites)).toMatchObject({
    frontend: { lines: { covered: 16, total: 18 } },
    backend: { lines: { covered: 10, total: 11 } },
    audio: { lines: { covered: 17, total: 19 } },
  })
  expect(JSON.parse(patch)).toMatchObject({ covered: 17, total: 19 })

  await run()
  expect(github.comments).toHaveLength(1)
  for (const suite of Object.keys(tested)) expect(github.comments[0]?.body).toContain(suite)
})

test('a suite that is not covered is red, by its name', async () => {
  const left = { ...reports, 'backend/target/site/jacoco/jacoco.xml': fixture('jacoco/api.xml') }
  const run = await open({ 'audio/shop/price.py': python }, left)
  const { code, jobs, steps } = await run()
  expect({ code, jobs }).toEqual({ code: 1, jobs: { ...tested, coverage: 'failure' } })
  const { summary, outputs } = steps['coverage-gate'] ?? {}
  expect(JSON.parse(outputs?.failures ?? '')).toMatchObject([{ suite: 'backend', short: 1 }])
  for (const told of [summary, github.comments[0]?.body]) {
    expect(told).toContain('backend: lines at 66.66 % \\(2 of 3\\), 1 line short of 80 %')
  }
})

test('changed lines that are not covered are red, where every suite is', async () => {
  const path = 'frontend/src/price.js'
  const changed = javascript.replace('unknown coupon', 'no coupon')
  const run = await open({ [path]: changed }, reports, { [path]: javascript })
  const { code, jobs, steps } = await run()
  expect({ code, jobs }).toEqual({ code: 1, jobs: { ...tested, coverage: 'failure' } })
  const { failures = '' } = steps['coverage-gate']?.outputs ?? {}
  expect(JSON.parse(failures)).toMatchObject([{ kind: 'patch', covered: 0, total: 1 }])
})

test('tests that leave no report are red, and so is the check that is required', async () => {
  const { 'audio/coverage.xml': _, ...left } = reports
  const run = await open({ 'audio/shop/price.py': python }, left)
  const { code, jobs, steps } = await run()
  expect(code).toBe(1)
  expect(jobs).toEqual({ ...tested, audio: 'failure', coverage: 'failure' })
  expect(steps['coverage-gate']?.outputs).toMatchObject({ passed: 'false', totals: '{}' })
})

test('on main it is gated by suite, and there is nothing to comment on', async () => {
  const run = await open({ 'audio/shop/price.py': python })
  const { code, steps } = await run({ name: 'push', payload: {} })
  expect(code).toBe(0)
  expect(steps['coverage-gate']?.outputs).toMatchObject({ passed: 'true', patch: '' })
  expect(github.comments).toEqual([])
})
