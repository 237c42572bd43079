import { theMessage } from './delivery.ts'
import { firstCommit, pipelineOf } from './one-service.ts'

const { service, push, run } = pipelineOf('examples/deliver.yml', { HEALTH_TIMEOUT: '2s' })

test('a release that is healthy stays, and is told', async () => {
  const repository = push('Add a list')
  const { code, jobs, steps } = await run(repository)
  expect({ code, jobs }).toEqual({ code: 0, jobs: { production: 'success' } })
  expect(steps.deliver).toMatchObject({
    result: 'success',
    outputs: { status: 'succeeded', healthy: 'true', sent: 'true' },
    summary: expect.stringContaining('1 of 1 target healthy'),
  })
  expect(service().live()).toBe(`${repository.commit} by api`)
  expect(theMessage(service().slack).words).toContain('succeeded in production')
})

test('a release that never gets healthy is taken back, and told once', async () => {
  service().failAfter(0)
  const { code, jobs, steps } = await run(push('Leak a little'))
  expect({ code, jobs }).toEqual({ code: 1, jobs: { production: 'failure' } })
  expect(steps.deliver).toMatchObject({
    result: 'failure',
    outputs: { status: 'rolled-back', healthy: 'false', sent: 'true' },
    said: expect.stringContaining('api was rolled back: 0f1e2d3 is live again.'),
  })
  expect(service().live()).toBe(`${firstCommit} by rollback`)
  expect(theMessage(service().slack).words).toContain('was rolled back in production')
})

test('a repository where no secret is set yet is told which', async () => {
  const { code, steps } = await run(push('Begin'), {})
  expect(code).toBe(1)
  expect(steps.deliver?.said).toContain('Input "api-key" is required but was not given.')
  expect(service().live()).toContain(firstCommit)
})
