import type { Run } from './act.ts'
import { deliver, theMessage } from './delivery.ts'
import { installAct } from './install-act.ts'
import { firstCommit, type OneService, startOneService } from './one-service.ts'
import { makeRepository, type Repository } from './repository.ts'

const workflow = '.github/workflows/automatic-rollback.yml'

let act: string
let service: OneService

beforeAll(() => {
  act = installAct()
}, 300_000)

beforeEach(async () => {
  service = await startOneService()
})

afterEach(() => service.close())

function push(message: string): Repository {
  return makeRepository({ message, copies: { [workflow]: 'examples/automatic-rollback.yml' } })
}

function run(repository: Repository): Promise<Run> {
  const { secrets } = service
  const vars = { ...service.vars, STABLE_FOR: '2s', HEALTH_TIMEOUT: '4s' }
  return deliver(act, { repository, workflow, vars, secrets })
}

test('a release that stays healthy stays, and is told', async () => {
  const repository = push('Add a list')
  const { code, jobs, steps } = await run(repository)
  expect({ code, jobs }).toEqual({ code: 0, jobs: { production: 'success' } })
  expect(steps.rollback).toBeUndefined()
  expect(service.live()).toBe(`${repository.commit} by api`)
  expect(theMessage(service.slack)).toMatchObject({
    words: expect.stringContaining('succeeded in production'),
    mentions: [],
  })
})

test.each([
  ['never gets healthy', 0],
  ['is healthy at first, and then is not', 2],
])('a release that %s is taken back, and told once', async (_, looks) => {
  service.failAfter(looks)
  const { code, jobs, steps } = await run(push('Leak a little'))
  expect({ code, jobs }).toEqual({ code: 1, jobs: { production: 'failure' } })
  expect(steps).toMatchObject({
    'render-deploy': { result: 'success' },
    'health-check': { result: 'failure', outputs: { healthy: 'false' } },
    rollback: {
      result: 'success',
      outputs: { 'restored-version': firstCommit },
      summary: expect.stringContaining('Reason: The release did not stay healthy.'),
    },
  })
  expect(service.live()).toBe(`${firstCommit} by rollback`)
  expect(theMessage(service.slack)).toMatchObject({
    words: expect.stringContaining('rollback succeeded in production'),
    mentions: ['<!here>'],
  })
})
