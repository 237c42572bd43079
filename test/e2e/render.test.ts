import {
  firstCommit,
  type PhantomPower,
  parts,
  reports,
  startPhantomPower,
} from '../demo/sample-project.ts'
import { type Run, runAct } from './act.ts'
import { deliver as deliverBy, expectOneMessage, theMessage as theMessageIn } from './delivery.ts'
import { installAct } from './install-act.ts'
import { makeRepository, type Repository } from './repository.ts'

const workflow = '.github/workflows/render.yml'

/** Phantom Power's own repository: the workflow, and the reports that its tests left. */
function phantomPowerRepository(message: string, also: Record<string, string> = {}): Repository {
  return makeRepository({
    message,
    copies: { [workflow]: 'examples/render.yml', ...reports, ...also },
  })
}

let act: string
let phantomPower: PhantomPower

beforeAll(() => {
  act = installAct()
}, 300_000)

beforeEach(async () => {
  phantomPower = await startPhantomPower()
})

afterEach(() => phantomPower.close())

function deliver(repository: Repository): Promise<Run> {
  const { vars, secrets } = phantomPower
  return deliverBy(act, { repository, workflow, vars, secrets })
}

/** What serves on Render, by service, and how it came there. */
function live(): Record<string, string> {
  const { services } = phantomPower.render
  return Object.fromEntries(
    parts.map(({ name, id }) => [
      name,
      `${services[id].live?.commit} by ${services[id].live?.trigger}`,
    ]),
  )
}

function resultsOf({ steps }: Run): Record<string, string | undefined> {
  const named = Object.entries(steps).map(([name, { result }]) => [name.replace(/@.*/, ''), result])
  return Object.fromEntries(named)
}

/** The one message that was sent to each: the words of it in Slack, and whom it calls there. */
function theMessage(): { words: string; mentions: string[] } {
  expectOneMessage(phantomPower.discord)
  return theMessageIn(phantomPower.slack)
}

test('the actions run on node 24, the one that act finds first', async () => {
  const texts = {
    'node.yml': `
on: push
jobs:
  look:
    runs-on: ubuntu-latest
    steps:
      - name: node
        run: node --version
`,
  }
  const repository = makeRepository({ message: 'Look', texts })
  const { code, jobs, steps } = await runAct(act, { repository, workflow: 'node.yml' })
  expect({ code, jobs }).toEqual({ code: 0, jobs: { look: 'success' } })
  expect(steps.node?.said).toMatch(/^v24\./)
})

test('a good release is live, healthy and told', async () => {
  const repository = phantomPowerRepository('Add a mixer')
  const run = await deliver(repository)

  expect(run).toMatchObject({ code: 0, jobs: { production: 'success' } })
  expect(resultsOf(run)).toEqual({
    'actions/checkout': 'success',
    'coverage-gate': 'success',
    'render-deploy': 'success',
    'health-check': 'success',
    'slack-notify': 'success',
    'discord-notify': 'success',
  })
  expect(run.steps).toMatchObject({
    'coverage-gate': {
      outputs: { passed: 'true', lines: '89.58', failures: '[]' },
      summary: expect.stringContaining('The coverage gate is met'),
    },
    'render-deploy': {
      outputs: { status: 'succeeded', changed: 'true', url: phantomPower.sites.backend.url },
      summary: expect.stringContaining('[backend]('),
    },
    'health-check': {
      outputs: { healthy: 'true', failed: '[]' },
      summary: expect.stringContaining('3 of 3 targets healthy'),
    },
    'slack-notify': { outputs: { sent: 'true', attempts: '1' } },
  })
  const now = `${repository.commit} by api`
  expect(live()).toEqual({ backend: now, audio: now, frontend: now })
  const { words, mentions } = theMessage()
  expect(words).toContain('Deliver / production succeeded on main')
  expect(words).toMatch(
    new RegExp(`succeeded in production after .*, ${repository.commit.slice(0, 7)}`),
  )
  expect(mentions).toEqual([])
})

test('a release that never gets healthy is taken back, and told as it is', async () => {
  const repository = phantomPowerRepository(
    'Mix faster ::error::no <!channel> <@U012AB3CD> ##[error]no `$(no)`',
  )
  phantomPower.breakBackend(repository.commit, 'not healthy')
  const run = await deliver(repository)

  expect(run).toMatchObject({ code: 1, jobs: { production: 'failure' } })
  expect(resultsOf(run)).toEqual({
    'actions/checkout': 'success',
    'coverage-gate': 'success',
    'render-deploy': 'success',
    'health-check': 'failure',
    rollback: 'success',
    'slack-notify': 'success',
    'discord-notify': 'success',
  })
  expect(run.steps).toMatchObject({
    'health-check': {
      outputs: {
        healthy: 'false',
        failed: '["backend"]',
        results: expect.stringContaining('answered 503'),
      },
    },
    rollback: {
      outputs: { status: 'succeeded', changed: 'true', 'restored-version': firstCommit },
      summary: expect.stringContaining(firstCommit.slice(0, 7)),
    },
  })
  const before = `${firstCommit} by rollback`
  expect(live()).toEqual({ backend: before, audio: before, frontend: before })
  const { words, mentions } = theMessage()
  expect(words).toContain('Deliver failed on main')
  expect(words).toContain('backend did not get healthy.')
  expect(words).toMatch(
    new RegExp(`rollback succeeded in production after .*, ${firstCommit.slice(0, 7)}`),
  )
  expect(mentions).toEqual(['<!here>'])
})

test('a release that Render cannot build in part is taken back in all parts', async () => {
  const repository = phantomPowerRepository('Forget a semicolon')
  phantomPower.breakBackend(repository.commit, 'not built')
  const run = await deliver(repository)

  expect(run).toMatchObject({ code: 1, jobs: { production: 'failure' } })
  expect(resultsOf(run)).toEqual({
    'actions/checkout': 'success',
    'coverage-gate': 'success',
    'render-deploy': 'failure',
    rollback: 'success',
    'slack-notify': 'success',
    'discord-notify': 'success',
  })
  const before = `${firstCommit} by rollback`
  expect(live()).toEqual({
    backend: `${firstCommit} by new_commit`,
    audio: before,
    frontend: before,
  })
  expect(theMessage().words).toContain('Deliver failed on main')
})

test('a release that is not covered is not deployed, and that is told', async () => {
  const run = await deliver(
    phantomPowerRepository('Skip the tests', {
      'backend/target/site/jacoco/jacoco.xml': 'test/fixtures/coverage/jacoco/api.xml',
    }),
  )

  expect(run).toMatchObject({ code: 1, jobs: { production: 'failure' } })
  expect(resultsOf(run)).toEqual({
    'actions/checkout': 'success',
    'coverage-gate': 'failure',
    'slack-notify': 'success',
    'discord-notify': 'success',
  })
  expect(run.steps['coverage-gate']?.outputs.failures).toContain('backend')
  const before = `${firstCommit} by new_commit`
  expect(live()).toEqual({ backend: before, audio: before, frontend: before })
  expect(theMessage().words).toContain('Deliver failed on main')
})
