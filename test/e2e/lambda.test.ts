import { startLambda } from '../emulators/lambda.ts'
import { deliveries, type Parts } from './aws-delivery.ts'
import { makeRepository, type Repository } from './repository.ts'

const workflow = '.github/workflows/lambda.yml'
const functions = ['auth', 'profile', 'chat', 'post', 'catalog', 'ai'].map((name) => `${name}-svc`)

/** The repository of the functions: the workflow, and what its builds and tests left. */
function built(message: string): Repository {
  const packages = functions.map((name) => [
    `services/${name}/bin/bootstrap`,
    `${message} of ${name}`,
  ])
  const reports = functions.map((name) => [
    `services/${name}/coverage.out`,
    'test/fixtures/coverage/go/set.out',
  ])
  return makeRepository({
    message,
    copies: { [workflow]: 'examples/lambda.yml', ...Object.fromEntries(reports) },
    texts: Object.fromEntries(packages),
  })
}

async function start(): Promise<Parts> {
  const versions = [{ code: 'first' }, { code: 'second' }]
  const aliases = { production: '2' }
  const lambda = await startLambda(functions.map((name) => ({ name, versions, aliases })))
  for (const name of functions) {
    lambda.functions[name]?.updateAlias('production', { description: 'prev=1;run=41' })
  }
  return {
    aws: lambda,
    live: () =>
      functions.map((name) => {
        const { version, weights = {} } = lambda.functions[name]?.alias('production') ?? {}
        return [version, ...Object.keys(weights)].join('+')
      }),
    breakOne() {
      lambda.watch.counts.set('ai-svc:production:3', { invocations: 100, errors: 9 })
    },
    close: lambda.close,
  }
}

const { run, live, message } = deliveries({
  workflow,
  vars: { CANARY: '10% 300ms, 50% 300ms' },
  repository: built,
  start,
  first: '1',
  second: '2',
  restored: '2',
  action: 'lambda-deploy',
  reason: '9 of 100 invocations of version 3 failed, more than 1%',
})

test('a good release comes live on all six, by a canary', async () => {
  const repository = built('Add a list')
  const { code, jobs, steps } = await run(repository)
  expect({ code, jobs }).toEqual({ code: 0, jobs: { deliver: 'success' } })
  expect(steps['lambda-deploy']?.outputs).toMatchObject({ status: 'succeeded', version: '3' })
  expect(steps['lambda-deploy']?.said).toContain('ai-svc: version 3 gets 50%')
  expect(live()).toBe('3')
  expect(message()).toContain('succeeded in production')

  const again = await run(repository)
  expect(again.steps['lambda-deploy']?.outputs).toMatchObject({ status: 'unchanged' })
})
