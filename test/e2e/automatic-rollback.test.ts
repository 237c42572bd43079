import { theMessage } from './delivery.ts'
import { firstCommit, pipelineOf } from './one-service.ts'

const { service, push, run } = pipelineOf('examples/automatic-rollback.yml', {
  STABLE_FOR: '2s',
  HEALTH_TIMEOUT: '4s',
})

test('a release that stays healthy stays, and is told', async () => {
  const repository = push('Add a list')
  const { code, jobs, steps } = await run(repository)
  expect({ code, jobs }).toEqual({ code: 0, jobs: { production: 'success' } })
  expect(steps.rollback).toBeUndefined()
  expect(service().live()).toBe(`${repository.commit} by api`)
  expect(theMessage(service().slack)).toMatchObject({
    words: expect.stringContaining('succeeded in production'),
    mentions: [],
  })
})

test.each([
  ['never gets healthy', 0],
  ['is healthy at first, and then is not', 2],
])('a release that %s is taken back, and told once', async (_, looks) => {
  service().failAfter(looks)
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
  expect(service().live()).toBe(`${firstCommit} by rollback`)
  expect(theMessage(service().slack)).toMatchObject({
    words: expect.stringContaining('rollback succeeded in production'),
    mentions: ['<!here>'],
  })
})
