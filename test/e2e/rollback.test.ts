import { firstCommit, type PhantomPower, parts, startPhantomPower } from '../demo/sample-project.ts'
import type { Run } from './act.ts'
import { byHand, deliver, theMessage } from './delivery.ts'
import { installAct } from './install-act.ts'
import { makeRepository } from './repository.ts'

const workflow = '.github/workflows/rollback.yml'
const everything = 'backend, audio, frontend'
const badCommit = 'bad0c0de5a69788796a5b4c3d2e1f00123456789'

let act: string
let phantomPower: PhantomPower

beforeAll(() => {
  act = installAct()
}, 300_000)

/** A release is live in all parts, and its backend is not healthy. */
beforeEach(async () => {
  phantomPower = await startPhantomPower({ backend: [], audio: [], frontend: [] })
  phantomPower.breakBackend(badCommit, 'not healthy')
  for (const { id } of parts) {
    phantomPower.render.deploy(id, { trigger: 'new_commit', commit: badCommit })
  }
})

afterEach(() => phantomPower.close())

function goBack(what: string, version: string, reason = 'Errors went up'): Promise<Run> {
  const { vars, secrets } = phantomPower
  const repository = makeRepository({
    message: 'Whatever',
    copies: { [workflow]: 'examples/rollback.yml' },
  })
  const event = byHand({ what, version, reason })
  return deliver(act, { repository, workflow, event, vars, secrets })
}

/** The commit that each part serves. */
function live(): (string | undefined)[] {
  return parts.map(({ id }) => phantomPower.render.services[id].live?.commit)
}

test.each([
  ['what was before', 'previous'],
  ['a commit that is named', firstCommit.slice(0, 8)],
])('all parts go back to %s, are healthy, and why is told', async (_, version) => {
  const { code, jobs, steps } = await goBack(everything, version, 'Errors went up <!channel>')
  expect({ code, jobs }).toEqual({ code: 0, jobs: { rollback: 'success' } })
  expect(steps).toMatchObject({
    rollback: { outputs: { status: 'succeeded', 'restored-version': firstCommit } },
    'health-check': { outputs: { healthy: 'true' } },
  })
  expect(live()).toEqual([firstCommit, firstCommit, firstCommit])
  const { words, mentions } = theMessage(phantomPower.slack)
  expect(words).toContain('Errors went up')
  expect(words).toContain('rollback succeeded in production')
  expect(mentions).toEqual([])
})

test('one part goes back alone, and the others serve what they did', async () => {
  const { code } = await goBack('backend', 'previous')
  expect(code).toBe(0)
  expect(live()).toEqual([firstCommit, badCommit, badCommit])
  expect(theMessage(phantomPower.slack).words).toContain('phantom-power-backend')
})

test('a version that does not exist is an error that says so, and nothing is changed', async () => {
  const { code, jobs, steps } = await goBack(everything, 'v1.2')
  expect({ code, jobs }).toEqual({ code: 1, jobs: { rollback: 'failure' } })
  const { changed, deployments = '' } = steps.rollback?.outputs ?? {}
  expect(changed).toBe('false')
  for (const { name, reason } of JSON.parse(deployments)) {
    expect(reason).toContain(`${name} has no deploy "v1.2" that was ever live. Give the id of one`)
  }
  expect(steps['health-check']).toBeUndefined()
  expect(live()).toEqual([badCommit, badCommit, badCommit])
  expect(theMessage(phantomPower.slack)).toMatchObject({
    words: expect.stringContaining('phantom-power-backend rollback failed'),
    mentions: ['<!here>'],
  })
})

test('what does not get healthy by it is red', async () => {
  const { code, steps } = await goBack('audio', 'previous')
  expect(code).toBe(1)
  expect(steps.rollback?.result).toBe('success')
  expect(steps['health-check']).toMatchObject({
    result: 'failure',
    outputs: { failed: '["backend"]' },
  })
  expect(theMessage(phantomPower.slack).mentions).toEqual(['<!here>'])
})
