import type { Run } from './act.ts'
import { deliver, theMessage } from './delivery.ts'
import { installAct } from './install-act.ts'
import { firstCommit, type OneService, startOneService } from './one-service.ts'
import { makeRepository, type Repository } from './repository.ts'

const workflow = '.github/workflows/deliver.yml'

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
  return makeRepository({ message, copies: { [workflow]: 'examples/deliver.yml' } })
}

function run(repository: Repository, secrets = service.secrets): Promise<Run> {
  const vars = { ...service.vars, HEALTH_TIMEOUT: '2s' }
  return deliver(act, { repository, workflow, vars, secrets })
}

test('a release that is healthy stays, and is told', async () => {
  const repository = push('Add a list')
  const { code, jobs, steps } = await run(repository)
  expect({ code, jobs }).toEqual({ code: 0, jobs: { production: 'success' } })
  expect(steps.deliver).toMatchObject({
    result: 'success',
    outputs: { status: 'succeeded', healthy: 'true', sent: 'true' },
    summary: expect.stringContaining('1 of 1 target healthy'),
  })
  expect(service.live()).toBe(`${repository.commit} by api`)
  expect(theMessage(service.slack).words).toContain('succeeded in production')
})

test('a release that never gets healthy is taken back, and told once', async () => {
  service.failAfter(0)
  const { code, jobs, steps } = await run(push('Leak a little'))
  expect({ code, jobs }).toEqual({ code: 1, jobs: { production: 'failure' } })
  expect(steps.deliver).toMatchObject({
    result: 'failure',
    outputs: { status: 'rolled-back', healthy: 'false', sent: 'true' },
    said: expect.stringContaining('api was put back: 0f1e2d3 is live again.'),
  })
  expect(service.live()).toBe(`${firstCommit} by rollback`)
  expect(theMessage(service.slack).words).toContain('was rolled back in production')
})

test('a repository where no secret is set yet is told which', async () => {
  const { code, steps } = await run(push('Begin'), {})
  expect(code).toBe(1)
  expect(steps.deliver?.said).toContain('Input "api-key" is required and was not given.')
  expect(service.live()).toContain(firstCommit)
})
